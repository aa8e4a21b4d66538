"""The set of days that a date allows: its spans in, half-open intervals of day numbers out."""

import math
from collections.abc import Callable, Iterable, Iterator
from itertools import product
from typing import NamedTuple

from milepost.edtf.gregorian import carried, day_number, month_length
from milepost.edtf.point import Point
from milepost.edtf.season import MONTH_RUNS, months_long
from milepost.edtf.structure import Span
from milepost.intervals import Interval, Intervals, from_pairs, intersection, span, union


class Shift(NamedTuple):
    """A move by whole years, months or days."""

    years: int = 0
    months: int = 0
    days: int = 0

    def back(self) -> "Shift":
        """Give the same move in the other direction."""
        return Shift(-self.years, -self.months, -self.days)


_IN_PLACE = Shift()
_NO_YEAR, _YEARS = "XXXX", range(10_000)


def days_of_plain(text: str) -> Intervals | None:
    """Give the days of a year, month or day written in digits alone; None for any other text.

    Most dates are such, and this takes a sixth of the time of the way through spans.
    """
    parts = text.split("-")
    if not all(map(str.isdecimal, parts)):
        return None
    numbers = [*map(int, parts)]
    following = [*numbers[:-1], numbers[-1] + 1]
    return ((day_number(*numbers), day_number(*following)),)


def days_of(spans: Iterable[Span]) -> Intervals:
    """Give the days that lie in one of the spans; an open or unknown end reaches to infinity.

    A qualifier moves no bound.
    """
    return union(*[_days_of_span(each, _days_of_point) for each in spans])


def days_for_overlap_of(spans: Iterable[Span]) -> Intervals:
    """Give the days as above, with a date that is approximate moved by one unit to each side too.

    The unit is that of the last digit known in the last component that is approximate: a year
    for 1963~, ten for 196X~, a month for 2013-12~ and for 2013-12~-05.
    """
    return union(*(_days_of_span(each, _days_about_point) for each in spans))


def days_in_years(spans: Iterable[Span], first: int, last: int) -> Intervals:
    """Give the days as of `days_of` that lie in some years, as many as these have and no more.

    A date without a year, such as XXXX-04-23, has a day in each of ten thousand.
    """
    years = range(max(first, _YEARS.start), min(last + 1, _YEARS.stop))
    inside = [days_of([part]) for each in spans for part in _in_years(each, years)]
    return intersection(union(*inside), ((day_number(first), day_number(last + 1)),))


def _in_years(each: Span, years: range) -> Iterator[Span]:
    """Yield a span, or one without a year once for each of some years."""
    point = each.first
    # A season may begin in the year before, or end in the year after.
    is_yearless = point is not None and point.year == _NO_YEAR and not point.is_season
    if point is None or not is_yearless or not each.is_one_date:
        yield each
        return
    for year in years:
        dated = point._replace(year=f"{year:04}")
        yield Span(dated, dated)


def _days_of_span(each: Span, days: Callable[[Point], Intervals]) -> Intervals:
    if each.first and each.is_one_date:
        return days(each.first)
    low = span(days(each.first))[0] if each.first else -math.inf
    high = span(days(each.last))[1] if each.last else math.inf
    return ((low, high),)


def _days_about_point(point: Point) -> Intervals:
    shift = _unit(point)
    moves = (shift.back(), _IN_PLACE, shift) if shift else (_IN_PLACE,)
    return union(*(_days_of_point(point, move) for move in moves))


def _days_of_point(point: Point, shift: Shift = _IN_PLACE) -> Intervals:
    if point.is_season:
        return from_pairs(_season_pairs(point, shift))
    if point.is_exact and shift is _IN_PLACE:
        return (_exact_pair(point),)
    if point.day.strip("X"):
        return from_pairs(_day_pairs(point, shift))
    if point.month.strip("X"):
        return from_pairs(_month_pairs(point, shift))
    return from_pairs(_year_pairs(point, shift))


def _exact_pair(point: Point) -> Interval:
    year = int(point.year)
    if not point.month:
        return day_number(year), day_number(year + 1)
    month = int(point.month)
    if not point.day:
        return day_number(year, month), day_number(year, month + 1)
    number = day_number(year, month, int(point.day))
    return number, number + 1


def _season_pairs(point: Point, shift: Shift) -> Iterator[Interval]:
    for year, (first, length) in product(point.years, MONTH_RUNS[point.month]):
        start = first + shift.months
        moved = year + shift.years
        yield day_number(moved, start), day_number(moved, start + length)


def _year_pairs(point: Point, shift: Shift) -> Iterator[Interval]:
    for year in point.years:
        yield day_number(year + shift.years), day_number(year + shift.years + 1)


def _month_pairs(point: Point, shift: Shift) -> Iterator[Interval]:
    for year, month in product(point.years, point.months):
        moved, start = year + shift.years, month + shift.months
        yield day_number(moved, start), day_number(moved, start + 1)


def _day_pairs(point: Point, shift: Shift) -> Iterator[Interval]:
    for year, month, day in product(point.years, point.months, point.days):
        moved = carried(year + shift.years, month + shift.months)
        if day <= month_length(*moved):
            number = day_number(*moved, day) + shift.days
            yield number, number + 1


def _unit(point: Point) -> Shift | None:
    """Give the unit by which an approximate date may be off, or None where it is not."""
    if "d" in point.approximate and point.day.strip("X"):
        return Shift(days=_known_to(point.day))
    if "m" in point.approximate and point.is_season:
        return Shift(months=months_long(point.month))
    if "m" in point.approximate and point.month.strip("X"):
        return Shift(months=_known_to(point.month))
    if "y" in point.approximate and point.year.strip("-X"):
        return Shift(years=_known_to(point.year))
    return None


def _known_to(digits: str) -> int:
    """Give the worth of the last digit that is known: 10 for 196X."""
    return int("1" + "0" * (len(digits) - len(digits.rstrip("X"))))
