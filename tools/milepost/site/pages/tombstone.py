"""The page of an identifier that is gone: what became of it, why, since when, and where to go."""

from milepost.model import Record
from milepost.site.api.addresses import record_file
from milepost.site.naming import record_link
from milepost.site.page import Page
from milepost.site.page_names import SINGULARS, page_of
from milepost.site.phrase import Phrase, Text, listed, text_of
from milepost.site.site import Site
from milepost.site.tables import Fact

_FATES = {
    "moved": "moved to another identifier",
    "merged": "merged with another record",
    "split": "split into several records",
    "withdrawn": "withdrawn",
}


def tombstone_page(site: Site, record: Record) -> Page:
    """Return the page at the permanent name that the record had."""
    body = record.body
    kind, fate = body["kind"], body["fate"]
    title = Text(f"{record.id} was {_FATES[fate]}")
    values = {
        "kind": SINGULARS[kind],
        "answer": f"../{record_file(kind, record.id)}",
        "targets": tuple(record_link(site, kind, target) for target in body["targets"]),
        "facts": _facts(record),
    }
    name = page_of(kind, record.id)
    return Page(name, title, "tombstone.html", values, description=title.text)


def _facts(record: Record) -> tuple[Fact, ...]:
    body = record.body
    reason = text_of(body["reason"])
    others: list[Phrase] = [
        (Text(text, tag),) for tag, text in body["reason"].items() if tag != reason.language
    ]
    return (
        Fact("Why", (reason,)),
        *((Fact("In other languages", listed(others)),) if others else ()),
        Fact("Gone since", (f"version {body['since']}",)),
        Fact("Last in", (f"version {body['last_in']}",)),
    )
