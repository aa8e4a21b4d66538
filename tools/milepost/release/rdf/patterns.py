"""Nodes in all three spellings: most are spelt as one of the same shape was, with other names.

The predicates of a node, its terms, and the languages and datatypes of its literals are its shape;
its IRIs and texts fill the pattern that the shape has in each spelling.
"""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any, Final, NamedTuple

from milepost.release.rdf import jsonld, nquads, turtle
from milepost.release.rdf.namespaces import ABSOLUTE, is_absolute
from milepost.release.rdf.spelling import SPECIAL, spelt
from milepost.release.rdf.triple import Literal, Node, Object

# Longer nodes hardly ever have the shape of another one.
_LONGEST: Final = 16
# What stands for the IRIs and texts of a node while its pattern is made; no term holds such signs.
_SLOTS: Final = tuple(map(chr, range(0xE000, 0xE000 + _LONGEST + 1)))
_SLOT: Final = re.compile(f"(?:urn:)?([{_SLOTS[0]}-{_SLOTS[-1]}])")
# An object of a shape: a term, the language and datatype of a literal, or None for an IRI.
Part = str | tuple[str, ...] | None


class Spellings(NamedTuple):
    """A node in each spelling."""

    nquads: str
    turtle: str
    jsonld: str


class _Pattern(NamedTuple):
    """Texts, between any two of which stands a value, and what puts those of a node in order."""

    texts: list[str]
    ordered: Callable[[Sequence[str]], Any]

    def filled(self, values: Sequence[str]) -> str:
        """Return the texts with the values between them."""
        whole = self.texts.copy()
        whole[1::2] = self.ordered(values)
        return "".join(whole)


def spellings(node: Node) -> Spellings:
    """Return a node in each spelling."""
    subject, predicates, objects = node
    if len(objects) >= _LONGEST or not is_absolute(subject):
        return _spelt_out(node)
    parts, values, texts = list[Part](), [subject], list[str]()
    for value in objects:
        if not isinstance(value, str):
            parts.append(value[1:])
            values.append(value[0])
            texts.append(value[0])
        elif value.startswith(ABSOLUTE):
            parts.append(None)
            values.append(value)
        else:
            parts.append(value)
    if SPECIAL.search("".join(texts)):
        return _spelt_out(node)
    in_nquads, in_turtle, in_jsonld, is_sorted = _patterns(predicates, tuple(parts))
    lines = in_nquads.filled(values)
    return Spellings(
        lines if is_sorted else "\n".join([*sorted(lines.split("\n")[:-1]), ""]),
        in_turtle.filled(values),
        in_jsonld.filled(values),
    )


def _spelt_out(node: Node) -> Spellings:
    """Return a node in each spelling, object by object."""
    subject, predicates, objects = node
    found = [spelt(value) for value in objects]
    in_nquads, in_turtle, _, _ = zip(*found, strict=True)
    return Spellings(
        nquads.block(subject, predicates, in_nquads),
        turtle.block(subject, predicates, in_turtle),
        jsonld.block(subject, predicates, found),
    )


@lru_cache(maxsize=8192)
def _patterns(
    predicates: tuple[str, ...], parts: tuple[Part, ...]
) -> tuple[_Pattern, _Pattern, _Pattern, bool]:
    """Return the pattern of a shape in each spelling, and whether that in N-Quads is sorted."""
    slots = iter(_SLOTS)
    subject = f"urn:{next(slots)}"
    objects = list[Object]()
    for part in parts:
        if part is None:
            objects.append(f"urn:{next(slots)}")
        else:
            objects.append(part if isinstance(part, str) else Literal(next(slots), *part))
    found = _spelt_out(Node(subject, predicates, objects))
    is_sorted = len(set(predicates)) == len(predicates)
    return _pattern(found.nquads), _pattern(found.turtle), _pattern(found.jsonld), is_sorted


def _pattern(text: str) -> _Pattern:
    # What is split at a pattern with a group has what the group matched between what was parted.
    texts = _SLOT.split(text)
    places = [_SLOTS.index(slot) for slot in texts[1::2]]
    # Of one place, itemgetter would give the value itself.
    return _Pattern(texts, itemgetter(*places) if len(places) > 1 else itemgetter(slice(1)))
