"""Whether every name in a record is known, told at a glance: the rules on names then need no look.

Records have few shapes, so where the names stand in an object is worked out once for each set of
keys, and each name then costs one look-up.
"""

from collections.abc import Callable, Container, Mapping
from typing import Any

from milepost.schema.plan import ITEMS, VALUES, Field, Node

Known = Callable[[Field], Container[str]]


class Anything:
    """What every name is in."""

    def __contains__(self, name: object) -> bool:
        """Return True."""
        return True


class Glance:
    """One level of a plan, with what the names at it and below it have to be in."""

    def __init__(self, node: Node, known: Known, levels: dict[int, "Glance"]) -> None:
        self._node, self._known, self._levels = node, known, levels
        self._shapes: dict[tuple[str, ...], _Shape] = {}
        self.names = known(node.field) if node.field else None

    def below(self, name: str) -> "Glance":
        """Return the level below; a plan may come back to itself, so each is made once."""
        node = self._node.below[name]
        if id(node) not in self._levels:
            self._levels[id(node)] = Glance(node, self._known, self._levels)
        return self._levels[id(node)]

    def is_clear(self, value: Any) -> bool:
        """Return whether all names in a schema-valid value are known."""
        if self.names is not None:
            return value in self.names
        below = self._node.below
        if ITEMS in below or VALUES in below:
            inner = self.below(ITEMS if ITEMS in below else VALUES)
            members = value if ITEMS in below else value.values()
            return all([inner.is_clear(member) for member in members])  # noqa: C419 -- a list, which for few is quicker
        keys = tuple(value)
        shape = self._shapes.get(keys) or self._shape(keys)
        for name, names in shape[0]:
            if value[name] not in names:
                return False
        return all(inner.is_clear(value[name]) for name, inner in shape[1])

    def _shape(self, keys: tuple[str, ...]) -> "_Shape":
        levels = [(name, self.below(name)) for name in keys if name in self._node.below]
        leaves = [(name, level.names) for name, level in levels if level.names is not None]
        inner = [(name, level) for name, level in levels if level.names is None]
        self._shapes[keys] = leaves, inner
        return leaves, inner


_Shape = tuple[list[tuple[str, Container[str]]], list[tuple[str, Glance]]]


def glances(nodes: Mapping[str, Node], known: Known) -> dict[str, Glance]:
    """Return the glance at a record of each kind."""
    return {kind: Glance(node, known, {}) for kind, node in nodes.items()}
