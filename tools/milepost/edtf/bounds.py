"""The first and the last day that one written date allows, as (year, month, day)."""

from collections.abc import Iterable, Iterator
from itertools import product
from typing import TypeAlias

from milepost.edtf.gregorian import MONTHS_IN_YEAR, carried, month_length
from milepost.edtf.point import Point
from milepost.edtf.season import MONTH_RUNS

CalendarDay: TypeAlias = tuple[int, int, int]


def has_a_day(point: Point) -> bool:
    """Tell whether some day of the calendar fits the date; none fits 2023-02-29 or 2001-21-05."""
    if point.is_season:
        return bool(point.years) and not point.day
    if point.is_exact and point.year != "-0000":
        month = int(point.month or 1)
        if not 1 <= month <= MONTHS_IN_YEAR:
            return False
        return not point.day or 1 <= int(point.day) <= month_length(int(point.year), month)
    return any(True for _ in _real(product(point.years, point.months, point.days)))


def first_day(point: Point) -> CalendarDay:
    """Give the earliest day that fits a date that has one."""
    if point.is_season:
        first = min(run_first for run_first, _ in MONTH_RUNS[point.month])
        return *carried(point.years[0], first), 1
    if point.is_exact:
        return int(point.year), int(point.month or 1), int(point.day or 1)
    return next(_real(product(point.years, point.months, point.days)))


def last_day(point: Point) -> CalendarDay:
    """Give the latest day that fits a date that has one."""
    if point.is_season:
        last = max(run_first + length - 1 for run_first, length in MONTH_RUNS[point.month])
        year, month = carried(point.years[-1], last)
        return year, month, month_length(year, month)
    if point.is_exact:
        year, month = int(point.year), int(point.month or MONTHS_IN_YEAR)
        return year, month, int(point.day or month_length(year, month))
    return next(_real(product(point.years[::-1], point.months[::-1], point.days[::-1])))


def _real(days: Iterable[CalendarDay]) -> Iterator[CalendarDay]:
    return (each for each in days if each[2] <= month_length(each[0], each[1]))
