"""Years as sets of days."""

from functools import lru_cache

from milepost.edtf.gregorian import day_number
from milepost.intervals import Intervals


@lru_cache(maxsize=4096)
def days_of_year(year: int) -> Intervals:
    """Return the days of a year, numbered as those of dates are."""
    return ((day_number(year), day_number(year + 1)),)
