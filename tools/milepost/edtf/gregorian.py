"""Day numbers of the proleptic Gregorian calendar: year, month and day in, one integer out."""

MONTHS_IN_YEAR = 12
LONGEST_MONTH = 31
_FEBRUARY = 2
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_DAYS_BEFORE = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)


def is_leap(year: int) -> bool:
    """Tell whether a year, counted astronomically (0 is 1 BCE), has 366 days."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year: int, month: int) -> int:
    """Give the number of days of a month, 1 to 12."""
    if month == _FEBRUARY and is_leap(year):
        return 29
    return _LENGTHS[month - 1]


def carried(year: int, month: int) -> tuple[int, int]:
    """Carry a month before January or after December into the years beside."""
    return year + (month - 1) // MONTHS_IN_YEAR, (month - 1) % MONTHS_IN_YEAR + 1


def day_number(year: int, month: int = 1, day: int = 1) -> int:
    """Number a day, 0001-01-01 being 1 as for `datetime.date.toordinal`, in years of any sign.

    A month outside 1 to 12 is carried; a day past the end of its month counts on into the next.
    """
    if not 1 <= month <= MONTHS_IN_YEAR:
        year, month = carried(year, month)
    before = year - 1
    leap_days = before // 4 - before // 100 + before // 400 + (month > _FEBRUARY and is_leap(year))
    return 365 * before + leap_days + _DAYS_BEFORE[month - 1] + day
