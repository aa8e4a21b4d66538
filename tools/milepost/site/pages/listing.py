"""The pages that list all records of a kind."""

from collections.abc import Callable

from milepost.derive.chronology import in_order
from milepost.model import Record
from milepost.site.disputes import disputes
from milepost.site.naming import link_to, record_link, term_link
from milepost.site.page import Page
from milepost.site.page_names import PLURALS, list_of
from milepost.site.phrase import Phrase, Text, listed, text_of
from milepost.site.site import Site
from milepost.site.tables import Table, without_empty_columns
from milepost.site.wording import date_words, headline_phrase

Cells = tuple[Phrase, ...]


def listing_page(site: Site, kind: str) -> Page:
    """Return the page that lists all records of a kind: milestones by date, the rest by name."""
    table = listing(site, kind)
    title = Text(PLURALS[kind])
    return Page(list_of(kind), title, "listing.html", {"table": table})


def listing(site: Site, kind: str) -> Table:
    """Return the table of all records of a kind."""
    records = list(site.dataset.of(kind).values())
    if kind == "milestone":
        records = in_order(records)
    else:
        records.sort(key=lambda record: (link_to(record).text.casefold(), record.id))
    columns, cells = _COLUMNS.get(kind, (("Name", "In other languages"), _named))
    rows = tuple(cells(site, record) for record in records)
    return without_empty_columns(Table(PLURALS[kind], columns, rows))


def _named(_edition: Site, record: Record) -> Cells:
    names = record.body.get("name") or record.body.get("title") or {}
    own = link_to(record)
    others = [(Text(text, tag),) for tag, text in names.items() if tag != own.language]
    return ((own,), listed(others, ", ", ", "))


def _milestone(site: Site, record: Record) -> Cells:
    dyads = [(record_link(site, "relationship", dyad),) for dyad in record.body["relationships"]]
    return (
        headline_phrase(record),
        (link_to(record),),
        (term_link(site, "milestone-type", record.body["type"]),),
        listed(dyads),
        disputes_words(site, record),
    )


def disputes_words(site: Site, record: Record) -> Phrase:
    """Return how many disputes a record has and whether any is open; empty without any."""
    found = disputes(site, record)
    if not found:
        return ()
    still = sum(dispute.is_open for dispute in found)
    return (f"{len(found)} settled",) if not still else (f"{still} open of {len(found)}",)


def _source(site: Site, record: Record) -> Cells:
    body = record.body
    return (
        (link_to(record),),
        (text_of(body["publisher"]),),
        (date_words(body["published"]),) if "published" in body else ("no date",),
        (term_link(site, "source-kind", body["kind"]),),
    )


def _vocabulary(_edition: Site, record: Record) -> Cells:
    return (
        (link_to(record),),
        (str(len(record.body["terms"])),),
        (text_of(record.body["definition"]),),
    )


_COLUMNS: dict[str, tuple[tuple[str, ...], Callable[[Site, Record], Cells]]] = {
    "milestone": (("Date", "Milestone", "Type", "Relationship", "Disputes"), _milestone),
    "source": (("Source", "Publisher", "Published", "Kind"), _source),
    "vocabulary": (("Vocabulary", "Terms", "What it holds"), _vocabulary),
}
