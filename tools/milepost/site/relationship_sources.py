"""The sources of a relationship by kind, each with how many of its milestones cite it."""

from dataclasses import dataclass

from milepost.model import Record
from milepost.site.naming import record_link, term_link
from milepost.site.page_names import sources_page
from milepost.site.phrase import Link, Part, Phrase, listed
from milepost.site.site import Site
from milepost.site.tables import Table, without_empty_columns
from milepost.site.wording import date_words, source_phrase

_COLUMNS = ("Source", "Published", "Stake", "Milestones")


@dataclass(frozen=True, slots=True)
class SourcesOfKind:
    """The sources of one kind: what the kind is called, its place on the page, and the table."""

    kind: Part
    name: str
    anchor: str
    table: Table

    @property
    def count(self) -> int:
        """How many sources of the kind there are."""
        return len(self.table.rows)


def sources_of(site: Site, dyad: str) -> dict[str, list[Record]]:
    """Return the sources of a relationship's milestones, each with the milestones that cite it."""
    found: dict[str, list[Record]] = {}
    for record in site.chronology(dyad):
        for slug in dict.fromkeys(entry["source"] for entry in record.body["evidence"]):
            found.setdefault(slug, []).append(record)
    return found


def sources_by_kind(site: Site, dyad: str) -> tuple[SourcesOfKind, ...]:
    """Return the sources of a relationship kind by kind, the kind with the most of them first."""
    rows: dict[str, list[tuple[Phrase, ...]]] = {}
    for slug, milestones in sources_of(site, dyad).items():
        kind = site.dataset.of("source")[slug].body["kind"]
        rows.setdefault(kind, []).append(_row(site, slug, len(milestones)))
    ordered = sorted(rows.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    return tuple(_of_kind(site, kind, tuple(found)) for kind, found in ordered)


def _of_kind(site: Site, kind: str, rows: tuple[tuple[Phrase, ...], ...]) -> SourcesOfKind:
    term = term_link(site, "source-kind", kind)
    name = term if isinstance(term, str) else term.text
    table = without_empty_columns(Table(f"Sources: {name}", _COLUMNS, rows))
    return SourcesOfKind(term, name, f"kind-{kind}", table)


def _row(site: Site, slug: str, milestones: int) -> tuple[Phrase, ...]:
    body = site.dataset.of("source")[slug].body
    return (
        source_phrase(site, slug),
        (date_words(body["published"]),) if "published" in body else ("no date",),
        listed([(record_link(site, "party", party),) for party in body.get("stake", ())]),
        (str(milestones),),
    )


def sources_list(site: Site, dyad: str) -> tuple[Phrase, ...]:
    """Return how many sources of each kind there are, each kind a link to where they are listed."""
    page = sources_page(dyad)
    return tuple(
        (Link(page, it.name, anchor=it.anchor), f": {it.count:,}")
        for it in sources_by_kind(site, dyad)
    )
