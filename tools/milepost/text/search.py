"""Exact search in a text, for a string or for what has a known length and a known SHA-256."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain, compress
from operator import and_, or_
from typing import Final, Self

# How well an offset suits as the edge of a window; of the offset's two sides the worse one counts.
_BETWEEN_WORDS, _WITHIN_A_WORD, _AT_A_SPACE = 0, 1, 2
_RANKS: Final = range(256)
_LIKELY: Final = bytes(rank == _BETWEEN_WORDS for rank in _RANKS)
_UNLIKELY: Final = bytes(rank == _WITHIN_A_WORD for rank in _RANKS)
_LETTERS: Final = bytes(chr(byte).isalnum() for byte in range(256))
_SPACES: Final = bytes(_AT_A_SPACE * (byte == ord(" ")) for byte in range(256))
# In UTF-8 the bytes 80 to BF continue a character; all others begin one.
_CONTINUES: Final = range(0x80, 0xC0)
_BEGINS: Final = bytes(byte not in _CONTINUES for byte in range(256))


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
    """A normalised text made ready for hashing its windows; `bounds` are offsets in its UTF-8.

    A normalised string neither begins nor ends with a space, so such windows are left out. Those
    that begin and end between words come first, for so do most quotations.
    """

    data: bytes
    bounds: Sequence[int]
    opening: bytes
    closing: bytes

    @classmethod
    def of(cls, text: str) -> Self:
        """Return the windows of a normalised text."""
        data = text.encode()
        # One byte a character, which is enough to tell the words of the scripts that part them.
        narrow = text.encode("latin-1", "replace")
        letters, spaces = narrow.translate(_LETTERS), narrow.translate(_SPACES)
        within = b"\0" + _bytewise(and_, letters, letters[1:]) + b"\0"
        opening = _bytewise(or_, within, spaces + b"\0")
        return cls(data, _bounds(data), opening, _bytewise(or_, within, b"\0" + spaces))

    def first_places(self, length: int, digests: Iterable[bytes]) -> dict[bytes, int]:
        """Return a place of each digest that is the SHA-256 of a window of that many code points.

        Every window was hashed where a digest is not in the answer.
        """
        wanted, places = set(digests), dict[bytes, int]()
        data, fresh = self.data, sha256().copy
        for start, end in self._ranges(length) if wanted else ():
            window = fresh()
            window.update(data[start:end])
            if window.digest() in wanted:
                places[window.digest()] = bisect_left(self.bounds, start)
                wanted.remove(window.digest())
                if not wanted:
                    break
        return places

    def _ranges(self, length: int) -> Iterator[tuple[int, int]]:
        starts, ends = self.bounds, self.bounds[length:]
        ranks = _bytewise(or_, self.opening, self.closing[length:])
        chosen = (ranks.translate(_LIKELY), ranks.translate(_UNLIKELY))
        return chain.from_iterable(
            zip(compress(starts, c), compress(ends, c), strict=True) for c in chosen
        )


def _bounds(data: bytes) -> Sequence[int]:
    if data.isascii():
        return range(len(data) + 1)
    return [*compress(range(len(data)), data.translate(_BEGINS)), len(data)]


def _bytewise(join: Callable[[int, int], int], left: bytes, right: bytes) -> bytes:
    """Return a bitwise operation on two strings of bytes, as long as the second.

    Taken as two large integers they are joined far sooner than byte by byte.
    """
    size = len(right)
    joined = join(int.from_bytes(left[:size], "big"), int.from_bytes(right, "big"))
    return joined.to_bytes(size, "big")
