"""The inputs of a derivation, each read as what its rule takes; ValueError says what is amiss."""

from collections.abc import Mapping

from milepost import edtf
from milepost.intervals import Intervals

Inputs = Mapping[str, str]

COUNTING = ("exclusive", "inclusive")
# A year and a day; what is wider is not a date that a weekday could be counted from.
_WIDEST = 366


def need(inputs: Inputs, name: str) -> str:
    """Return an input as it is written."""
    if name not in inputs:
        message = f"the input {name!r} is missing"
        raise ValueError(message)
    return inputs[name]


def days_of(inputs: Inputs, name: str) -> Intervals:
    """Return the days of an input that is a date."""
    return edtf.parse(need(inputs, name)).days


def count_of(inputs: Inputs, name: str) -> int:
    """Return an input that is a whole number."""
    text = need(inputs, name)
    if not (text.isascii() and text.isdigit()):
        message = f"{name} is {text!r}; write a whole number"
        raise ValueError(message)
    return int(text)


def years_of(inputs: Inputs, name: str) -> tuple[int, int]:
    """Return the first and the last year that a date may lie in."""
    date = edtf.parse(need(inputs, name))
    if date.earliest is None or date.latest is None:
        message = f"{name} is {date.text}, which is open at one end"
        raise ValueError(message)
    return date.earliest[0], date.latest[0]


def both_ends_counted(inputs: Inputs) -> tuple[int, ...]:
    """Return 1 where the source counts both ends and 0 where it does not; both if it is silent."""
    if "counting" not in inputs:
        return tuple(range(len(COUNTING)))
    counting = inputs["counting"]
    if counting not in COUNTING:
        message = f"counting is {counting!r}; it is exclusive or inclusive"
        raise ValueError(message)
    return (COUNTING.index(counting),)


def each_day(days: Intervals) -> list[int]:
    """Return every day of a set that is no wider than a year."""
    low, high = days[0][0], days[-1][1]
    if high - low > _WIDEST:
        message = "the date is too wide: name a day, a month or a year"
        raise ValueError(message)
    return [day for first, after in days for day in range(int(first), int(after))]
