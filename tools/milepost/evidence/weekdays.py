"""A weekday before or after a date: one day for each day that the date may be."""

from milepost.evidence.inputs import Inputs, days_of, each_day, need
from milepost.evidence.relative import WEEKDAYS
from milepost.intervals import Intervals, from_pairs


def weekday_before(inputs: Inputs) -> Intervals:
    """Return the last such weekday before a date."""
    wanted = _wanted(inputs)
    found = (day - ((day - 1 - wanted) % 7 or 7) for day in each_day(days_of(inputs, "before")))
    return from_pairs((day, day + 1) for day in found)


def weekday_after(inputs: Inputs) -> Intervals:
    """Return the first such weekday after a date."""
    wanted = _wanted(inputs)
    found = (day + ((wanted - day + 1) % 7 or 7) for day in each_day(days_of(inputs, "after")))
    return from_pairs((day, day + 1) for day in found)


def _wanted(inputs: Inputs) -> int:
    """Return the number of the weekday; day 1 of the Gregorian calendar was a Monday, 0."""
    weekday = need(inputs, "weekday")
    if weekday not in WEEKDAYS:
        message = f"{weekday!r} is no weekday; write one of {', '.join(WEEKDAYS)}"
        raise ValueError(message)
    return WEEKDAYS.index(weekday)
