"""Cells: values of records to the text that stands in a table, empty for what is absent."""

import re
from collections.abc import Iterable
from datetime import MAXYEAR, MINYEAR
from functools import lru_cache
from typing import Final, NamedTuple

from milepost import edtf
from milepost.edtf.bounds import CalendarDay

SEPARATOR = "|"
# The same date stands in many records, and each record in every format.
_DATES: Final = 32768
_DAY: Final = re.compile(r"(?!0000)\d{4}-\d\d-\d\d", re.ASCII)


def cell(value: object) -> str:
    """Return a plain value as text; an absent one is empty, and truth is true or false."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def joined(values: Iterable[str]) -> str:
    r"""Return several values as one text, with | between them; inside one it is \|, and \ is \\."""
    return SEPARATOR.join(v.replace("\\", "\\\\").replace(SEPARATOR, "\\|") for v in values)


def earliest(date: str) -> str:
    """Return the first day that an EDTF date allows, empty where it is open or no year is known."""
    return _told(date).earliest


def latest(date: str) -> str:
    """Return the last day that an EDTF date allows, empty where it is open or no year is known."""
    return _told(date).latest


def precision(date: str) -> str:
    """Return the calendar unit that a date is known to lie in."""
    return _told(date).precision


class _Told(NamedTuple):
    earliest: str
    latest: str
    precision: str


@lru_cache(maxsize=_DATES)
def _told(date: str) -> _Told:
    if not date:
        return _Told("", "", "")
    if _DAY.fullmatch(date):
        # Most dates are such, and are their own bounds.
        return _Told(date, date, "day")
    parsed = edtf.parse(date)
    if not parsed.has_year:
        # The bounds of XXXX-04-23 are all the years there are, and say nothing.
        return _Told("", "", parsed.precision)
    return _Told(_day(parsed.earliest), _day(parsed.latest), parsed.precision)


def _day(day: CalendarDay | None) -> str:
    """Return a day in ISO 8601; nothing outside the years that every format can hold."""
    if day is None or not MINYEAR <= day[0] <= MAXYEAR:
        return ""
    return "{:04}-{:02}-{:02}".format(*day)
