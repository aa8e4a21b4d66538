"""Exact search in a text, for a string or for what has a known length and a known SHA-256."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import compress
from operator import or_
from typing import Final, Self

_WORD: Final = re.compile(r"\w{2,}")
_SPACE: Final = re.compile(" ")
# What is known of an offset at which a window may begin or end.
_EDGE, _IN_WORD, _AT_SPACE = 0, 1, 2
_LIKELY: Final = bytes(rank == _EDGE for rank in range(256))
_UNLIKELY: Final = bytes(rank == _IN_WORD for rank in range(256))
# In UTF-8 the bytes 80 to BF continue a character; all others begin one.
_CONTINUES: Final = range(0x80, 0xC0)
_BEGINS_CHARACTER: Final = bytes(byte not in _CONTINUES for byte in range(256))


def occurrences(text: str, wanted: str, most: int) -> list[int]:
    """Return where a string begins in a text, overlapping places too, up to a number of them."""
    places: list[int] = []
    at = text.find(wanted)
    while at >= 0 and len(places) < most:
        places.append(at)
        at = text.find(wanted, at + 1)
    return places


@dataclass(frozen=True, slots=True)
class Windows:
    """A normalised text made ready for hashing its windows, and in which order to try them.

    Normalised strings neither begin nor end with a space, so such windows are left out. Those
    that begin and end between words come first, since quotations are mostly cut there.
    """

    data: bytes
    bounds: range | list[int]
    opening: bytes
    closing: bytes

    @classmethod
    def of(cls, text: str) -> Self:
        """Return the windows of a normalised text."""
        data = text.encode()
        within, spaces = bytearray(len(text) + 1), bytearray(len(text) + 1)
        for word in _WORD.finditer(text):
            start, end = word.span()
            within[start + 1 : end] = b"\1" * (end - start - 1)
        for space in _SPACE.finditer(text):
            spaces[space.start()] = _AT_SPACE
        opening = bytes(map(or_, within, spaces))
        closing = bytes(map(or_, within, b"\0" + spaces))
        return cls(data, _bounds(data), opening, closing)

    def first_places(self, length: int, digests: Iterable[bytes]) -> dict[bytes, int]:
        """Return a place of each digest that is the SHA-256 of a window of that many code points.

        A digest that no window has is not in the answer; then every window was hashed.
        """
        wanted, places = set(digests), dict[bytes, int]()
        if not wanted:
            return places
        for start, found in self._hashed(length):
            if found in wanted:
                places[found] = start
                wanted.remove(found)
                if not wanted:
                    break
        return places

    def _hashed(self, length: int) -> Iterator[tuple[int, bytes]]:
        data, bounds, fresh = self.data, self.bounds, sha256()
        for start in self._starts(length):
            window = fresh.copy()
            window.update(data[bounds[start] : bounds[start + length]])
            yield start, window.digest()

    def _starts(self, length: int) -> Iterator[int]:
        ranks = bytes(map(or_, self.opening, self.closing[length:]))
        for chosen in (_LIKELY, _UNLIKELY):
            yield from compress(range(len(ranks)), ranks.translate(chosen))


def _bounds(data: bytes) -> range | list[int]:
    if data.isascii():
        return range(len(data) + 1)
    return [*compress(range(len(data)), data.translate(_BEGINS_CHARACTER)), len(data)]
