"""How precise a date is: the smallest whole unit of the calendar that it is known to lie in."""

from collections.abc import Iterable
from typing import Final, Literal, TypeAlias

from milepost.edtf.bounds import CalendarDay
from milepost.edtf.point import Point

Precision: TypeAlias = Literal[
    "second",
    "day",
    "month",
    "season",
    "quarter",
    "quadrimester",
    "half-year",
    "year",
    "decade",
    "century",
    "millennium",
    "unspecified",
]

_FINE_TO_COARSE: Final[tuple[Precision, ...]] = (
    "second",
    "day",
    "month",
    "season",
    "quarter",
    "quadrimester",
    "half-year",
    "year",
    "decade",
    "century",
    "millennium",
    "unspecified",
)
_YEARS: Final[tuple[Precision, ...]] = ("year", "decade", "century", "millennium", "unspecified")
_YEAR_DIGITS = 4
_YEARS_OF: Final[tuple[tuple[Precision, int], ...]] = (
    ("year", 1),
    ("decade", 10),
    ("century", 100),
    ("millennium", 1000),
)
_SEASONS: Final[dict[str, Precision]] = {
    **{str(code): "season" for code in range(21, 33)},
    **{str(code): "quarter" for code in range(33, 37)},
    **{str(code): "quadrimester" for code in range(37, 40)},
    **{str(code): "half-year" for code in range(40, 42)},
}


def coarsest(points: Iterable[Point]) -> Precision:
    """Give the precision of the least precise of some dates."""
    return coarser(*map(precision_of, points))


def coarser(*units: Precision) -> Precision:
    """Give the coarsest of some units."""
    return max(units, key=_FINE_TO_COARSE.index)


def containing(first: CalendarDay | None, last: CalendarDay | None) -> Precision:
    """Give the smallest unit that holds both days; an open end, as None, lies in none."""
    if first is None or last is None:
        return "unspecified"
    if first[:2] == last[:2]:
        return "day" if first == last else "month"
    held = (unit for unit, years in _YEARS_OF if _era(first, years) == _era(last, years))
    return next(held, "unspecified")


def _era(day: CalendarDay, years: int) -> tuple[bool, int]:
    return day[0] < 0, abs(day[0]) // years


def precision_of(point: Point) -> Precision:
    """Give the precision of one date.

    Digits count from the left up to the first X: XXXX-04-23 is `unspecified` and 2004-XX-23 is
    `year`, since each may lie anywhere in it. A date of precision `day` is one day.
    """
    if "X" in point.year:
        return _YEARS[_YEAR_DIGITS - point.year.lstrip("-").index("X")]
    if point.is_season:
        return _SEASONS[point.month]
    if not point.month or "X" in point.month:
        return "year"
    if not point.day or "X" in point.day:
        return "month"
    return "second" if point.clock else "day"
