"""The panel: one row a dyad and year, and one a directed dyad and year.

An empty cell is NA: nobody looked, or what is known leaves it open. A zero stands only where the
coverage of the relationship is complete. Every year inside coverage has a row, and one alone: of
levels with several governments of one state it gives the highest, and says whose it is.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from milepost import edtf, intervals
from milepost.derive.apart import by_relationship
from milepost.derive.chronology import chronology, headline_date
from milepost.derive.coverage import complete_types, covered_years, zero_terms
from milepost.derive.headline import headline_of
from milepost.derive.membership import LISTS, days_in, number_in, within_year
from milepost.derive.status import TRACKS, Interval, intervals_of
from milepost.edtf.gregorian import day_number
from milepost.intervals import Bound, Intervals
from milepost.model import Dataset, Record

Row = dict[str, str]
NOTHING = ""


@dataclass(frozen=True, slots=True)
class Counted:
    """A milestone that happened, with the days of its headline."""

    record: Record
    days: Intervals


@dataclass(frozen=True, slots=True)
class Frame:
    """What the rows of one relationship share, taken from the dataset once."""

    relationship: Record
    dataset: Dataset
    members: Mapping[str, Mapping[str, tuple[str, Intervals | None]]]
    ranks: Mapping[str, int]
    intervals: list[Interval]

    def ladder(self, track: str, of: str) -> "Ladder":
        """Return the levels of a track, or of one party's side of it."""
        here = [i for i in self.intervals if (i.opening.track, i.opening.of) == (track, of)]
        return Ladder(track, here, self.ranks)


@dataclass(frozen=True)
class Ladder:
    """The levels of a track over time; what was told of a day holds until a level may turn."""

    track: str
    intervals: list[Interval]
    ranks: Mapping[str, int]
    _told: dict[int, tuple[str, str]] = field(default_factory=dict)

    def level(self, year: int, month: int, day: int) -> tuple[str, str]:
        """Return the level of a day where it is certain, and whose it alone is."""
        number = day_number(year, month, day)
        stretch = bisect_right(self._turns, number)
        if stretch not in self._told:
            self._told[stretch] = _level(self.intervals, self.ranks, number)
        return self._told[stretch]

    @cached_property
    def _turns(self) -> list[Bound]:
        """The days on which an answer may turn, in order: the first ones of which another holds."""
        return sorted({turn for interval in self.intervals for turn in interval.turns})


def dyad_year(dataset: Dataset) -> Iterator[Row]:
    """Yield a row for each relationship and year of its coverage."""
    groups, zero = groups_of_types(dataset), zero_terms(dataset)
    for frame in _frames(dataset):
        one, other = frame.relationship.body["parties"]
        counted = list(_happened(frame.dataset, frame.relationship.id))
        ladders = {track: frame.ladder(track, "") for track in ("diplomatic", "partnership")}
        for year in covered_years(frame.relationship.body):
            complete = complete_types(frame.relationship.body, zero, year)
            yield {
                **_who(frame, one, other, year),
                "dyad": frame.relationship.id,
                **_levels(ladders["diplomatic"], year),
                **_levels(ladders["partnership"], year),
                **_counts(counted, groups, complete, year),
            }


def dyad_year_directed(dataset: Dataset) -> Iterator[Row]:
    """Yield a row for each party towards the other, with the level of its mission there."""
    for frame in _frames(dataset):
        one, other = frame.relationship.body["parties"]
        ladders = {sender: frame.ladder("missions", sender) for sender in (one, other)}
        for year in covered_years(frame.relationship.body):
            for sender, receiver in ((one, other), (other, one)):
                yield {
                    **_who(frame, sender, receiver, year),
                    "dyad": frame.relationship.id,
                    **_levels(ladders[sender], year),
                }


def _frames(dataset: Dataset) -> Iterator[Frame]:
    ranks = _ranks(dataset)
    apart = by_relationship(dataset)
    for relationship in dataset.of("relationship").values():
        own = apart[relationship.id]
        parties = {code: dataset.get("party", code) for code in relationship.body["parties"]}
        members = {
            code: {name: (number_in(party, name), days_in(party, name)) for name in LISTS}
            for code, party in parties.items()
        }
        yield Frame(relationship, own, members, ranks, intervals_of(own, relationship.id))


def _who(frame: Frame, one: str, other: str, year: int) -> Row:
    """Return year, codes and membership of two parties; the numbers of both lists where read."""
    row = {"year": str(year), "iso3c1": one.upper(), "iso3c2": other.upper()}
    for name in LISTS:
        days = []
        for position, code in ((1, one), (2, other)):
            number, whole = frame.members[code][name]
            here = within_year(whole, year)
            row[f"{name}{position}"] = number
            row[f"in_{name}{position}"] = NOTHING if here is None else str(int(bool(here)))
            days.append(here)
        row[f"in_{name}_both"] = _both(*days)
    return row


def _both(one: Intervals | None, other: Intervals | None) -> str:
    """Return 1 where both were members on some day of the year, since years alone can mislead."""
    if one is None or other is None:
        return NOTHING
    return str(int(intervals.overlap(one, other)))


def _levels(ladder: Ladder, year: int) -> Row:
    track = ladder.track
    if not ladder.intervals:
        return _NO_LEVELS[track]
    row: Row = {}
    for name, month, day in (("first", 1, 1), ("last", 12, 31)):
        level, governments = ladder.level(year, month, day)
        row |= {f"{track}_{name}": level, f"{track}_{name}_as": governments}
    if track != "partnership":
        row[f"{track}_highest"] = _highest(ladder.intervals, ladder.ranks, year)
    return row


def _none(track: str) -> Row:
    """Return the cells of a track on which nothing happened."""
    names = [f"{track}_{day}{of}" for day in ("first", "last") for of in ("", "_as")]
    highest = [] if track == "partnership" else [f"{track}_highest"]
    return dict.fromkeys([*names, *highest], NOTHING)


_NO_LEVELS = {track: _none(track) for track in TRACKS}


def _level(ladder: list[Interval], ranks: Mapping[str, int], day: int) -> tuple[str, str]:
    """Return the level of a day where it is certain, and the governments for which alone it holds.

    Overlays are joined by a bar, and so are governments; of several levels it is the highest.
    """
    answers = [(interval, interval.on(day, day)) for interval in ladder]
    if any(certainty == "possible" for _, certainty in answers):
        return NOTHING, NOTHING
    lines: dict[str, list[str]] = {}
    for interval in (interval for interval, certainty in answers if certainty):
        lines.setdefault(interval.opening.government, []).append(interval.opening.level)
    best = max(lines.values(), key=lambda levels: ranks.get(levels[0], -1), default=[])
    return "|".join(best), "|".join(name for name, levels in lines.items() if levels == best)


def _ranks(dataset: Dataset) -> dict[str, int]:
    vocabulary = dataset.get("vocabulary", "status-level")
    terms = vocabulary.body["terms"] if vocabulary else ()
    return {term["id"]: term.get("rank", -1) for term in terms}


def _highest(ladder: list[Interval], ranks: Mapping[str, int], year: int) -> str:
    """Return the level with the highest rank that was certainly open on some day of the year."""
    whole = edtf.parse(f"{year:04}").days
    days = {whole[0][0], whole[-1][1] - 1}
    days |= {i.opening.bounds[1] for i in ladder if intervals.within(i.opening.days, whole)}
    levels = [level for day in sorted(days) for level in _certain(ladder, int(day))]
    return max(levels, key=lambda level: ranks.get(level, -1), default=NOTHING)


def _certain(ladder: list[Interval], day: int) -> list[str]:
    return [i.opening.level for i in ladder if i.on(day, day) == "certain"]


def _happened(dataset: Dataset, dyad: str) -> Iterator[Counted]:
    """Yield the milestones that took place; what was only planned or announced did not."""
    vocabulary = dataset.get("vocabulary", "stage")
    terms = vocabulary.body["terms"] if vocabulary else ()
    planned = {term["id"] for term in terms if term.get("planned")}
    for record in chronology(dataset, dyad):
        date, stage = headline_date(record), headline_of(record.body)
        if date and stage and stage["stage"] not in planned:
            yield Counted(record, date.days)


def _counts(
    counted: list[Counted],
    groups: Mapping[str, frozenset[str]],
    complete: frozenset[str],
    year: int,
) -> Row:
    """Return how many milestones of each group certainly fall in a year, and how many may."""
    whole = edtf.parse(f"{year:04}").days
    touching = [c for c in counted if intervals.overlap(c.days, whole)]
    within = [c.record for c in touching if intervals.within(c.days, whole)]
    row = {
        f"n_{group.replace('-', '_')}": _count(within, types, complete)
        for group, types in groups.items()
    }
    return {**row, "n_possible": str(len(touching) - len(within))}


def _count(within: list[Record], types: frozenset[str], complete: frozenset[str]) -> str:
    number = sum(1 for record in within if record.body["type"] in types)
    return str(number) if number or types <= complete else NOTHING


def groups_of_types(dataset: Dataset) -> dict[str, frozenset[str]]:
    """Return the types of milestone in each group, in the order of the vocabulary."""
    vocabulary = dataset.get("vocabulary", "milestone-type")
    terms = vocabulary.body["terms"] if vocabulary else []
    groups = [term["id"] for term in terms if term.get("abstract")]
    return {group: _types_in(terms, group) for group in groups}


def _types_in(terms: Iterable[dict[str, object]], group: str) -> frozenset[str]:
    return frozenset(str(t["id"]) for t in terms if group in list(t.get("broader", ())))  # type: ignore[call-overload] # a list by the schema
