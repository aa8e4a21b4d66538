"""Who takes part: codes of parties, the pairs that have relations, and how much they have lived."""

from dataclasses import dataclass
from itertools import combinations, count, cycle, islice, product
from string import ascii_lowercase
from typing import Final

REAL: Final = ("jpn", "khm")
# Milestones of one relationship after the other: fourteen on average.
_LENGTHS: Final = (10, 14, 18)


@dataclass(frozen=True, slots=True)
class Dyad:
    """Two parties with relations; `first` is the number of the first of their milestones."""

    parties: tuple[str, str]
    number: int
    first: int
    length: int

    @property
    def id(self) -> str:
        """The codes of the two, in alphabetical order."""
        return "-".join(self.parties)


def dyads(milestones: int) -> list[Dyad]:
    """Return relationships that have so many milestones together."""
    found: list[Dyad] = []
    first = 0
    for pair, length in zip(_pairs(milestones), cycle(_LENGTHS), strict=False):
        if first < milestones:
            found.append(Dyad(pair, len(found), first, min(length, milestones - first)))
            first += length
    return found


def parties(dyads_of_all: list[Dyad]) -> list[str]:
    """Return the codes of all parties of some relationships, in order."""
    return sorted({party for dyad in dyads_of_all for party in dyad.parties})


def _pairs(milestones: int) -> list[tuple[str, str]]:
    """Return a pair for each ten milestones, from as few parties as have them."""
    wanted = milestones // min(_LENGTHS) + 1
    size = next(size for size in count(2) if size * (size - 1) // 2 >= wanted)
    codes = sorted(islice(_codes(), size))
    return list(islice(combinations(codes, 2), wanted))


def _codes() -> list[str]:
    """Return codes that are real, and then those that ISO 3166-1 leaves to its users."""
    return [*REAL, *("x" + "".join(letters) for letters in product(ascii_lowercase, repeat=2))]
