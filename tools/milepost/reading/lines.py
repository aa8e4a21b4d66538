"""Offsets in a text, turned into lines and columns for people."""

from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple, Self


class Position(NamedTuple):
    """A place in a text; both count from 1, the column in code points."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Lines:
    """Where each line of a text begins; a line ends in LF (so also in CR LF)."""

    starts: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Self:
        """Return the lines of a text."""
        sizes = (len(line) + 1 for line in text.split("\n"))
        return cls(tuple(accumulate(sizes, initial=0))[:-1])

    def position(self, offset: int) -> Position:
        """Return the line and column of an offset in code points from 0."""
        line = bisect_right(self.starts, offset)
        return Position(line, offset - self.starts[line - 1] + 1)
