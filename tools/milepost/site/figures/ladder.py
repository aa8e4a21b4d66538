"""The status ladder: each level of a relationship as bars on a rung, and doubt as a paler bar.

A rung has its name above its bars, and places in time are hundredths of the width of the page, so
that a phone shows the whole of it. Heights are in pixels.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from milepost.derive.labels import text_in
from milepost.derive.status import Interval
from milepost.intervals import Bound
from milepost.site.figures.time_scale import TimeScale, scale_of
from milepost.site.relationship import track_name
from milepost.site.site import Site
from milepost.site.wording import bound_words, date_words

_LEFT: Final = 2
_RIGHT: Final = 98
_NARROWEST: Final = 0.2
_TOP: Final = 26
_HEADING: Final = 20
_RUNG: Final = 26
_GAP: Final = 8
_LONGEST: Final = 38
_LONGEST_NAME: Final = 110


class Bar(NamedTuple):
    """Days on which a level was open (`certain`) or may have been, and the words about them."""

    x: float
    width: float
    certain: bool


class Held(NamedTuple):
    """A level from its opening to its end, if any, with the dates as the record has them."""

    milestone: str
    since: str
    until: str
    words: str
    bars: tuple[Bar, ...]


class Rung(NamedTuple):
    """A level on the ladder: its label, its height and when it was held."""

    level: str
    label: str
    y: int
    held: tuple[Held, ...]


class Lane(NamedTuple):
    """A track, or that of one party or government, with its rungs from the highest down."""

    name: str
    y: int
    rungs: tuple[Rung, ...]


class Ladder(NamedTuple):
    """The figure: its lanes, its scale, its height and what it shows in words."""

    lanes: tuple[Lane, ...]
    scale: TimeScale
    height: int
    today: float
    words: str
    foot: int


def ladder(site: Site, dyad: str) -> Ladder:
    """Return the status ladder of a relationship, up to the day of the site."""
    intervals = site.intervals(dyad)
    today = site.day.days[0][0]
    bounds = [bound for interval in intervals for bound in _bounds(interval)]
    scale = scale_of([*bounds, today], _LEFT, _RIGHT)
    lanes = tuple(_lanes(site, intervals, scale, today))
    last = lanes[-1].rungs[-1].y + _RUNG if lanes else _TOP
    words = (
        f"The levels that were open from {scale.first} to {date_words(site.as_of)}, each on a line "
        "of its own. A paler bar with a broken edge marks the days that the dates leave open. "
        "The table beneath gives the same levels with their dates and sources."
    )
    return Ladder(lanes, scale, last + _GAP, scale.x(today), words, last)


def _bounds(interval: Interval) -> tuple[Bound, ...]:
    ends = interval.closing.bounds if interval.closing else ()
    return (*interval.opening.bounds, *ends)


def _lanes(
    site: Site, intervals: Sequence[Interval], scale: TimeScale, today: Bound
) -> Iterator[Lane]:
    named: dict[str, list[Interval]] = {}
    for interval in intervals:
        named.setdefault(track_name(site, interval.opening), []).append(interval)
    y = _TOP
    for name, found in named.items():
        rungs = tuple(_rungs(site, found, scale, today, y + _HEADING))
        yield Lane(_short(name, _LONGEST_NAME), y, rungs)
        y = rungs[-1].y + _RUNG + _GAP


def _rungs(
    site: Site, found: Sequence[Interval], scale: TimeScale, today: Bound, top: int
) -> Iterator[Rung]:
    terms = site.view.terms.get("status-level", {})
    for place, level in enumerate(_from_the_top(found, terms)):
        label = text_in(terms[level]["label"]) if level in terms else level
        held = tuple(
            _held(interval, label, scale, today)
            for interval in found
            if interval.opening.level == level
        )
        yield Rung(level, _short(label), top + place * _RUNG, held)


def _from_the_top(found: Sequence[Interval], terms: Mapping[str, Any]) -> list[str]:
    """Return levels from the highest down; of partnerships, which have no rank, the last used."""
    used = list(dict.fromkeys(i.opening.level for i in sorted(found, key=_began)))
    if found[0].opening.track == "partnership":
        return used[::-1]
    return sorted(used, key=lambda level: terms.get(level, {}).get("rank", 0), reverse=True)


def _began(interval: Interval) -> tuple[Bound, Bound]:
    return interval.opening.bounds


def _held(interval: Interval, label: str, scale: TimeScale, today: Bound) -> Held:
    opening, closing = interval.opening, interval.closing
    until = bound_words("until", closing.date) if closing else "still open"
    return Held(
        opening.milestone.id,
        opening.date,
        closing.date if closing else "",
        f"{label}: {bound_words('since', opening.date)}, {until}",
        tuple(_bars(interval, scale, today)),
    )


def _bars(interval: Interval, scale: TimeScale, today: Bound) -> Iterator[Bar]:
    """Yield the days before it is sure that a level began, those it was open, those it may be."""
    low, high = interval.opening.bounds
    ends_low, ends_high = interval.closing.bounds if interval.closing else (math.inf, math.inf)
    sure, unsure = max(low, min(high, ends_low)), min(max(high, ends_low), today)
    if low < high:
        yield _bar(scale, low, min(high + 1, today), certain=False)
    if high <= ends_low:
        yield _bar(scale, sure, min(unsure, today), certain=True)
    if interval.closing and ends_low < ends_high:
        yield _bar(scale, ends_low, min(ends_high + 1, today), certain=False)


def _bar(scale: TimeScale, first: Bound, last: Bound, *, certain: bool) -> Bar:
    start, end = scale.x(first), scale.x(last)
    return Bar(start, round(max(end - start, _NARROWEST), 1), certain)


def _short(label: str, longest: int = _LONGEST) -> str:
    return label if len(label) <= longest else f"{label[: longest - 1]}…"
