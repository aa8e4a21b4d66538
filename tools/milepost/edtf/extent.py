"""How far a date reaches: its spans in, the earliest and latest day and a sort key out."""

from collections.abc import Iterable
from typing import TypeAlias

from milepost.edtf.bounds import CalendarDay, first_day, last_day
from milepost.edtf.structure import Span

SortKey: TypeAlias = tuple[int, int, int, int, int, int]

_AFTER_ALL_YEARS: CalendarDay = (10**200, 12, 31)


def earliest_of(spans: Iterable[Span]) -> CalendarDay | None:
    """Give the first day of the spans together, or None where one is open at its start."""
    firsts = [first_day(span.first) if span.first else None for span in spans]
    known = [first for first in firsts if first]
    return min(known) if len(known) == len(firsts) else None


def latest_of(spans: Iterable[Span]) -> CalendarDay | None:
    """Give the last day of the spans together, or None where one is open at its end."""
    lasts = [last_day(span.last) if span.last else None for span in spans]
    known = [last for last in lasts if last]
    return max(known) if len(known) == len(lasts) else None


def sort_key_of(spans: Iterable[Span]) -> SortKey:
    """Give year, month, day of the earliest and of the latest: integers that sort a chronology.

    A date that is open at its start sorts by the last day of the span that is; one open at its
    end comes after all that begin with it.
    """
    spans = tuple(spans)
    start = earliest_of(spans) or min(
        last_day(span.last) for span in spans if span.last and not span.first
    )
    return *start, *(latest_of(spans) or _AFTER_ALL_YEARS)
