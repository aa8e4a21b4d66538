"""Figures beside what they must be and are to become, and the table that shows them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table; `must` and `aim` are bounds in the unit, None where there is none.

    The measured value is to be at most the bound, or at least where `least` is set.
    """

    what: str
    measured: float | None
    unit: str = ""
    must: float | None = None
    aim: float | None = None
    least: bool = False
    note: str = ""

    @property
    def verdict(self) -> str:
        """Return aim, must or MISSED: the best of the bounds that is met; empty without bounds."""
        if self.measured is None or (self.must is None and self.aim is None):
            return ""
        for name, bound in (("aim", self.aim), ("must", self.must)):
            if bound is not None and self._meets(self.measured, bound):
                return name
        return "MISSED" if self.must is not None else "not yet"

    def _meets(self, measured: float, bound: float) -> bool:
        return measured >= bound if self.least else measured <= bound


def exit_code(figures: Iterable[Figure]) -> int:
    """Return 1 where a bound that must hold is missed, else 0."""
    return int(any(figure.verdict == "MISSED" for figure in figures))


_WIDTHS = (58, 13, 9, 9, 8)


def table(figures: Iterable[Figure]) -> Iterator[str]:
    """Yield the lines of a table, with the notes below the lines that they belong to."""
    yield _row("what", "measured", "must", "aim", "met")
    for figure in figures:
        bounds = (_shown(bound, "") for bound in (figure.must, figure.aim))
        yield _row(figure.what, _shown(figure.measured, figure.unit), *bounds, figure.verdict)
        if figure.note:
            yield f"    {figure.note}"


def _row(*cells: str) -> str:
    first, *others = zip(cells, _WIDTHS, strict=True)
    return first[0].ljust(first[1]) + "".join(cell.rjust(width) for cell, width in others)


def _shown(value: float | None, unit: str) -> str:
    if value is None:
        return "–"
    digits = 0 if abs(value) >= 100 else 1 if abs(value) >= 10 else 2  # noqa: PLR2004 -- three digits
    return f"{value:,.{digits}f} {unit}".rstrip()
