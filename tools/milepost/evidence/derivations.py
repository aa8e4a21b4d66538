"""Derivations: named rules that turn what a source prints into the set of days that it implies."""

import math
from collections.abc import Callable, Mapping

from milepost import edtf
from milepost.edtf.gregorian import day_number
from milepost.evidence.relative import WEEKDAYS, relative_days
from milepost.intervals import Intervals, from_pairs, intersection, union

Inputs = Mapping[str, str]

# The year before the first of each era, and the days of the era, after the edicts that began them.
ERAS = {
    "meiji": (1867, "1868-10-23/1912-07-29"),
    "taisho": (1911, "1912-07-30/1926-12-24"),
    "showa": (1925, "1926-12-25/1989-01-07"),
    "heisei": (1988, "1989-01-08/2019-04-30"),
    "reiwa": (2018, "2019-05-01/.."),
}
_ANY_YEAR = "XXXX-"
COUNTING = ("exclusive", "inclusive")


def derived_days(rule: str, inputs: Inputs) -> Intervals:
    """Return the set of days that a rule gives for its inputs; ValueError says what is amiss."""
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


def context_year(inputs: Inputs) -> Intervals:
    """Return the stated days that lie in the year of the context."""
    stated, year = _need(inputs, "stated"), _days(inputs, "year")
    if len(inputs["year"]) == len("2022") and _are_plain(stated, inputs["year"]):
        return _in_year(stated, int(inputs["year"]))
    if not stated.startswith(_ANY_YEAR):
        return intersection(_days(inputs, "stated"), year)
    first, last = _years(inputs, "year")
    in_turn = (_in_year(stated, number) for number in range(first, last + 1))
    return intersection(union(*in_turn), year)


def anniversary(inputs: Inputs) -> Intervals:
    """Return the year that two of base, ordinal and celebrated give; never a day."""
    return _third(inputs, "ordinal", 0)


def elapsed_years(inputs: Inputs) -> Intervals:
    """Return the year that two of base, elapsed and celebrated give; inclusive counts both ends.

    Where the source does not say how it counts, the result is either year.
    """
    if "counting" not in inputs:
        return union(*(_third(inputs, "elapsed", both) for both in range(len(COUNTING))))
    counting = inputs["counting"]
    if counting not in COUNTING:
        message = f"counting is {counting!r}; it is exclusive or inclusive"
        raise ValueError(message)
    return _third(inputs, "elapsed", COUNTING.index(counting))


def era_year(inputs: Inputs) -> Intervals:
    """Return the days of a year of a Japanese era, and of them the stated month or day, if any."""
    era = _need(inputs, "era")
    if era not in ERAS:
        message = f"{era!r} is no era known here; known are {', '.join(ERAS)}"
        raise ValueError(message)
    before, lasted = ERAS[era]
    year = before + _count(inputs, "year")
    days = intersection(((day_number(year), day_number(year + 1)),), edtf.parse(lasted).days)
    if "stated" not in inputs:
        return days
    return intersection(days, edtf.parse(inputs["stated"]).days_in(year, year))


def relative_to_publication(inputs: Inputs) -> Intervals:
    """Return the days that a relative wording means on the day of publication."""
    return relative_days(_need(inputs, "stated"), _days(inputs, "published"))


def weekday_before(inputs: Inputs) -> Intervals:
    """Return the last such weekday before a date, one for each day that the date may be."""
    weekday = _need(inputs, "weekday")
    if weekday not in WEEKDAYS:
        message = f"{weekday!r} is no weekday; write one of {', '.join(WEEKDAYS)}"
        raise ValueError(message)
    before = _days(inputs, "before")
    wanted = WEEKDAYS.index(weekday)
    found = (_weekday_before(day, wanted) for day in _each(before))
    return from_pairs((day, day + 1) for day in found)


def bounded_by(inputs: Inputs) -> Intervals:
    """Return the days from the first of `earliest` to the last of `latest`; one may be absent."""
    if not {"earliest", "latest"} & set(inputs):
        message = "bounded-by needs earliest or latest"
        raise ValueError(message)
    low = _days(inputs, "earliest")[0][0] if "earliest" in inputs else -math.inf
    high = _days(inputs, "latest")[-1][1] if "latest" in inputs else math.inf
    return from_pairs([(low, high)])


def same_day_as(inputs: Inputs) -> Intervals:
    """Return the days of the act that happened on the same day."""
    return _days(inputs, "day")


RULES: Mapping[str, Callable[[Inputs], Intervals]] = {
    "context-year": context_year,
    "anniversary": anniversary,
    "elapsed-years": elapsed_years,
    "era-year": era_year,
    "relative-to-publication": relative_to_publication,
    "weekday-before": weekday_before,
    "bounded-by": bounded_by,
    "same-day-as": same_day_as,
}
INPUTS: Mapping[str, tuple[str, ...]] = {
    "context-year": ("stated", "year"),
    "anniversary": ("base", "ordinal", "celebrated"),
    "elapsed-years": ("base", "elapsed", "celebrated", "counting"),
    "era-year": ("era", "year", "stated"),
    "relative-to-publication": ("stated", "published"),
    "weekday-before": ("weekday", "before"),
    "bounded-by": ("earliest", "latest"),
    "same-day-as": ("day",),
}


def _third(inputs: Inputs, number: str, overlap: int) -> Intervals:
    """Return the year left out of base + number - overlap = celebrated."""
    if "base" in inputs and "celebrated" in inputs:
        message = f"base and celebrated together give a count and no date; give {number} and one"
        raise ValueError(message)
    count = _count(inputs, number) - overlap
    if "base" in inputs:
        first, last = _years(inputs, "base")
    else:
        (first, last), count = _years(inputs, "celebrated"), -count
    return ((day_number(first + count), day_number(last + count + 1)),)


def _are_plain(stated: str, year: str) -> bool:
    """Return whether a month or day without a year, and a year, are in digits, as most are."""
    digits = stated.removeprefix(_ANY_YEAR).replace("-", "")
    return stated.startswith(_ANY_YEAR) and (digits + year).isdecimal()


def _in_year(stated: str, year: int) -> Intervals:
    """Return the days of a date without a year in one year; none for 29 February in most."""
    try:
        return edtf.parse(f"{year:04}-{stated.removeprefix(_ANY_YEAR)}").days
    except ValueError:
        return ()


def _need(inputs: Inputs, name: str) -> str:
    if name not in inputs:
        message = f"the input {name!r} is missing"
        raise ValueError(message)
    return inputs[name]


def _days(inputs: Inputs, name: str) -> Intervals:
    return edtf.parse(_need(inputs, name)).days


def _count(inputs: Inputs, name: str) -> int:
    text = _need(inputs, name)
    if not (text.isascii() and text.isdigit()):
        message = f"{name} is {text!r}; write a whole number"
        raise ValueError(message)
    return int(text)


def _years(inputs: Inputs, name: str) -> tuple[int, int]:
    """Return the first and the last year that a date may lie in."""
    date = edtf.parse(_need(inputs, name))
    if date.earliest is None or date.latest is None:
        message = f"{name} is {date.text}, which is open at one end"
        raise ValueError(message)
    return date.earliest[0], date.latest[0]


def _each(days: Intervals) -> list[int]:
    low, high = days[0][0], days[-1][1]
    if high - low > 366:  # noqa: PLR2004 -- beyond a year every weekday is possible
        message = "the date is too wide: name a day, a month or a year"
        raise ValueError(message)
    return [day for first, after in days for day in range(int(first), int(after))]


def _weekday_before(day: int, wanted: int) -> int:
    # Day 1 of the proleptic Gregorian calendar is a Monday.
    back = (day - 1 - wanted) % 7 or 7
    return day - back
