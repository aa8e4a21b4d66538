"""Where things stand: from the bytes of a JSON file to the line and column of keys and values."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from milepost.reading.encoding import readable
from milepost.reading.lines import Lines, Position
from milepost.reading.outline import Node, outline

_START: Final = Node(0, None, None)


@dataclass(frozen=True, slots=True)
class Positions:
    """The places of a file, asked for by path: keys of objects and indexes of arrays, root first.

    A path that leads nowhere is answered with the place of its nearest ancestor.
    """

    lines: Lines
    root: Node

    def value(self, path: Iterable[str | int]) -> Position:
        """Return where the value at a path begins."""
        return self.lines.position(self._nearest(path).value)

    def key(self, path: Iterable[str | int]) -> Position:
        """Return where the key of the member at a path begins; of an item in an array, the item."""
        node = self._nearest(path)
        return self.lines.position(node.value if node.key is None else node.key)

    def _nearest(self, path: Iterable[str | int]) -> Node:
        node = self.root
        for step in path:
            below = (node.children or {}).get(step)
            if below is None:
                break
            node = below
        return node


def index(raw: bytes) -> Positions:
    """Return the places of a file; one that is not whole JSON is indexed as far as it parses.

    Of two equal keys in one object the last counts, as it does for the value that is read.
    """
    text = readable(raw)
    return Positions(Lines.of(text), outline(text).root or _START)
