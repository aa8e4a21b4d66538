"""Derivations: named rules that turn what a source prints into the set of days that it implies."""

import math
from collections.abc import Callable, Mapping
from functools import lru_cache

from milepost import edtf
from milepost.edtf.gregorian import day_number
from milepost.evidence.context import context_month, context_year
from milepost.evidence.durations import duration
from milepost.evidence.inputs import (
    Inputs,
    both_ends_counted,
    count_of,
    days_of,
    need,
    years_of,
)
from milepost.evidence.relative import relative_days
from milepost.evidence.weekdays import weekday_after, weekday_before
from milepost.intervals import Intervals, from_pairs, intersection, union

# The year before the first of each era, and the days of the era, after the edicts that began them.
ERAS = {
    "meiji": (1867, "1868-10-23/1912-07-29"),
    "taisho": (1911, "1912-07-30/1926-12-24"),
    "showa": (1925, "1926-12-25/1989-01-07"),
    "heisei": (1988, "1989-01-08/2019-04-30"),
    "reiwa": (2018, "2019-05-01/.."),
}


def derived_days(rule: str, inputs: Inputs) -> Intervals:
    """Return the set of days that a rule gives for its inputs; ValueError says what is amiss."""
    return _derived_days(rule, tuple(inputs.items()))


@lru_cache(maxsize=8192)
def _derived_days(rule: str, named: tuple[tuple[str, str], ...]) -> Intervals:
    inputs = dict(named)
    if rule not in RULES:
        message = f"there is no derivation rule {rule!r}"
        raise ValueError(message)
    surplus = [name for name in inputs if name not in INPUTS[rule]]
    if surplus:
        message = f"{rule} has no input {surplus[0]!r}; it takes {', '.join(INPUTS[rule])}"
        raise ValueError(message)
    return RULES[rule](inputs)


def lost_marks(inputs: Inputs, derived: str) -> str:
    """Return the marks ~ and ? that an input has and the derived date has not, or nothing."""
    given = "".join(inputs.values())
    if not {"~", "?", "%"}.intersection(given):
        return ""
    given = given.replace("%", "~?")
    return "".join(
        mark for mark in "~?" if mark in given and mark not in derived.replace("%", "~?")
    )


def anniversary(inputs: Inputs) -> Intervals:
    """Return the year that two of base, ordinal and celebrated give; never a day."""
    return _third(inputs, "ordinal", 0)


def elapsed_years(inputs: Inputs) -> Intervals:
    """Return the year that two of base, elapsed and celebrated give; inclusive counts both ends.

    Where the source does not say how it counts, the result is either year.
    """
    return union(*(_third(inputs, "elapsed", both) for both in both_ends_counted(inputs)))


def era_year(inputs: Inputs) -> Intervals:
    """Return the days of a year of a Japanese era, and of them the stated month or day, if any."""
    era = need(inputs, "era")
    if era not in ERAS:
        message = f"{era!r} is no era known here; known are {', '.join(ERAS)}"
        raise ValueError(message)
    before, lasted = ERAS[era]
    year = before + count_of(inputs, "year")
    days = intersection(((day_number(year), day_number(year + 1)),), edtf.parse(lasted).days)
    if "stated" not in inputs:
        return days
    return intersection(days, edtf.parse(inputs["stated"]).days_in(year, year))


def relative_to_publication(inputs: Inputs) -> Intervals:
    """Return the days that a relative wording means on the day of publication."""
    return relative_days(need(inputs, "stated"), days_of(inputs, "published"))


def bounded_by(inputs: Inputs) -> Intervals:
    """Return the days from the first of `earliest` to the last of `latest`; one may be absent."""
    if not {"earliest", "latest"} & set(inputs):
        message = "bounded-by needs earliest or latest"
        raise ValueError(message)
    low = days_of(inputs, "earliest")[0][0] if "earliest" in inputs else -math.inf
    high = days_of(inputs, "latest")[-1][1] if "latest" in inputs else math.inf
    return from_pairs([(low, high)])


def same_day_as(inputs: Inputs) -> Intervals:
    """Return the days of the act that happened on the same day."""
    return days_of(inputs, "day")


RULES: Mapping[str, Callable[[Inputs], Intervals]] = {
    "context-year": context_year,
    "context-month": context_month,
    "anniversary": anniversary,
    "elapsed-years": elapsed_years,
    "era-year": era_year,
    "relative-to-publication": relative_to_publication,
    "weekday-before": weekday_before,
    "weekday-after": weekday_after,
    "duration": duration,
    "bounded-by": bounded_by,
    "same-day-as": same_day_as,
}
INPUTS: Mapping[str, tuple[str, ...]] = {
    "context-year": ("stated", "year"),
    "context-month": ("stated", "month"),
    "anniversary": ("base", "ordinal", "celebrated"),
    "elapsed-years": ("base", "elapsed", "celebrated", "counting"),
    "era-year": ("era", "year", "stated"),
    "relative-to-publication": ("stated", "published"),
    "weekday-before": ("weekday", "before"),
    "weekday-after": ("weekday", "after"),
    "duration": ("start", "lasted", "counting"),
    "bounded-by": ("earliest", "latest"),
    "same-day-as": ("day",),
}


def _third(inputs: Inputs, number: str, overlap: int) -> Intervals:
    """Return the year left out of base + number - overlap = celebrated."""
    if "base" in inputs and "celebrated" in inputs:
        message = f"base and celebrated together give a count and no date; give {number} and one"
        raise ValueError(message)
    count = count_of(inputs, number) - overlap
    if "base" in inputs:
        first, last = years_of(inputs, "base")
    else:
        (first, last), count = years_of(inputs, "celebrated"), -count
    return ((day_number(first + count), day_number(last + count + 1)),)
