"""A date of EDTF as a frozen value: its text and kind, and what follows from them when asked."""

from collections.abc import Iterator
from functools import lru_cache

from milepost.edtf.bounds import CalendarDay
from milepost.edtf.days import days_for_overlap_of, days_in_years, days_of, days_of_plain
from milepost.edtf.extent import SortKey, earliest_of, latest_of, sort_key_of
from milepost.edtf.point import Point
from milepost.edtf.precision import Precision, coarser, coarsest, containing
from milepost.edtf.structure import Kind, Span, structure_of
from milepost.frozen import Frozen
from milepost.intervals import Intervals

_put = object.__setattr__


class Date(Frozen):
    """A date that `parse` has found good; two are equal when their texts are.

    Only the two sets of days are kept once computed, since comparisons ask for them again.
    """

    __slots__ = ("_days", "_days_for_overlap", "kind", "text")
    text: str
    kind: Kind
    _days: Intervals
    _days_for_overlap: Intervals

    def __init__(self, text: str, kind: Kind) -> None:
        """Hold a text that has been parsed, and what kind of date it is."""
        _put(self, "text", text)
        _put(self, "kind", kind)

    def __eq__(self, other: object) -> bool:
        """Return whether another date has the same text."""
        return isinstance(other, Date) and self.text == other.text

    def __hash__(self) -> int:
        """Return the hash of the text."""
        return hash(self.text)

    def __repr__(self) -> str:
        """Return the date as it is written in Python."""
        return f"Date({self.text!r}, {self.kind!r})"

    def __reduce__(self) -> tuple[type["Date"], tuple[str, Kind]]:
        """Copy and pickle by what the date was made from."""
        return Date, (self.text, self.kind)

    @property
    def spans(self) -> tuple[Span, ...]:
        """The dates written, as spans: one, or in a set one for each member."""
        return structure_of(self.text).spans

    @property
    def points(self) -> tuple[Point, ...]:
        """Each single date that is written, in order."""
        return tuple(self._points())

    def _points(self) -> Iterator[Point]:
        for first, last in self.spans:
            if first:
                yield first
            if last and last is not first:
                yield last

    @property
    def precision(self) -> Precision:
        """The unit of the calendar that it is known to lie in; of an interval, that of its ends.

        A day that is one of several is known to no day: `[1962-07-01,1962-07-11]` is a month.
        """
        unit = coarsest(self.points)
        if self.kind != "one-of":
            return unit
        return coarser(unit, containing(self.earliest, self.latest))

    @property
    def approximate(self) -> bool:
        """Whether ~ or % qualifies any part."""
        return "~" in self.text or "%" in self.text

    @property
    def uncertain(self) -> bool:
        """Whether ? or % qualifies any part."""
        return "?" in self.text or "%" in self.text

    @property
    def earliest(self) -> CalendarDay | None:
        """The first day as (year, month, day); None where the start is open or unknown."""
        return earliest_of(self.spans)

    @property
    def latest(self) -> CalendarDay | None:
        """The last day as (year, month, day); None where the end is open or unknown."""
        return latest_of(self.spans)

    @property
    def sort_key(self) -> SortKey:
        """Six integers that put dates into the order of a chronology."""
        return _sort_key(self.text)

    @property
    def days(self) -> Intervals:
        """The set of days, numbered as `datetime.date.toordinal` does, before year 1 too."""
        try:
            return self._days
        except AttributeError:
            plain = days_of_plain(self.text) if self.kind == "date" else None
            _put(self, "_days", plain or days_of(self.spans))
            return self._days

    @property
    def has_year(self) -> bool:
        """Whether something is known of the year of each date in it."""
        return "XXXX" not in self.text

    def days_in(self, first: int, last: int) -> Intervals:
        """The days that lie in the years from first to last; quick for a date without a year."""
        return days_in_years(self.spans, first, last)

    @property
    def days_for_overlap(self) -> Intervals:
        """The set of days, with what is approximate wider by one unit to each side."""
        try:
            return self._days_for_overlap
        except AttributeError:
            days = days_for_overlap_of(self.spans) if self.approximate else self.days
            _put(self, "_days_for_overlap", days)
            return days

    def format(self, language: str) -> str:
        """Write the date in words; language is en, ja or km, any other raises ValueError."""
        from milepost.edtf.format import formatted  # noqa: PLC0415 -- a check writes no date out

        return formatted(self.kind, self.text, self.spans, language)


@lru_cache(maxsize=4096)
def _sort_key(text: str) -> SortKey:
    """Return the sort key of a date; milestones are put in order again and again."""
    return sort_key_of(structure_of(text).spans)
