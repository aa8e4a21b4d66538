"""A duration from a date to its end: ISO 8601 in days or weeks in, the days of the end out."""

import re

from milepost.evidence.inputs import Inputs, both_ends_counted, days_of, need
from milepost.intervals import Intervals, from_pairs

_DURATION = re.compile(r"P([1-9][0-9]{0,3})([DW])")
_DAYS = {"D": 1, "W": 7}


def duration(inputs: Inputs) -> Intervals:
    """Return the days on which what lasted so long from `start` ended.

    A visit of four days from Saturday ends on Tuesday where both ends are counted (inclusive), and
    what followed four days later was on Wednesday (exclusive); a silent source leaves either.
    """
    start, length = days_of(inputs, "start"), _length(need(inputs, "lasted"))
    return from_pairs(
        (low + length - both, high + length - both)
        for both in both_ends_counted(inputs)
        for low, high in start
    )


def _length(lasted: str) -> int:
    found = _DURATION.fullmatch(lasted)
    if found is None:
        message = f"lasted is {lasted!r}; write days or weeks in ISO 8601, such as P4D or P2W"
        raise ValueError(message)
    return int(found[1]) * _DAYS[found[2]]
