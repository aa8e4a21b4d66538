"""Passages: where in which text the evidence of a record stands, by hash and without its words."""

from collections.abc import Iterator

from milepost.identifiers import entry_id
from milepost.model import Body, Record
from milepost.site.phrase import Code, Phrase
from milepost.site.site import Site
from milepost.site.tables import Table
from milepost.site.wording import locator_words, source_phrase

_COLUMNS = ("Entry", "Source", "Place", "Characters", "SHA-256 of the passage")


def passages(site: Site, record: Record) -> Table:
    """Return the passages of a record that anybody who holds the text can verify."""
    rows = tuple(_rows(site, record.body))
    return Table("Passages", _COLUMNS, rows)


def _rows(site: Site, body: Body) -> Iterator[tuple[Phrase, ...]]:
    for entry in body.get("evidence", ()):
        span = entry["locator"].get("span")
        if span:
            yield (
                (Code(entry_id(entry)),),
                source_phrase(site, entry["source"]),
                (locator_words(entry["locator"]),),
                (f"{span['start']} to {span['start'] + span['length']}",),
                (Code(span["sha256"]),),
            )
