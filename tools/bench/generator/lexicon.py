"""Invented words of three scripts, drawn as often as Zipf and Mandelbrot found words to be."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from random import Random
from typing import Final

# Words in each language; together more than a reader of a large archive meets.
SIZES: Final = {"en": 24_000, "ja": 6_000, "km": 5_000}
_FREQUENT: Final = 150
_FLATTENING: Final = 2.7

_ONSETS: Final = [
    "b",
    "br",
    "c",
    "ch",
    "d",
    "dr",
    "f",
    "g",
    "gr",
    "h",
    "j",
    "k",
    "l",
    "m",
    "n",
    "p",
    "pr",
    "qu",
    "r",
    "s",
    "sh",
    "st",
    "t",
    "th",
    "tr",
    "v",
    "w",
]
_NUCLEI: Final = ["a", "e", "i", "o", "u", "ai", "ea", "io", "ou"]
_CODAS: Final = ["", "", "", *["n", "r", "s", "l", "t", "m", "nd", "rt", "ck", "ng"]]
_KANJI: Final = (
    "日月火水木金土山川田人口手目力心生年国会政府外交協議首相大臣条約署名発効貿易投資港湾道路橋"
    "教育文化環境農業漁業保健防衛安全地域経済支援無償資金借款技術訪問記念式典宣言共同声明平和友好"
)
_KATAKANA: Final = tuple(map(chr, range(0x30A2, 0x30ED)))
_KHMER_CONSONANTS: Final = tuple(map(chr, [*range(0x1780, 0x179D), *range(0x179F, 0x17A3)]))
_KHMER_VOWELS: Final = tuple(map(chr, range(0x17B6, 0x17C6)))
_COENG: Final = "\u17d2"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words, the frequent ones first, with the sums of their frequencies up to each."""

    words: tuple[str, ...]
    sums: tuple[float, ...]

    def draw(self, rng: Random, number: int) -> list[str]:
        """Return words drawn by their frequency."""
        return rng.choices(self.words, cum_weights=self.sums, k=number)


@cache
def lexicon(language: str) -> Lexicon:
    """Return the lexicon of a language (en, ja or km), the same for every dataset."""
    rng = Random(f"the words of {language}")  # noqa: S311 -- invented words are no secret
    words = _distinct(rng, _SPELLERS[language], SIZES[language])
    frequencies = (1 / (rank + _FLATTENING) for rank in range(len(words)))
    return Lexicon(words, tuple(accumulate(frequencies)))


def _distinct(rng: Random, spell: Callable[[Random], str], size: int) -> tuple[str, ...]:
    found: dict[str, None] = {}
    while len(found) < size:
        syllables = 1 + (len(found) > _FREQUENT) + rng.randrange(2)
        found["".join(spell(rng) for _ in range(syllables))] = None
    return tuple(found)


def _english(rng: Random) -> str:
    return rng.choice(_ONSETS) + rng.choice(_NUCLEI) + rng.choice(_CODAS)


def _japanese(rng: Random) -> str:
    if rng.random() < 0.7:  # noqa: PLR2004 -- most words of the news are written in kanji
        return rng.choice(_KANJI)
    return rng.choice(_KATAKANA) + rng.choice(_KATAKANA)


def _khmer(rng: Random) -> str:
    below = _COENG + rng.choice(_KHMER_CONSONANTS) if rng.random() < 1 / 4 else ""
    last = rng.choice(("", rng.choice(_KHMER_CONSONANTS)))
    return rng.choice(_KHMER_CONSONANTS) + below + rng.choice(_KHMER_VOWELS) + last


_SPELLERS: Final = {"en": _english, "ja": _japanese, "km": _khmer}
