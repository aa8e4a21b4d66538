"""One comparer a kind of value: when a claim lies within another value, and when the two overlap.

Dates and quantities are sets of numbers; places and terms have ancestors; the rest is equality.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from milepost import edtf, intervals
from milepost.schema.plan import Field

if TYPE_CHECKING:
    from milepost.quantity import Quantity


class Comparer(Protocol):
    """How two texts of one field compare; a text that is no value raises ValueError."""

    def parse(self, text: str) -> Any:
        """Return the value that a text stands for."""

    def comparable(self, one: str, other: str) -> bool:
        """Return whether the two are values of one field at all."""

    def within(self, inner: str, outer: str) -> bool:
        """Return whether all that `inner` allows is allowed by `outer`."""

    def overlap(self, one: str, other: str) -> bool:
        """Return whether both can be true at once."""

    def covers(self, texts: Iterable[str], value: str) -> bool:
        """Return whether all that `value` allows is allowed by one of the texts."""


def are_plain(one: str, other: str) -> bool:
    """Return whether two dates are written in digits alone, so that their spelling tells all.

    Of such dates one holds the other when it is the beginning of it: 2022-04 and 2022-04-23.
    """
    return (one + other).replace("-", "").isdecimal()


def begins(day: str, month_or_year: str) -> bool:
    """Return whether a plain date is written as another and more: 2022-04-23 as 2022-04."""
    return day.startswith(f"{month_or_year}-") and are_plain(day, month_or_year)


def _days_near(date: edtf.Date, other: edtf.Date) -> intervals.Intervals:
    """Return the days of a date; of one without a year only those in the years of the other."""
    first, last = other.earliest, other.latest
    if date.has_year or not other.has_year or first is None or last is None:
        return date.days
    return date.days_in(first[0], last[0])


class Dates:
    """Dates are sets of days; an approximate one is wider by a unit where it is to overlap."""

    def parse(self, text: str) -> edtf.Date:
        """Return the date; ValueError where it is none, or is not one instant."""
        date = edtf.parse(text)
        refused = edtf.refusal(date)
        if refused:
            raise ValueError(refused)
        return date

    def comparable(self, one: str, other: str) -> bool:
        """Return True; ValueError where one of the two is no date of one instant."""
        self.parse(one)
        self.parse(other)
        return True

    def within(self, inner: str, outer: str) -> bool:
        """Return whether every day of `inner` is a day of `outer`."""
        if are_plain(inner, outer):
            return inner.startswith(outer)
        one, other = edtf.parse(inner), edtf.parse(outer)
        first, least = one.earliest, other.earliest
        if first and least and first < least:
            return False
        return intervals.within(one.days, _days_near(other, one))

    def overlap(self, one: str, other: str) -> bool:
        """Return whether the two have a day in common."""
        if are_plain(one, other):
            return one.startswith(other) or other.startswith(one)
        first, second = edtf.parse(one), edtf.parse(other)
        if first.approximate or second.approximate:
            return intervals.overlap(first.days_for_overlap, second.days_for_overlap)
        return intervals.overlap(_days_near(first, second), _days_near(second, first))

    def covers(self, texts: Iterable[str], value: str) -> bool:
        """Return whether every day of `value` is a day of one of the texts."""
        together = intervals.union(*(edtf.parse(text).days for text in texts))
        return intervals.within(edtf.parse(value).days, together)


def _quantity(text: str) -> "Quantity":
    from milepost.quantity import parse  # noqa: PLC0415 -- few records have any

    return parse(text)


class Quantities:
    """Quantities are sets of numbers in one dimension; two dimensions never meet."""

    def parse(self, text: str) -> "Quantity":
        """Return the quantity; ValueError where it is none."""
        return _quantity(text)

    def comparable(self, one: str, other: str) -> bool:
        """Return whether the two are in one currency or dimension."""
        return _quantity(one).dimension == _quantity(other).dimension

    def within(self, inner: str, outer: str) -> bool:
        """Return whether every number of `inner` is one of `outer`."""
        within = intervals.within(_quantity(inner).values, _quantity(outer).values)
        return within and self.comparable(inner, outer)

    def overlap(self, one: str, other: str) -> bool:
        """Return whether the two have a number in common."""
        meet = intervals.overlap(_quantity(one).values, _quantity(other).values)
        return meet and self.comparable(one, other)

    def covers(self, texts: Iterable[str], value: str) -> bool:
        """Return whether every number of `value` is one of the texts."""
        together = intervals.union(*(_quantity(text).values for text in texts))
        return intervals.within(_quantity(value).values, together)


class Tree(NamedTuple):
    """Names with broader ones above them: places by `within`, terms by `broader`."""

    above: Mapping[str, frozenset[str]] = MappingProxyType({})

    def parse(self, text: str) -> str:
        """Return the name itself; whether anything has it, the dataset knows."""
        return text

    def comparable(self, _one: str, _other: str) -> bool:
        """Return True: any two names can be compared."""
        return True

    def within(self, inner: str, outer: str) -> bool:
        """Return whether `inner` is `outer` or stands below it."""
        return inner == outer or outer in self.above.get(inner, ())

    def overlap(self, one: str, other: str) -> bool:
        """Return whether one of the two is the other or stands below it."""
        return self.within(one, other) or self.within(other, one)

    def covers(self, texts: Iterable[str], value: str) -> bool:
        """Return whether `value` is one of the texts or stands below one."""
        return any(self.within(value, text) for text in texts)


class Comparers(NamedTuple):
    """The comparers of one dataset, by what the schema says of a field."""

    places: Tree
    vocabularies: Mapping[str, Tree]
    dates: Dates = Dates()
    quantities: Quantities = Quantities()
    exact: Tree = Tree()

    def of(self, place: Field) -> Comparer:
        """Return the comparer of a field."""
        if place.compare == "date":
            return self.dates
        if place.compare == "quantity":
            return self.quantities
        if place.compare == "place":
            return self.places
        if place.compare == "term":
            return self.vocabularies.get(place.vocabulary, self.exact)
        return self.exact


def ancestors(parents: Mapping[str, Iterable[str]]) -> dict[str, frozenset[str]]:
    """Return everything above each name; a cycle ends where it meets itself."""
    found: dict[str, frozenset[str]] = {}
    for name in parents:
        reached: set[str] = set()
        waiting = list(parents[name])
        while waiting:
            above = waiting.pop()
            if above not in reached:
                reached.add(above)
                waiting.extend(parents.get(above, ()))
        found[name] = frozenset(reached)
    return found
