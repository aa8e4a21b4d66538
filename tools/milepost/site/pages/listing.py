"""The pages that list all records of a kind."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from milepost.derive.chronology import in_order
from milepost.model import Record
from milepost.site.disputes import disputes
from milepost.site.naming import link_to, record_link, term_link
from milepost.site.page import IsMade, Listed, Page, never
from milepost.site.page_names import LISTED, PLURALS, lists_of
from milepost.site.phrase import Link, Phrase, Text, listed, plain, text_of
from milepost.site.site import Site
from milepost.site.tables import Table, without_empty_columns
from milepost.site.wording import date_words, headline_phrase

Cells = tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class _Columns:
    """What a list says of each record, and in which order; `by` is what its pages are told by."""

    names: tuple[str, ...]
    cells: Callable[[Site, Record], Cells]
    by: Callable[[Record], str]
    is_in_time: bool = False


def listing_pages(site: Site, kind: str, is_made: IsMade = never) -> Iterator[Page]:
    """Yield the pages that list all records of a kind: milestones by date, the rest by name.

    Those that are made already, as `is_made` says by name and list, are left out.
    """
    records, columns = _in_order(site, kind), _columns(kind)
    names = lists_of(kind, len(records))
    shares = [records[at * LISTED : (at + 1) * LISTED] for at, _ in enumerate(names)]
    links = [
        Link(name, f"{columns.by(share[0])} – {columns.by(share[-1])}")
        for name, share in zip(names, shares, strict=True)
        if len(names) > 1
    ]
    words = tuple(link.text for link in links)
    for number, (name, share) in enumerate(zip(names, shares, strict=True), 1):
        if is_made(name, Listed(kind, share, words)):
            continue
        title = f"{PLURALS[kind]}, page {number}" if number > 1 else PLURALS[kind]
        context = {"table": _table(site, kind, share), "parts": links}
        yield Page(name, Text(title), "listing.html", context)


def _table(site: Site, kind: str, records: Iterable[Record]) -> Table:
    columns = _columns(kind)
    rows = tuple(columns.cells(site, record) for record in records)
    return without_empty_columns(Table(PLURALS[kind], columns.names, rows))


def _in_order(site: Site, kind: str) -> list[Record]:
    records, columns = list(site.dataset.of(kind).values()), _columns(kind)
    if columns.is_in_time:
        return in_order(records)
    return sorted(records, key=lambda it: (columns.by(it).casefold(), _name(it).casefold(), it.id))


def _name(record: Record) -> str:
    return link_to(record).text


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
        (text_of(body["publisher"]),),
        (link_to(record),),
        (date_words(body["published"]),) if "published" in body else ("no date",),
        (term_link(site, "source-kind", body["kind"]),),
    )


def _vocabulary(_edition: Site, record: Record) -> Cells:
    return (
        (link_to(record),),
        (str(len(record.body["terms"])),),
        (text_of(record.body["definition"]),),
    )


_BY_NAME = _Columns(("Name", "In other languages"), _named, _name)
_COLUMNS = {
    "milestone": _Columns(
        ("Date", "Milestone", "Type", "Relationship", "Disputes"),
        _milestone,
        lambda record: plain(headline_phrase(record)),
        is_in_time=True,
    ),
    "source": _Columns(
        ("Publisher", "Source", "Published", "Kind"),
        _source,
        lambda record: text_of(record.body["publisher"]).text,
    ),
    "vocabulary": _Columns(("Vocabulary", "Terms", "What it holds"), _vocabulary, _name),
}


def _columns(kind: str) -> _Columns:
    return _COLUMNS.get(kind, _BY_NAME)
