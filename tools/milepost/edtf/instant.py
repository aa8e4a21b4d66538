"""Which dates a stage may hold: one instant with its uncertainty, and nothing that lasted."""

import re
from typing import Final, Literal

from milepost.edtf.date import Date
from milepost.edtf.structure import Kind

_NO_YEAR: Final = "XXXX"
_REASONS: Final[dict[Kind | Literal["no-year", "early"], str]] = {
    "interval": (
        "a/b means a duration here: what lasted has an `end` beside its `date`; "
        "some time within is [a..b]"
    ),
    "season": "a season or quarter begins and ends where custom says; write its months as [a..b]",
    "time": "a date has no time of day here; write the day at the place, such as 2022-04-23",
    "long-year": "a year has four digits here and no Y before it",
    "all-of": "{...} means each of these dates; one of them is [...], and each act is a stage",
    "no-year": "a date without a year stands alone and names its month, such as XXXX-04-23",
    "early": "a year is 0001 or later here, as in the calendars and tables that take the date over",
}
# A season or long year in a set, which only the parts of its dates tell for sure.
_PERHAPS_NO_DAY: Final = re.compile("Y|[0-9X]{4}[?~%]*-[?~%]*[2-4]")

# A year before 0001, or one that may be, unless it is what follows a mark of doubt.
_PERHAPS_EARLY: Final = re.compile("(?:^|[^0-9X-])(?:-|0[0X]{3})")
_FIRST_DAY: Final = (1, 1, 1)


def is_instant(date: Date) -> bool:
    """Tell whether a stage may hold the date: a day, month or year, or one of a set of those."""
    return refusal(date) is None


def refusal(date: Date) -> str | None:
    """Give the reason and the mend for a date that no stage may hold, or None if one may."""
    if reason := _REASONS.get(date.kind):
        return f"{date.text}: {reason}"
    if not date.has_year and (date.text.count(_NO_YEAR) > 1 or date.text.startswith("XXXX-XX")):
        return f"{date.text}: {_REASONS['no-year']}"
    may_be_none = date.kind == "one-of" and _PERHAPS_NO_DAY.search(date.text)
    for point in date.points if may_be_none else ():
        if point.is_season:
            return f"{date.text}: {_REASONS['season']}"
        if point.is_long_year:
            return f"{date.text}: {_REASONS['long-year']}"
    return f"{date.text}: {_REASONS['early']}" if _is_early(date) else None


def _is_early(date: Date) -> bool:
    if not _PERHAPS_EARLY.search(date.text):
        return False
    return any(day is not None and day < _FIRST_DAY for day in (date.earliest, date.latest))
