"""The panel: one row a dyad and year, and one a directed dyad and year.

An empty cell is NA: nobody looked, or what is known leaves it open. A zero stands only where the
coverage of the relationship is complete. Every year inside coverage has a row, and one alone: of
levels with several governments of one state it gives the highest, and says whose it is.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from milepost import intervals
from milepost.derive.apart import by_relationship
from milepost.derive.coverage import complete_types, covered_years, zero_terms
from milepost.derive.membership import LISTS, days_in, number_in, within_year
from milepost.derive.panel_counts import Counts, groups_of_types, happened
from milepost.derive.panel_levels import NOTHING, Ladder, Row, ranks_in
from milepost.derive.status import Interval, intervals_of
from milepost.intervals import Intervals
from milepost.model import Dataset, Record

Days = Intervals | None


class Pair(NamedTuple):
    """One party towards another: what every year says of the two, and the lists that were read.

    Of each list there are the days on which the one and the other were members, None where it was
    not read.
    """

    told: Row
    lists: Mapping[str, tuple[Days, Days]]

    def of(self, year: int) -> Row:
        """Return year, codes and membership; the numbers of both lists where read."""
        row = {"year": str(year), **self.told}
        for name, days in self.lists.items():
            one, other = (within_year(each, year) for each in days)
            row |= {f"in_{name}1": _flag(one), f"in_{name}2": _flag(other)}
            row[f"in_{name}_both"] = _both(one, other)
        return row


class Frame(NamedTuple):
    """What the rows of one relationship share, taken from the dataset once."""

    relationship: Record
    dataset: Dataset
    members: Mapping[str, Mapping[str, tuple[str, Days]]]
    ranks: Mapping[str, int]
    intervals: list[Interval]

    def ladder(self, track: str, of: str) -> Ladder:
        """Return the levels of a track, or of one party's side of it."""
        here = [i for i in self.intervals if (i.opening.track, i.opening.of) == (track, of)]
        return Ladder(track, here, self.ranks)

    def pair(self, one: str, other: str) -> Pair:
        """Return one party of the relationship towards the other."""
        told, lists = {"iso3c1": one.upper(), "iso3c2": other.upper()}, {}
        for name in LISTS:
            (number, days), (other_number, others) = (
                self.members[one][name],
                self.members[other][name],
            )
            told |= {f"{name}1": number, f"{name}2": other_number}
            if days is None is others:
                told |= dict.fromkeys((f"in_{name}1", f"in_{name}2", f"in_{name}_both"), NOTHING)
            else:
                lists[name] = days, others
        return Pair(told, lists)


def dyad_year(dataset: Dataset) -> Iterator[Row]:
    """Yield a row for each relationship and year of its coverage."""
    groups, zero = groups_of_types(dataset), zero_terms(dataset)
    for frame in _frames(dataset):
        pair = frame.pair(*frame.relationship.body["parties"])
        counts = Counts(list(happened(frame.dataset, frame.relationship.id)), groups)
        ladders = {track: frame.ladder(track, "") for track in ("diplomatic", "partnership")}
        for year in covered_years(frame.relationship.body):
            complete = complete_types(frame.relationship.body, zero, year)
            yield {
                **pair.of(year),
                "dyad": frame.relationship.id,
                **ladders["diplomatic"].levels(year),
                **ladders["partnership"].levels(year),
                **counts.of(year, complete),
            }


def dyad_year_directed(dataset: Dataset) -> Iterator[Row]:
    """Yield a row for each party towards the other, with the level of its mission there."""
    for frame in _frames(dataset):
        one, other = frame.relationship.body["parties"]
        sides = [
            (frame.pair(sender, receiver), frame.ladder("missions", sender))
            for sender, receiver in ((one, other), (other, one))
        ]
        for year in covered_years(frame.relationship.body):
            for pair, ladder in sides:
                yield {
                    **pair.of(year),
                    "dyad": frame.relationship.id,
                    **ladder.levels(year),
                }


def _frames(dataset: Dataset) -> Iterator[Frame]:
    ranks = ranks_in(dataset)
    apart = by_relationship(dataset)
    for relationship in dataset.of("relationship").values():
        own = apart[relationship.id]
        parties = {code: dataset.get("party", code) for code in relationship.body["parties"]}
        members = {
            code: {name: (number_in(party, name), days_in(party, name)) for name in LISTS}
            for code, party in parties.items()
        }
        yield Frame(relationship, own, members, ranks, intervals_of(own, relationship.id))


def _flag(days: Intervals | None) -> str:
    return NOTHING if days is None else str(int(bool(days)))


def _both(one: Intervals | None, other: Intervals | None) -> str:
    """Return 1 where both were members on some day of the year, since years alone can mislead."""
    if one is None or other is None:
        return NOTHING
    return str(int(intervals.overlap(one, other)))
