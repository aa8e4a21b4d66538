"""The levels in the panel: those of the first and last day of a year, and the highest in it."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from milepost.derive.status import TRACKS, Interval
from milepost.derive.years import days_of_year
from milepost.intervals import Bound
from milepost.model import Dataset

Row = dict[str, str]
NOTHING = ""


@dataclass(frozen=True)
class Ladder:
    """The levels of a track over time; what was told of a day holds until a level may turn."""

    track: str
    intervals: list[Interval]
    ranks: Mapping[str, int]
    _told: dict[int, Row] = field(default_factory=dict)

    def levels(self, year: int) -> Row:
        """Return the levels of the first and the last day of a year, and the highest one."""
        if not self.intervals:
            return _NO_LEVELS[self.track]
        ((first, after),) = days_of_year(year)
        last = after - 1
        stretch = bisect_right(self._turns, first)
        if stretch != bisect_right(self._turns, last):
            return self._levels(first, last)
        if stretch not in self._told:
            self._told[stretch] = self._levels(first, last)
        return self._told[stretch]

    @cached_property
    def _turns(self) -> list[Bound]:
        """The days on which an answer may turn, in order: the first ones of which another holds."""
        return sorted({turn for interval in self.intervals for turn in interval.turns})

    def _levels(self, first: Bound, last: Bound) -> Row:
        row: Row = {}
        for name, day in (("first", first), ("last", last)):
            level, governments = _level(self.intervals, self.ranks, day)
            row |= {f"{self.track}_{name}": level, f"{self.track}_{name}_as": governments}
        if self.track != "partnership":
            row[f"{self.track}_highest"] = _highest(self.intervals, self.ranks, first, last)
        return row


def _none(track: str) -> Row:
    """Return the cells of a track on which nothing happened."""
    names = [f"{track}_{day}{of}" for day in ("first", "last") for of in ("", "_as")]
    highest = [] if track == "partnership" else [f"{track}_highest"]
    return dict.fromkeys([*names, *highest], NOTHING)


_NO_LEVELS = {track: _none(track) for track in TRACKS}


def _level(ladder: list[Interval], ranks: Mapping[str, int], day: Bound) -> tuple[str, str]:
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


def ranks_in(dataset: Dataset) -> dict[str, int]:
    """Return the rank of each level of status; one without is below all that have one."""
    vocabulary = dataset.get("vocabulary", "status-level")
    terms = vocabulary.body["terms"] if vocabulary else ()
    return {term["id"]: term.get("rank", -1) for term in terms}


def _highest(ladder: list[Interval], ranks: Mapping[str, int], first: Bound, last: Bound) -> str:
    """Return the level with the highest rank that was certainly open on some of some days."""
    begun = {i.opening.bounds for i in ladder}
    days = {first, last} | {
        latest for earliest, latest in begun if first <= earliest and latest <= last
    }
    levels = [level for day in sorted(days) for level in _certain(ladder, day)]
    return max(levels, key=lambda level: ranks.get(level, -1), default=NOTHING)


def _certain(ladder: list[Interval], day: Bound) -> list[str]:
    return [i.opening.level for i in ladder if i.on(day, day) == "certain"]
