"""One written date as its components: text in, digits, unknown digits (X) and qualifiers out."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from milepost.edtf.gregorian import LONGEST_MONTH, MONTHS_IN_YEAR
from milepost.edtf.season import MONTH_RUNS

COMPONENTS = "ymd"
_APPROXIMATE, _UNCERTAIN = frozenset("~%"), frozenset("?%")
_QUALIFIED_WHOLE = re.compile(r"(-?[0-9X]{4})(?:-([0-9X]{2})(?:-([0-9X]{2}))?)?([?~%])?")
_QUALIFIED_IN_PARTS = re.compile(
    r"([?~%])?(-?[0-9X]{4})([?~%])?"
    r"(?:-([?~%])?([0-9X]{2})([?~%])?"
    r"(?:-([?~%])?([0-9X]{2})([?~%])?)?)?"
)
_LONG_YEAR = re.compile(r"Y(?:(-?[1-9][0-9]{4,17})|(-?[1-9][0-9]{0,17})E([1-9][0-9]?))([?~%])?")


class Point(NamedTuple):
    """A date as written: `year` such as 1963, -0043, 19XX, 170000002; month and day may be empty.

    `approximate` and `uncertain` hold the letters (y, m, d) of the components they qualify;
    `clock` is the time of day with its offset, as written.
    """

    text: str
    year: str
    month: str = ""
    day: str = ""
    approximate: str = ""
    uncertain: str = ""
    clock: str = ""

    @property
    def components(self) -> str:
        """The letters (y, m, d) of the components that are written."""
        return COMPONENTS[: 1 + bool(self.month) + bool(self.day)]

    @property
    def is_exact(self) -> bool:
        """Whether every digit is known."""
        return "X" not in self.text

    @property
    def is_season(self) -> bool:
        """Whether a sub-year grouping stands in the place of the month."""
        return self.month in MONTH_RUNS

    @property
    def is_long_year(self) -> bool:
        """Whether the year is written with a Y: beyond four digits or with an exponent."""
        return self.text.startswith("Y")

    @property
    def years(self) -> Sequence[int]:
        """Each year that fits the digits, ascending; there is no year -0000."""
        if not self.year.startswith("-"):
            return fitting(self.year)
        return [-year for year in reversed(fitting(self.year[1:], 1))]

    @property
    def months(self) -> Sequence[int]:
        """Each month that fits the digits, ascending; all twelve where none is written."""
        return fitting(self.month or "XX", 1, MONTHS_IN_YEAR)

    @property
    def days(self) -> Sequence[int]:
        """Each day of a month that fits the digits, ascending, up to the 31st."""
        return fitting(self.day or "XX", 1, LONGEST_MONTH)


@lru_cache(maxsize=1024)
def fitting(mask: str, low: int = 0, high: int | None = None) -> tuple[int, ...]:
    """Give each number from low to high, ascending, whose digits fit a mask of digits and X."""
    found = [0]
    for place in mask:
        digits = range(10) if place == "X" else (int(place),)
        found = [number * 10 + digit for number in found for digit in digits]
    return tuple(number for number in found if low <= number and (high is None or number <= high))


def point_of(text: str) -> Point | None:
    """Read one date without a time of day, or give None where the text has not its shape.

    Whether such a day exists in the calendar is another question.
    """
    found = _QUALIFIED_WHOLE.fullmatch(text)
    if found is None:
        return _in_parts(text) or _long_year(text)
    year, month, day, mark = found.groups("")
    if not mark:
        return Point(text, year, month, day)
    components = COMPONENTS[: 1 + bool(month) + bool(day)]
    approximate = components if mark in _APPROXIMATE else ""
    return Point(text, year, month, day, approximate, components if mark in _UNCERTAIN else "")


def _in_parts(text: str) -> Point | None:
    found = _QUALIFIED_IN_PARTS.fullmatch(text)
    if found is None:
        return None
    parts = found.groups("")
    lefts, (year, month, day), rights = parts[0::3], parts[1::3], parts[2::3]
    approximate = _qualified(lefts, rights, _APPROXIMATE)
    return Point(text, year, month, day, approximate, _qualified(lefts, rights, _UNCERTAIN))


def _long_year(text: str) -> Point | None:
    found = _LONG_YEAR.fullmatch(text)
    if found is None:
        return None
    plain, significand, exponent, mark = found.groups("")
    year = plain or significand + "0" * int(exponent)
    approximate = "y" if mark in _APPROXIMATE else ""
    return Point(text, year, "", "", approximate, "y" if mark in _UNCERTAIN else "")


def _qualified(lefts: Sequence[str], rights: Sequence[str], symbols: frozenset[str]) -> str:
    """Name the components qualified: a mark on the left is for one, on the right for all so far."""
    return "".join(
        letter
        for at, letter in enumerate(COMPONENTS)
        if lefts[at] in symbols or not symbols.isdisjoint(rights[at:])
    )
