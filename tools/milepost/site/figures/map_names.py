"""Where names stand on a map: beside their dots, within the frame, and never on each other."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple
from unicodedata import east_asian_width

_LETTER: Final = 8.0
_WIDE_LETTER: Final = 15.0
_LINE: Final = 17
_ABOVE: Final = 13
_BELOW: Final = 4
_APART: Final = 11
_DOT: Final = 7
# How far above or below its dot a name may begin, in lines: the nearest first.
_SHIFTS: Final = (0, 1, -1, 2, -2, 3, -3)


class Dot(NamedTuple):
    """A point on the map, its name, and whether it is drawn where its name finds no room, too."""

    x: float
    y: float
    name: str
    fixed: bool


class Name(NamedTuple):
    """Where a name stands: the foot of its text at its beginning, or at its end."""

    x: float
    y: float
    anchor: str


class Box(NamedTuple):
    """A rectangle on the map, from its left upper to its right lower corner."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        """Return whether two rectangles have points in common."""
        aside = other.right <= self.left or self.right <= other.left
        return not aside and other.top < self.bottom and self.top < other.bottom

    def holds(self, other: "Box") -> bool:
        """Return whether another rectangle lies within this one."""
        across = self.left <= other.left and other.right <= self.right
        return across and self.top <= other.top and other.bottom <= self.bottom


def names_placed(dots: Sequence[Dot], frame: Box, taken: Sequence[Box]) -> list[Name | None]:
    """Return where the name of each dot stands, or None where no place near it is free.

    The first dots choose first. Names keep clear of what is `taken`, of fixed dots, and of dots
    that have a name already; a dot that is not fixed keeps clear of all that, too.
    """
    full, found = [*taken, *(_around(dot) for dot in dots if dot.fixed)], list[Name | None]()
    for dot in dots:
        around, name = _around(dot), None
        if dot.fixed or not any(map(around.meets, full)):
            free = (name for name in _near(dot) if _is_free(_box(name, dot.name), frame, full))
            name = next(free, None)
        if name:
            full += [around, _box(name, dot.name)]
        found.append(name)
    return found


def _around(dot: Dot) -> Box:
    return Box(dot.x - _DOT, dot.y - _DOT, dot.x + _DOT, dot.y + _DOT)


def _near(dot: Dot) -> Iterator[Name]:
    for shift in _SHIFTS:
        y = round(dot.y + 5 + shift * _LINE, 1)
        yield Name(round(dot.x + _APART, 1), y, "start")
        yield Name(round(dot.x - _APART, 1), y, "end")


def _is_free(box: Box, frame: Box, full: Sequence[Box]) -> bool:
    return frame.holds(box) and not any(map(box.meets, full))


def _box(name: Name, text: str) -> Box:
    left = name.x if name.anchor == "start" else name.x - _width(text)
    return Box(left, name.y - _ABOVE, left + _width(text), name.y + _BELOW)


@lru_cache(maxsize=1024)
def _width(text: str) -> float:
    return sum(_WIDE_LETTER if east_asian_width(each) in "WF" else _LETTER for each in text)
