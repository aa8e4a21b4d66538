"""The locator profile text-1: from the plain text of a source to the text that spans count in.

Copies of one page that were laid out by different programs come out alike.
"""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

NAME: Final = "text-1"

_DELETED: Final = "\u200b\u200c\u200d\u2060\ufeff\xad"
_QUOTES_AND_DASHES: Final = (
    ("\u2018\u2019\u201a\u201b", "'"),
    ("\u201c\u201d\u201e\u201f", '"'),
    ("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
)
_MEANT: Final = tuple((old, new) for several, new in _QUOTES_AND_DASHES for old in several)

_SPELT_ANEW: Final = re.compile(f"[{_DELETED}{''.join(old for old, _ in _MEANT)}]")

# The Unicode property White_Space, which is narrower than \s of Python.
_WHITE: Final = "\t-\r\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
# Scripts written without spaces, by block: CJK punctuation and kana, Han, full-width punctuation
# and half-width kana, then Thai, Lao and Khmer.
_UNSPACED: Final = (
    "\u3001-\u3029\u3030-\u3098\u309b-\u30ff\u31f0-\u31ff\U0001aff0-\U0001b16f"
    "\u2e80-\u2fdf\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
    "\ufe10-\ufe1f\ufe30-\ufe4f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff9f"
    "\u0e00-\u0eff\u1780-\u17ff\u19e0-\u19ff"
)
# The voicing marks of kana end a character, and never begin one.
_UNSPACED_END: Final = _UNSPACED + "\u3099\u309a"

_BLANK_LINES: Final = re.compile(rf"\n[{_WHITE} ]*\n")
_WHITE_RUN: Final = re.compile(rf"[{_WHITE} ]{{2,}}|[{_WHITE}]")
# What plain letters on one line, without a space at their ends, may have that the profile drops.
_UNTIDY: Final = re.compile(r" [ .,;:)]")
_NEEDLESS_SPACE: Final = re.compile(
    rf" (?:(?=[{_UNSPACED}])(?<=[{_UNSPACED_END}] )|(?=[.,;:)])|(?<=\( ))"
)


@dataclass(frozen=True, slots=True)
class Normalised:
    """A text in the profile; `paragraphs` are half-open ranges of its code points, in order."""

    text: str
    paragraphs: tuple[tuple[int, int], ...]

    def paragraph(self, offset: int) -> int | None:
        """Return the number of the paragraph (from 1) that holds or precedes an offset from 0.

        None where the text has no paragraph.
        """
        return bisect_right(self.paragraphs, (offset, len(self.text))) or None


def normalise(text: str) -> Normalised:
    """Return a plain text in the profile text-1, with its paragraphs.

    Paragraphs are the blocks that blank lines part; a line of nothing but white space and
    characters that the profile deletes is blank. Lines end in LF, CR or CR LF.
    """
    if _is_tidy(text):
        return Normalised(text, ((0, len(text)),))
    blocks = [_spaced(block) for block in _BLANK_LINES.split(_spelt(text))]
    return _joined([block for block in blocks if block])


def _is_tidy(text: str) -> bool:
    """Return whether a text is surely in the profile as it stands, as most in English are."""
    if not text or not (text.isascii() and text.isprintable()):
        return False
    return text[0] != " " != text[-1] and "( " not in text and not _UNTIDY.search(text)


def _spelt(text: str) -> str:
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    if not _SPELT_ANEW.search(text):
        return text
    for character in _DELETED:
        text = text.replace(character, "")
    for character, meant in _MEANT:
        text = text.replace(character, meant)
    return text


def _spaced(block: str) -> str:
    single = _WHITE_RUN.sub(" ", block).strip(" ")
    return unicodedata.normalize("NFC", _NEEDLESS_SPACE.sub("", single))


def _joined(blocks: list[str]) -> Normalised:
    if len(blocks) == 1:
        return Normalised(blocks[0], ((0, len(blocks[0])),))
    pieces, paragraphs, at = [], [], 0
    for before, block in pairwise(["", *blocks]):
        # Only the two characters at the border decide whether the space between them stays.
        space = "" if not before else _NEEDLESS_SPACE.sub("", f"{before[-1]} {block[0]}")[1:-1]
        at += len(space)
        pieces.append(space + block)
        paragraphs.append((at, at + len(block)))
        at += len(block)
    # At a border without a space NFC may reorder marks but joins none, so the ranges hold.
    return Normalised(unicodedata.normalize("NFC", "".join(pieces)), tuple(paragraphs))
