"""A scale of time: days in, places on a horizontal axis out."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from milepost import edtf
from milepost.intervals import Bound

_STEPS: Final = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000)
_MOST_TICKS: Final = 10
# The Gregorian year has 365.2425 days on average; ISO 8601 gives four digits to a year.
_DAYS_A_YEAR: Final = 365.2425
_LAST_YEAR: Final = 9_999


@dataclass(frozen=True, slots=True)
class Tick:
    """A year on the axis, and where it begins."""

    year: int
    x: float


@dataclass(frozen=True, slots=True)
class TimeScale:
    """Whole years from `first` to `last` between two places on the axis."""

    first: int
    last: int
    left: float
    right: float

    def x(self, day: Bound) -> float:
        """Return the place of a day; one outside the years stands at the end of the axis."""
        start, end = first_day(self.first), first_day(self.last + 1)
        share = (min(max(day, start), end) - start) / (end - start)
        return round(self.left + share * (self.right - self.left), 1)

    @property
    def ticks(self) -> tuple[Tick, ...]:
        """The years that are written on the axis: round ones, ten at most."""
        length = self.last - self.first + 1
        step = next((s for s in _STEPS if length / s <= _MOST_TICKS), _STEPS[-1])
        years = range(-(-self.first // step) * step, self.last + 1, step)
        return tuple(Tick(year, self.x(first_day(year))) for year in years)


def scale_of(days: Iterable[Bound], left: float, right: float) -> TimeScale:
    """Return the scale of the whole years that some days lie in; infinite ones add none."""
    known = [day for day in days if not math.isinf(day)]
    if not known:
        return TimeScale(2000, 2001, left, right)
    first, last = year_of(min(known)), year_of(max(known))
    return TimeScale(first, last, left, right)


@lru_cache(maxsize=1024)
def first_day(year: int) -> Bound:
    """Return the first day of a year as the number by which dates are compared."""
    return edtf.parse(f"{min(max(year, 0), _LAST_YEAR):04}").days[0][0]


def year_of(day: Bound) -> int:
    """Return the year that a day lies in."""
    year = int((day - first_day(0)) // _DAYS_A_YEAR)
    if first_day(year + 1) <= day:
        return min(year + 1, _LAST_YEAR)
    return year - 1 if day < first_day(year) else year
