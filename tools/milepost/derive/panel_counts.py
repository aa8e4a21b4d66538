"""The counts in the panel: how many milestones of each group fall in a year."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from milepost import intervals
from milepost.derive.chronology import chronology, headline_date
from milepost.derive.headline import headline_of
from milepost.derive.panel_levels import NOTHING, Row
from milepost.derive.years import days_of_year
from milepost.intervals import Intervals
from milepost.model import Dataset, Record


class Counted(NamedTuple):
    """A milestone that happened, with the days of its headline."""

    record: Record
    days: Intervals


@dataclass(frozen=True, slots=True)
class Counts:
    """What is counted of one relationship: its milestones, and the types in each group.

    Years in which nothing happened are alike where the same types were looked for completely.
    """

    milestones: list[Counted]
    groups: Mapping[str, frozenset[str]]
    _quiet: dict[frozenset[str], Row] = field(default_factory=dict)

    def of(self, year: int, complete: frozenset[str]) -> Row:
        """Return how many of each group certainly fall in a year, and how many in all may."""
        whole = days_of_year(year)
        touching = [c for c in self.milestones if intervals.overlap(c.days, whole)]
        if touching:
            return self._row(touching, whole, complete)
        if complete not in self._quiet:
            self._quiet[complete] = self._row([], whole, complete)
        return self._quiet[complete]

    def _row(self, touching: list[Counted], whole: Intervals, complete: frozenset[str]) -> Row:
        within = [c.record for c in touching if intervals.within(c.days, whole)]
        row = {
            f"n_{group.replace('-', '_')}": _count(within, types, complete)
            for group, types in self.groups.items()
        }
        return {**row, "n_possible": str(len(touching) - len(within))}


def _count(within: list[Record], types: frozenset[str], complete: frozenset[str]) -> str:
    number = sum(1 for record in within if record.body["type"] in types)
    return str(number) if number or types <= complete else NOTHING


def happened(dataset: Dataset, dyad: str) -> Iterator[Counted]:
    """Yield the milestones that took place; what was only planned or announced did not."""
    vocabulary = dataset.get("vocabulary", "stage")
    terms = vocabulary.body["terms"] if vocabulary else ()
    planned = {term["id"] for term in terms if term.get("planned")}
    for record in chronology(dataset, dyad):
        date, stage = headline_date(record), headline_of(record.body)
        if date and stage and stage["stage"] not in planned:
            yield Counted(record, date.days)


def groups_of_types(dataset: Dataset) -> dict[str, frozenset[str]]:
    """Return the types of milestone in each group, in the order of the vocabulary."""
    vocabulary = dataset.get("vocabulary", "milestone-type")
    terms = vocabulary.body["terms"] if vocabulary else []
    groups = [term["id"] for term in terms if term.get("abstract")]
    return {group: _types_in(terms, group) for group in groups}


def _types_in(terms: Iterable[dict[str, object]], group: str) -> frozenset[str]:
    return frozenset(str(t["id"]) for t in terms if group in list(t.get("broader", ())))  # type: ignore[call-overload] # a list by the schema
