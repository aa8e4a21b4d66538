"""The timeline: each dated milestone at its day, or as a span where the day is not known."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from milepost.derive.chronology import headline_date
from milepost.intervals import Bound
from milepost.model import Record
from milepost.site.disputes import disputes
from milepost.site.figures.time_scale import TimeScale, scale_of
from milepost.site.naming import link_to
from milepost.site.phrase import Link
from milepost.site.site import Site

WIDTH: Final = 720
_LEFT: Final = 12
_RIGHT: Final = 708
_TOP: Final = 14
_ROW: Final = 13
_MARK: Final = 9
_SPACE: Final = 2
_AXIS: Final = 24


@dataclass(frozen=True, slots=True)
class Mark:
    """A milestone on the timeline: its place, its span, and how many disputes it has.

    `width` is that of the days that the date leaves open, 0 where it is known to the day.
    """

    link: Link
    x: float
    width: float
    y: int
    disputes: int
    open: int

    @property
    def middle(self) -> float:
        """The middle of the span, where a dispute is marked."""
        return round(self.x + self.width / 2, 1)


@dataclass(frozen=True, slots=True)
class Timeline:
    """The figure: its marks, its scale, its height and what it shows in words."""

    marks: tuple[Mark, ...]
    undated: int
    scale: TimeScale
    height: int
    words: str
    width: int = WIDTH
    foot: int = 0


class _Span(NamedTuple):
    record: Record
    x: float
    width: float


def timeline_figure(site: Site, dyad: str) -> Timeline:
    """Return the timeline of a relationship: marks in the first row that has room for them."""
    dated = [(record, bounds) for record in site.chronology(dyad) if (bounds := _days(record))]
    scale = scale_of((bound for _, bounds in dated for bound in bounds), _LEFT, _RIGHT)
    spans = [_span(scale, record, bounds) for record, bounds in dated]
    rows = _rows(spans)
    deepest = max(rows, default=0)
    marks = tuple(_mark(site, span, deepest - row) for span, row in zip(spans, rows, strict=True))
    foot = _TOP + (deepest + 1) * _ROW
    undated = len(site.chronology(dyad)) - len(marks)
    return Timeline(marks, undated, scale, foot + _AXIS, _words(marks, undated, scale), foot=foot)


def _days(record: Record) -> tuple[Bound, Bound] | None:
    date = headline_date(record)
    return (date.days[0][0], date.days[-1][1] - 1) if date and date.days else None


def _span(scale: TimeScale, record: Record, bounds: tuple[Bound, Bound]) -> _Span:
    first, last = bounds
    start = scale.x(first)
    width = round(scale.x(last + 1) - start, 1) if first < last else 0
    return _Span(record, start, width)


def _rows(spans: Sequence[_Span]) -> list[int]:
    """Return for each span the lowest row in which nothing stands in its way."""
    ends: list[float] = []
    rows = []
    for span in spans:
        left = span.x - _MARK / 2
        row = next((r for r, end in enumerate(ends) if end <= left), len(ends))
        ends[row : row + 1] = [span.x + span.width + _MARK / 2 + _SPACE]
        rows.append(row)
    return rows


def _mark(site: Site, span: _Span, row: int) -> Mark:
    found = disputes(site, span.record)
    return Mark(
        link_to(span.record),
        span.x,
        span.width,
        _TOP + row * _ROW + _ROW // 2,
        len(found),
        sum(dispute.is_open for dispute in found),
    )


def _words(marks: Sequence[Mark], undated: int, scale: TimeScale) -> str:
    spans = sum(mark.width > 0 for mark in marks)
    disputed = sum(mark.disputes > 0 for mark in marks)
    left_out = f" {undated} without a date stand in the table alone." if undated else ""
    return (
        f"{len(marks)} dated milestones from {scale.first} to {scale.last}; {spans} whose day is "
        f"not fixed are drawn as lines, and {disputed} with disputes between sources as "
        f"diamonds, hollow where a dispute is open.{left_out} The table beneath lists them all."
    )
