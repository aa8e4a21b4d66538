"""Nodes in all three spellings: most are spelt as one of the same shape was, with other names.

The predicates of a node and the parts of its objects are its shape; its IRIs and texts fill the
pattern that the shape has in each spelling.
"""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any, Final, NamedTuple

from milepost.release.rdf import jsonld, nquads, turtle
from milepost.release.rdf.namespaces import is_absolute
from milepost.release.rdf.spelling import SPECIAL, escaped, escaped_in_json, spelt
from milepost.release.rdf.triple import Node, Part

# Longer nodes hardly ever have the shape of another one.
_LONGEST: Final = 16
# What stands for the IRIs and texts of a node while its pattern is made; no term holds such signs.
_SLOTS: Final = tuple(map(chr, range(0xE000, 0xE000 + _LONGEST + 1)))
_SLOT: Final = re.compile(f"(?:urn:)?([{_SLOTS[0]}-{_SLOTS[-1]}])")


class Spellings(NamedTuple):
    """A node in each spelling, in UTF-8."""

    nquads: bytes
    turtle: bytes
    jsonld: bytes


class _Pattern(NamedTuple):
    """Texts, between any two of which stands a value, and what puts those of a node in order."""

    texts: list[bytes]
    ordered: Callable[[Sequence[bytes]], Any] | None

    def filled(self, values: Sequence[bytes]) -> bytes:
        """Return the texts with the values between them."""
        whole = self.texts.copy()
        whole[1::2] = self.ordered(values) if self.ordered else values
        return b"".join(whole)


class _Shape(NamedTuple):
    """The pattern in each spelling, whether that in N-Quads is sorted, and which values are texts.

    An IRI has nothing to escape, so `texts`, which are at these `places`, are all that may need it.
    """

    nquads: _Pattern
    turtle: _Pattern
    jsonld: _Pattern
    is_sorted: bool
    places: Sequence[int]
    texts: Callable[[Sequence[str]], Sequence[str]]


def spellings(node: Node) -> Spellings:
    """Return a node in each spelling."""
    predicates, parts, values = node
    if len(parts) >= _LONGEST or not is_absolute(values[0]):
        return _spelt_out(node)
    shape = _shape(predicates, parts)
    # Encoded while they are short: a long text with one letter beyond ASCII takes several times as
    # long to put together and to encode.
    encoded = in_json = [value.encode() for value in values]
    if SPECIAL.search("".join(shape.texts(values))):
        in_json = encoded.copy()
        for place in shape.places:
            encoded[place] = escaped(values[place]).encode()
            in_json[place] = escaped_in_json(values[place]).encode()
    lines = shape.nquads.filled(encoded)
    return Spellings(
        lines if shape.is_sorted else b"".join(sorted(lines.splitlines(keepends=True))),
        shape.turtle.filled(encoded),
        shape.jsonld.filled(in_json),
    )


def _spelt_out(node: Node) -> Spellings:
    """Return a node in each spelling, object by object."""
    predicates, parts, (subject, *values) = node
    texts = iter(values)
    found = [spelt(part, "" if isinstance(part, str) else next(texts)) for part in parts]
    in_nquads, in_turtle, _, _ = zip(*found, strict=True)
    return Spellings(
        nquads.block(subject, predicates, in_nquads).encode(),
        turtle.block(subject, predicates, in_turtle).encode(),
        jsonld.block(subject, predicates, found).encode(),
    )


@lru_cache(maxsize=8192)
def _shape(predicates: tuple[str, ...], parts: tuple[Part, ...]) -> _Shape:
    # The subject stands before all, and like an IRI is of no part of its own.
    filled = (None, *(part for part in parts if not isinstance(part, str)))
    values = [slot if part else f"urn:{slot}" for part, slot in zip(filled, _SLOTS, strict=False)]
    found = _spelt_out(Node(predicates, parts, values))
    places = [place for place, part in enumerate(filled) if part]
    return _Shape(
        _pattern(found.nquads.decode()),
        _pattern(found.turtle.decode()),
        _pattern(found.jsonld.decode()),
        len(set(predicates)) == len(predicates),
        places,
        _chosen(places),
    )


def _pattern(text: str) -> _Pattern:
    # What is split at a pattern with a group has what the group matched between what was parted.
    texts = _SLOT.split(text)
    places = [_SLOTS.index(slot) for slot in texts[1::2]]
    is_straight = places == list(range(len(places)))
    return _Pattern([text.encode() for text in texts], None if is_straight else _chosen(places))


def _chosen(places: Sequence[int]) -> Callable[[Sequence[Any]], Any]:
    """Return what gives the values at some places; of one place, itemgetter gives no tuple."""
    if len(places) > 1:
        return itemgetter(*places)
    return itemgetter(slice(places[0], places[0] + 1) if places else slice(0))
