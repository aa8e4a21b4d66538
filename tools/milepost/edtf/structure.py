"""The shape of an EDTF text: text in, its kind and the dates between which it reaches."""

from functools import lru_cache
from typing import Literal, NamedTuple, TypeAlias

from milepost.edtf.bounds import first_day, has_a_day, last_day
from milepost.edtf.clock import why_no_clock
from milepost.edtf.point import Point, point_of

Kind: TypeAlias = Literal["date", "season", "long-year", "time", "interval", "one-of", "all-of"]


class Span(NamedTuple):
    """The dates from which and to which; None where it is open or unknown; one date is both."""

    first: Point | None
    last: Point | None

    @property
    def is_one_date(self) -> bool:
        """Whether a single date was written, and not a range."""
        return self.first is self.last


class Structure(NamedTuple):
    """What a text is, and its spans in the order written; only a set has more than one."""

    kind: Kind
    spans: tuple[Span, ...]


@lru_cache(maxsize=4096)
def structure_of(text: str) -> Structure:
    """Read any EDTF text; of the many that are asked for again, the last are remembered.

    Raises ValueError with a sentence for people if it is not EDTF or names no real day.
    """
    if text.startswith("[") and text.endswith("]"):
        return Structure("one-of", _members(text))
    if text.startswith("{") and text.endswith("}"):
        return Structure("all-of", _members(text))
    if "/" in text:
        return Structure("interval", (_interval(text),))
    if "T" in text:
        point = _time(text)
        return Structure("time", (Span(point, point),))
    point = _date(text)
    return Structure(_kind_of(point), (Span(point, point),))


def _kind_of(point: Point) -> Kind:
    if point.is_long_year:
        return "long-year"
    return "season" if point.is_season else "date"


def _date(text: str) -> Point:
    point = point_of(text)
    if point is None:
        raise _no_date(text)
    if not has_a_day(point):
        from milepost.edtf.diagnosis import why_no_such_day  # noqa: PLC0415 -- most checks meet no slip

        raise ValueError(why_no_such_day(point))
    return point


def _no_date(text: str) -> ValueError:
    from milepost.edtf.diagnosis import why_not_a_date  # noqa: PLC0415 -- most checks meet no slip

    return ValueError(why_not_a_date(text))


def _time(text: str) -> Point:
    day, _, clock = text.partition("T")
    point = _date(day)
    if "X" in day or point.approximate or point.uncertain or not point.day:
        raise ValueError(f"{text}: a time follows a full date without X, ?, ~ or %")
    if reason := why_no_clock(clock):
        raise ValueError(f"{text}: {reason}")
    return point._replace(text=text, clock=clock)


def _interval(text: str) -> Span:
    start, _, end = text.partition("/")
    if "/" in end:
        raise _no_date(text)
    first, last = (None if each in {"", ".."} else _date(each) for each in (start, end))
    if first is None and last is None:
        raise ValueError(
            f"{text}: an interval without a start or an end says nothing; date one of them"
        )
    return _ordered(text, first, last)


def _members(text: str) -> tuple[Span, ...]:
    members = text[1:-1].split(",")
    if "" in members:
        raise ValueError(f"{text}: a date is missing beside a comma or bracket")
    if members == [".."]:
        raise ValueError(
            f"{text}: a set open at both ends says nothing; write a date beside the dots"
        )
    return tuple(
        _member(member, opens=at == 0, closes=at == len(members) - 1)
        for at, member in enumerate(members)
    )


def _member(text: str, *, opens: bool, closes: bool) -> Span:
    start, dots, end = text.partition("..")
    if not dots:
        point = _date(text)
        return Span(point, point)
    if (not start and not opens) or (not end and not closes):
        raise ValueError(
            f"{text}: an open start (..a) stands first in its set, an open end (b..) last"
        )
    return _ordered(text, _date(start) if start else None, _date(end) if end else None)


def _ordered(text: str, first: Point | None, last: Point | None) -> Span:
    if first and last and first_day(first) > last_day(last):
        raise ValueError(
            f"{text}: {first.text} is later than {last.text}; write the earlier date first"
        )
    return Span(first, last)
