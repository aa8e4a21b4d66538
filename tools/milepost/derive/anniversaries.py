"""Anniversaries: dated milestones and a year in, which of them has which anniversary out."""

import calendar
import re
from collections.abc import Iterable
from typing import NamedTuple

from milepost.derive.headline import headline_of
from milepost.model import Record

# A year, a month and a day without any mark of doubt: a day that nobody knows has no anniversary.
_EXACT_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
# States celebrate every fifth year; what lies between passes with a message at most.
ROUND = 5


class Anniversary(NamedTuple):
    """The `years`-th return of the headline day of a milestone, in a year of the calendar."""

    milestone: Record
    year: int
    month: int
    day: int
    years: int

    @property
    def is_round(self) -> bool:
        """Whether it is one of those that are celebrated: the fifth, the tenth and so on."""
        return self.years % ROUND == 0

    @property
    def is_in_calendar(self) -> bool:
        """Whether the year has the day at all; most have no 29 February."""
        return self.day <= calendar.monthrange(self.year, self.month)[1]

    @property
    def date(self) -> str:
        """The day as year, month and day, though the year may not have it."""
        return f"{self.year:04}-{self.month:02}-{self.day:02}"


def anniversaries(milestones: Iterable[Record], year: int) -> list[Anniversary]:
    """Return the anniversaries of a year by day; milestones without an exact day have none."""
    found = [a for record in milestones if (a := _anniversary(record, year))]
    return sorted(found, key=lambda a: (a.month, a.day, -a.years, a.milestone.path))


def exact_day(milestone: Record) -> tuple[int, int, int] | None:
    """Return the headline day of a milestone as year, month and day; None where it is not known."""
    headline = headline_of(milestone.body) or {}
    exact = _EXACT_DAY.fullmatch(headline.get("date", ""))
    if not exact:
        return None
    year, month, day = map(int, exact.groups())
    return year, month, day


def _anniversary(record: Record, year: int) -> Anniversary | None:
    then = exact_day(record)
    if not then or year <= then[0]:
        return None
    return Anniversary(record, year, then[1], then[2], year - then[0])


def next_anniversary(
    milestones: Iterable[Record], day: str, *, round_only: bool = False
) -> Anniversary | None:
    """Return the first anniversary on a day (ISO 8601) or after it, within the year that follows.

    None where no milestone has one; one that falls on no day of its year is passed over.
    """
    known = list(milestones)
    years = (int(day[:4]), int(day[:4]) + 1)
    coming = (
        one
        for year in years
        for one in anniversaries(known, year)
        if one.is_in_calendar and one.date >= day and (one.is_round or not round_only)
    )
    return next(coming, None)
