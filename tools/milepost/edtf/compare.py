"""How two dates lie to each other: two dates in, one word out."""

from typing import Literal, TypeAlias

from milepost.edtf.date import Date
from milepost.intervals import overlap, span, within

Comparison: TypeAlias = Literal[
    "same", "within", "contains", "overlapping", "before", "after", "apart"
]


def compare(first: Date, second: Date) -> Comparison:
    """Say how the days of the first lie to those of the second.

    `overlapping` counts dates that meet only because one is approximate; `apart` is said of sets
    that lie among each other without a common day, such as [1963,1966] and 1964.
    """
    if first.days == second.days:
        return "same"
    if within(first.days, second.days):
        return "within"
    if within(second.days, first.days):
        return "contains"
    if overlap(first.days_for_overlap, second.days_for_overlap):
        return "overlapping"
    return _order(first, second)


def _order(first: Date, second: Date) -> Comparison:
    (low, high), (other_low, other_high) = span(first.days), span(second.days)
    if high <= other_low:
        return "before"
    return "after" if other_high <= low else "apart"
