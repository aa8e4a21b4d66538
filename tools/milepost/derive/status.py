"""Status: the levels of a relationship over time, from the effects of its milestones.

Each level is open from the days of its stage until the next level on its line; where dates are
uncertain the answer for a day is `certain` or `possible`, never a guess. A track is one line until
a level is that of one government alone; then each government has a line, until a level is that of
the whole state again.
"""

import math
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from typing import Any, Literal, NamedTuple

from milepost import edtf
from milepost.derive.headline import stage_key
from milepost.frozen import Frozen
from milepost.intervals import Bound, Intervals
from milepost.model import Body, Dataset, Record

Certainty = Literal["certain", "possible"]
TRACKS = ("diplomatic", "missions", "partnership")
# The level of the vocabulary at which two states have diplomatic relations.
RELATIONS = "relations"


class Opening(NamedTuple):
    """A level that a milestone opens: the track, whose it is (if one's), the stage and its date.

    `of` is the party whose mission it is, or which alone uses the name of a partnership;
    `government` is the one for which alone the level holds, empty where it holds for the state;
    `position` and `key` are those of the effect in its record.
    """

    track: str
    of: str
    government: str
    level: str
    previous: str
    stage: str
    date: str
    milestone: Record
    position: int
    key: str

    @property
    def days(self) -> Intervals:
        """The days on which the level may have begun."""
        return edtf.parse(self.date).days

    @property
    def bounds(self) -> tuple[Bound, Bound]:
        """The first and the last day on which the level may have begun."""
        return _bounds(self.date)

    def ends(self, before: "Opening") -> bool:
        """Return whether this level, coming later on the same track, ends another.

        A level of one government ends its own and that of the whole state, which from then on is
        told by government; a level of the whole state ends those of all governments.
        """
        whole = not self.government or not before.government
        return whole or self.government == before.government


class Interval(Frozen):
    """A level with the opening that began it and the one that ended it, if any did."""

    opening: Opening
    closing: Opening | None

    def __init__(self, opening: Opening, closing: Opening | None = None) -> None:
        """Hold what begins and what ends a level."""
        self._set(opening=opening, closing=closing)

    def on(self, first: Bound, last: Bound) -> Certainty | None:
        """Return how sure it is that the level was open on all of some days; None if it was not."""
        low, high, ends_low, ends_high = self._bounds
        if high <= first and last < ends_low:
            return "certain"
        return "possible" if low <= last and first < ends_high else None

    @property
    def turns(self) -> tuple[Bound, ...]:
        """The days from which on another answer may hold than on the day before."""
        low, high, ends_low, ends_high = self._bounds
        return low, high, ends_low, ends_high

    @cached_property
    def _bounds(self) -> tuple[Bound, Bound, Bound, Bound]:
        """The first and last day on which it may have begun, and on which it may have ended."""
        ends = self.closing.bounds if self.closing else (math.inf, math.inf)
        return *self.opening.bounds, *ends


@lru_cache(maxsize=32768)
def _bounds(date: str) -> tuple[Bound, Bound]:
    days = edtf.parse(date).days
    return days[0][0], days[-1][1] - 1


def openings(milestone: Record) -> Iterator[Opening]:
    """Yield the levels that a milestone opens; an effect whose stage is absent or undated, none."""
    stages = {stage_key(stage): stage for stage in milestone.body["stages"]}
    for position, effect in enumerate(milestone.body.get("effects", ())):
        key = effect.get("at", "in-effect")
        date = stages.get(key, {}).get("date", "")
        if _is_readable(date):
            yield _opening(milestone, position, effect, key, date)


@lru_cache(maxsize=32768)
def _is_readable(date: str) -> bool:
    """Return whether a date can be placed in time; rules of their own report one that cannot."""
    try:
        return edtf.is_instant(edtf.parse(date))
    except ValueError:
        return False


def _opening(milestone: Record, position: int, effect: Body, key: str, date: str) -> Opening:
    return Opening(
        effect["track"],
        effect.get("of", ""),
        effect.get("as", ""),
        effect["level"],
        effect.get("from", ""),
        key,
        date,
        milestone,
        position,
        effect.get("key") or effect["track"],
    )


def intervals_of(dataset: Dataset, dyad: str) -> list[Interval]:
    """Return the intervals of a relationship, track by track, each closed by the next on its line.

    A level marked as overlay closes nothing and stays open beside the others.
    """
    found = [o for m in milestones_of(dataset, dyad) for o in openings(m)]
    ladders = dict.fromkeys((o.track, o.of) for o in found)
    ordered = sorted(ladders, key=lambda ladder: (TRACKS.index(ladder[0]), ladder[1]))
    return [i for ladder in ordered for i in _ladder(dataset, found, ladder)]


def _ladder(dataset: Dataset, found: list[Opening], ladder: tuple[str, str]) -> Iterator[Interval]:
    track, of = ladder
    # What the two call their partnership together ends what one of them called it alone.
    ends = (o for o in found if o.track == track and o.of in {of, ""})
    here = sorted(ends, key=lambda o: o.bounds)
    overlays = _overlays(dataset)
    for position, opening in enumerate(here):
        if opening.of != of:
            continue
        later = (o for o in here[position + 1 :] if o.level not in overlays and o.ends(opening))
        yield Interval(opening, None if opening.level in overlays else next(later, None))


def _overlays(dataset: Dataset) -> frozenset[str]:
    vocabulary = dataset.get("vocabulary", "status-level")
    terms: Iterable[Any] = vocabulary.body["terms"] if vocabulary else ()
    return frozenset(term["id"] for term in terms if term.get("overlay"))


def milestones_of(dataset: Dataset, dyad: str) -> list[Record]:
    """Return the milestones of a relationship."""
    return [m for m in dataset.of("milestone").values() if dyad in m.body["relationships"]]


def first_relations(found: Iterable[Interval]) -> Opening | None:
    """Return the opening of the first diplomatic relations, None where there were none."""
    began = (i.opening for i in found if i.opening.level == RELATIONS)
    return min(began, key=lambda opening: opening.bounds, default=None)


def status_on(found: Iterable[Interval], date: edtf.Date) -> list[tuple[Interval, Certainty]]:
    """Return the levels that were, or may have been, open on all of a date's days."""
    days = date.days
    first, last = days[0][0], days[-1][1] - 1
    answers = ((interval, interval.on(first, last)) for interval in found)
    return [(interval, certainty) for interval, certainty in answers if certainty]
