"""Relative wordings ("yesterday", "in the past fortnight") to days, counted from a publication."""

from milepost.edtf.gregorian import day_number
from milepost.edtf.spell import spelt
from milepost.intervals import Intervals, from_pairs

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
DAYS = {"day-before-yesterday": -2, "yesterday": -1, "today": 0, "tomorrow": 1}
PAST = {"past-week": 7, "past-fortnight": 14}
MONTHS = {"last-month": -1, "this-month": 0, "next-month": 1}
YEARS = {"last-year": -1, "this-year": 0, "next-year": 1}
# Ten years; what is wider is not a date of publication that a wording could be counted from.
_WIDEST = 3653
WORDINGS = (*DAYS, *PAST, *MONTHS, *YEARS, "earlier", *WEEKDAYS)


def relative_days(wording: str, published: Intervals) -> Intervals:
    """Return the days that a wording means for a publication on one of some days.

    A bare weekday is the last one up to the day of publication, itself included. ValueError where
    the wording is not one of WORDINGS, or the publication is open at one end.
    """
    if wording not in WORDINGS:
        message = f"{wording!r} is no wording known here; known are {', '.join(WORDINGS)}"
        raise ValueError(message)
    first, after = published[0][0], published[-1][1]
    if wording == "earlier":
        return from_pairs([(float("-inf"), after)])
    if float("-inf") == first or after == float("inf"):
        message = "the date of publication is open at one end"
        raise ValueError(message)
    if after - first > _WIDEST:
        message = "the date of publication is too wide: name a day, a month, a year or a decade"
        raise ValueError(message)
    pairs = (_day(wording, day) for low, high in published for day in range(int(low), int(high)))
    return from_pairs(pairs)


def _day(wording: str, day: int) -> tuple[int, int]:
    if wording in DAYS:
        return day + DAYS[wording], day + DAYS[wording] + 1
    if wording in PAST:
        return day - PAST[wording], day + 1
    if wording in WEEKDAYS:
        start = day - (day - 1 - WEEKDAYS.index(wording)) % 7
        return start, start + 1
    return _calendar(wording, day)


def _calendar(wording: str, day: int) -> tuple[int, int]:
    year, month, _ = (int(part) for part in spelt(((day, day + 1),)).split("-"))
    if wording in YEARS:
        year += YEARS[wording]
        return day_number(year), day_number(year + 1)
    month += MONTHS[wording]
    return day_number(year, month), day_number(year, month + 1)
