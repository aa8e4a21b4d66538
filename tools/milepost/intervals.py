"""Sets of numbers as sorted, disjoint, half-open intervals.

Dates become sets of day numbers and quantities sets of amounts, so both are compared here.
"""

import math
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from fractions import Fraction

Bound: TypeAlias = "int | float | Fraction"
Interval: TypeAlias = tuple[Bound, Bound]
Intervals: TypeAlias = tuple[Interval, ...]

NOTHING: Intervals = ()
EVERYTHING: Intervals = ((-math.inf, math.inf),)


def from_pairs(pairs: Iterable[Interval]) -> Intervals:
    """Give the set that half-open [low, high) pairs cover, in any order; those that touch join.

    A pair whose low is not below its high covers nothing.
    """
    joined: list[Interval] = []
    for low, high in sorted(pairs):
        if low >= high:
            continue
        if joined and low <= joined[-1][1]:
            if high > joined[-1][1]:
                joined[-1] = (joined[-1][0], high)
        else:
            joined.append((low, high))
    return tuple(joined)


def union(*sets: Intervals) -> Intervals:
    """Give the numbers that lie in at least one of the sets."""
    if len(sets) == 1:
        return sets[0]
    return from_pairs(pair for intervals in sets for pair in intervals)


def intersection(first: Intervals, second: Intervals) -> Intervals:
    """Give the numbers that lie in both sets."""
    return tuple(_meetings(first, second))


def overlap(first: Intervals, second: Intervals) -> bool:
    """Tell whether some number lies in both sets."""
    if len(first) == 1 == len(second):
        return first[0][0] < second[0][1] and second[0][0] < first[0][1]
    return any(True for _ in _meetings(first, second))


def _meetings(first: Intervals, second: Intervals) -> Iterator[Interval]:
    at = other = 0
    while at < len(first) and other < len(second):
        (low, high), (other_low, other_high) = first[at], second[other]
        if low < other_high and other_low < high:
            yield max(low, other_low), min(high, other_high)
        if high <= other_high:
            at += 1
        else:
            other += 1


def within(inner: Intervals, outer: Intervals) -> bool:
    """Tell whether every number of inner lies in outer; an empty inner lies within everything."""
    if len(inner) == 1 == len(outer):
        return outer[0][0] <= inner[0][0] and inner[0][1] <= outer[0][1]
    at = 0
    for low, high in inner:
        while at < len(outer) and outer[at][1] < high:
            at += 1
        if at == len(outer) or low < outer[at][0]:
            return False
    return True


def widened(intervals: Intervals, by: Bound) -> Intervals:
    """Give the set with each interval longer by a non-negative number at both ends."""
    return from_pairs((low - by, high + by) for low, high in intervals)


def span(intervals: Intervals) -> Interval:
    """Give the least and greatest bound of a set that is not empty."""
    return intervals[0][0], intervals[-1][1]
