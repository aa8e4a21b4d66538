"""The sources of a relationship by kind, each with how many of its milestones cite it."""

from collections import Counter
from dataclasses import dataclass

from milepost.site.naming import record_link, term_link
from milepost.site.page_names import sources_page
from milepost.site.phrase import Link, Part, Phrase, listed, plain
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


def sources_of(site: Site, dyad: str) -> Counter[str]:
    """Return the sources of a relationship's milestones, each with how many of them cite it."""
    found: Counter[str] = Counter()
    for record in site.chronology(dyad):
        found.update({entry["source"]: 1 for entry in record.body["evidence"]})
    return found


def sources_by_kind(site: Site, dyad: str) -> tuple[SourcesOfKind, ...]:
    """Return the sources of a relationship kind by kind, the kind with the most of them first."""
    return tuple(
        _of_kind(site, kind, tuple(_row(site, *counted) for counted in found.items()))
        for kind, found in _by_kind(site, dyad)
    )


def _by_kind(site: Site, dyad: str) -> list[tuple[str, dict[str, int]]]:
    kinds: dict[str, dict[str, int]] = {}
    for slug, milestones in sources_of(site, dyad).items():
        kind = site.dataset.of("source")[slug].body["kind"]
        kinds.setdefault(kind, {})[slug] = milestones
    return sorted(kinds.items(), key=lambda pair: (-len(pair[1]), pair[0]))


def _of_kind(site: Site, kind: str, rows: tuple[tuple[Phrase, ...], ...]) -> SourcesOfKind:
    name = _name(site, kind)
    table = without_empty_columns(Table(f"Sources: {name}", _COLUMNS, rows))
    return SourcesOfKind(term_link(site, "source-kind", kind), name, _anchor(kind), table)


def _name(site: Site, kind: str) -> str:
    return plain((term_link(site, "source-kind", kind),))


def _anchor(kind: str) -> str:
    return f"kind-{kind}"


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
        (Link(page, _name(site, kind), anchor=_anchor(kind)), f": {len(found):,}")
        for kind, found in _by_kind(site, dyad)
    )
