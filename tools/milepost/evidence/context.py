"""What a source prints of a date, completed from its context: the year, or year and month."""

import re

from milepost import edtf
from milepost.edtf.gregorian import day_number, month_length
from milepost.evidence.inputs import Inputs, days_of, need, years_of
from milepost.intervals import Intervals, from_pairs, intersection, union

_ANY_YEAR = "XXXX-"
_OF_YEAR = {"stated", "year"}
_DAY_ALONE = re.compile(r"XXXX-XX-([0-2][0-9]|3[01])")
# The months of ten years; what is wider is no context that a day could be placed in.
_WIDEST = 120


def context_year(inputs: Inputs) -> Intervals:
    """Return the stated days that lie in the year of the context."""
    stated, year = need(inputs, "stated"), days_of(inputs, "year")
    if len(inputs["year"]) == len("2022") and _are_plain(stated, inputs["year"]):
        return _in_year(stated, int(inputs["year"]))
    if not stated.startswith(_ANY_YEAR):
        return intersection(days_of(inputs, "stated"), year)
    first, last = years_of(inputs, "year")
    in_turn = (_in_year(stated, number) for number in range(first, last + 1))
    return intersection(union(*in_turn), year)


def is_completed(inputs: Inputs, claimed: str) -> bool:
    """Return whether a readable claim is, to the letter, a plain day or month with its year.

    Then it is what `context_year` gives.
    """
    stated, year = inputs.get("stated", ""), inputs.get("year", "")
    is_plain = inputs.keys() == _OF_YEAR and len(year) == len("2022") and _are_plain(stated, year)
    return is_plain and claimed == year + stated[len(year) :]


def context_month(inputs: Inputs) -> Intervals:
    """Return the stated day of each month that the context may mean, where it has such a day."""
    stated = need(inputs, "stated")
    found = _DAY_ALONE.fullmatch(stated)
    if found is None:
        message = f"stated is {stated!r}; write the day alone, such as XXXX-XX-23"
        raise ValueError(message)
    day = int(found[1])
    return from_pairs(
        (day_number(year, month, day), day_number(year, month, day) + 1)
        for year, month in _months(inputs)
        if 0 < day <= month_length(year, month)
    )


def _months(inputs: Inputs) -> list[tuple[int, int]]:
    """Return the months in which the days of the context lie."""
    days, (first, last) = days_of(inputs, "month"), years_of(inputs, "month")
    months = [(year, month) for year in range(first, last + 1) for month in range(1, 13)]
    if len(months) > _WIDEST:
        message = "the month of the context is too wide: name a month"
        raise ValueError(message)
    return [
        (year, month)
        for year, month in months
        if intersection(days, ((day_number(year, month), day_number(year, month + 1)),))
    ]


def _are_plain(stated: str, year: str) -> bool:
    """Return whether a month or day without a year, and a year, are in digits, as most are."""
    digits = stated.removeprefix(_ANY_YEAR).replace("-", "")
    return stated.startswith(_ANY_YEAR) and (digits + year).isdecimal()


def _in_year(stated: str, year: int) -> Intervals:
    """Return the days of a date without a year in one year; none for 29 February in most."""
    try:
        return edtf.parse(f"{year:04}-{stated.removeprefix(_ANY_YEAR)}").days
    except ValueError:
        return ()
