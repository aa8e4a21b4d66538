"""A set of days to the shortest EDTF text that means it."""

import math
from datetime import date

from milepost.edtf.gregorian import day_number, month_length
from milepost.intervals import Bound, Intervals


def spelt(days: Intervals) -> str:
    """Return the EDTF text of a set of days of the years 1 to 9999; ends may be open."""
    if not days:
        return "no day at all"
    if len(days) == 1:
        return _one(*days[0])
    return "[" + ",".join(_part(*pair) for pair in days) + "]"


def _one(first: Bound, after: Bound) -> str:
    part = _part(first, after)
    return f"[{part}]" if ".." in part else part


def _part(first: Bound, after: Bound) -> str:
    if first == -math.inf:
        return f"..{_last(after)}"
    if after == math.inf:
        return f"{_day(first)}.."
    start = date.fromordinal(int(first))
    if after - first == 1:
        return start.isoformat()
    return _whole(start, after) or f"{start.isoformat()}..{_last(after)}"


def _whole(start: date, after: Bound) -> str:
    """Return the month or year that the days fill exactly, or nothing."""
    if start.day == 1 and after - start.toordinal() == month_length(start.year, start.month):
        return f"{start.year:04}-{start.month:02}"
    if (start.month, start.day) == (1, 1) and after == day_number(start.year + 1):
        return f"{start.year:04}"
    return ""


def _last(after: Bound) -> str:
    """Return the last day before a bound, as a year or month where it ends one."""
    return _day(after - 1)


def _day(number: Bound) -> str:
    return date.fromordinal(int(number)).isoformat()
