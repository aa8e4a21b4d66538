"""Cells: values of records to the text that stands in a table, empty for what is absent."""

from collections.abc import Iterable
from functools import lru_cache

from milepost import edtf
from milepost.edtf.bounds import CalendarDay

SEPARATOR = "|"
# The same date stands in many records, and each record in every format.
_DATES = 32768


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


@lru_cache(maxsize=_DATES)
def earliest(date: str) -> str:
    """Return the first day that an EDTF date allows, empty where it is open or no year is known."""
    parsed = _bounded(date)
    return _day(parsed.earliest) if parsed else ""


@lru_cache(maxsize=_DATES)
def latest(date: str) -> str:
    """Return the last day that an EDTF date allows, empty where it is open or no year is known."""
    parsed = _bounded(date)
    return _day(parsed.latest) if parsed else ""


def _bounded(date: str) -> edtf.Date | None:
    """Return a date whose bounds say something: those of XXXX-04-23 are all the years there are."""
    parsed = edtf.parse(date) if date else None
    return parsed if parsed and parsed.precision != "unspecified" else None


@lru_cache(maxsize=_DATES)
def precision(date: str) -> str:
    """Return the calendar unit that a date is known to."""
    return edtf.parse(date).precision if date else ""


def _day(day: CalendarDay | None) -> str:
    """Return a day in ISO 8601; years before 0 and after 9999 carry a sign."""
    if day is None:
        return ""
    year, month, number = day
    sign = "" if 0 <= year <= 9999 else "+-"[year < 0]  # noqa: PLR2004 -- four digits
    return f"{sign}{abs(year):04d}-{month:02d}-{number:02d}"
