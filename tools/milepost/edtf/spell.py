"""A set of days to the shortest EDTF text that means it."""

import math
from datetime import date

from milepost.intervals import Bound, Intervals


def spelt(days: Intervals) -> str:
    """Return the EDTF text of a set of days of the years 1 to 9999; ends may be open."""
    if not days:
        return "no day at all"
    parts = [_part(*pair) for pair in days]
    if len(parts) == 1 and ".." not in parts[0]:
        return parts[0]
    return "[" + ",".join(parts) + "]"


def _part(first: Bound, after: Bound) -> str:
    """Return one stretch, in years or months where both of its ends are ends of such."""
    starts = None if first == -math.inf else date.fromordinal(int(first))
    ends = None if after == math.inf else date.fromordinal(int(after) - 1)
    length = max(_length(first), _length(after))
    one = starts.isoformat()[:length] if starts else ""
    other = ends.isoformat()[:length] if ends else ""
    return one if one == other else f"{one}..{other}"


def _length(bound: Bound) -> int:
    """Return how many characters of an ISO date are needed to name a bound between two days."""
    if math.isinf(bound):
        return 4
    day = date.fromordinal(int(bound))
    if (day.month, day.day) == (1, 1):
        return 4
    return 7 if day.day == 1 else 10
