"""Words that mix scripts whose letters look alike, and what hides between two Latin letters.

A plain part of what Unicode Technical Standard 39 calls mixed-script detection: Latin beside Greek,
Cyrillic or Armenian inside one word. Japanese, Khmer and others share no shapes with Latin.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

from milepost.reading import strings
from milepost.reading.characters import MOST, named
from milepost.reading.flaw import Flaw
from milepost.reading.lines import Lines
from milepost.reading.tokens import Range

RULE: Final = "JSN-010"
_LATIN: Final = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"
# Omega and mu are left out, since units have them: k\u03a9, \u03bcm.
_GREEK: Final = "\u0386-\u03a8\u03aa-\u03bb\u03bd-\u03ff"
_OTHER: Final = f"{_GREEK}\u0400-\u0482\u048a-\u052f\u0531-\u0587"
_MIXED: Final = re.compile(f"(?<=[{_LATIN}])[{_OTHER}]|[{_OTHER}](?=[{_LATIN}])")
_BETWEEN: Final = re.compile(f"(?<=[{_LATIN}])[\u200b-\u200d](?=[{_LATIN}])")
_WORD: Final = re.compile(r"[^\W\d_]+")
# In UTF-8: the bytes with which the letters of the other scripts begin.
_LEADS: Final = bytes(range(0xCD, 0xD7))
_ALIKE: Final = str.maketrans(
    "\u0430\u0441\u0435\u043e\u0440\u0445\u0443\u0456\u0458\u0455\u04bb\u0501\u051b\u051d"
    "\u0410\u0412\u0421\u0415\u041d\u0406\u0408\u041a\u041c\u041e\u0420\u0405\u0422\u0425\u0423"
    "\u03bf\u03bd\u03b1\u03b9\u03ba\u03c1\u03c5\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c"
    "\u039d\u039f\u03a1\u03a4\u03a5\u03a7",
    "aceopxyijshdqwABCEHIJKMOPSTXYovaikpuABEZHIKMNOPTYX",
)


def suspicious(raw: bytes) -> bool:
    """Return whether valid UTF-8 may hold such a word; quick, for files that are not plain."""
    text = raw.decode()
    if _BETWEEN.search(text):
        return True
    return len(raw.translate(None, _LEADS)) < len(raw) and bool(_MIXED.search(text))


def mixed(text: str, tokens: Iterable[Range], lines: Lines) -> Iterator[Flaw]:
    """Yield the flaw (JSN-010) of each of the first five words of two scripts, or with a gap."""
    found = (flaw for token in tokens for flaw in _of_string(text, token, lines))
    yield from islice(found, MOST)


def _of_string(text: str, token: Range, lines: Lines) -> Iterator[Flaw]:
    value = strings.unquoted(text, token)
    for gap in _BETWEEN.finditer(value):
        message = f"{named(gap[0])} stands between two Latin letters, where nobody sees it"
        yield Flaw(RULE, *_place(text, token, lines, gap.start()), message, "delete it")
    for word in _WORD.finditer(value):
        odd = _MIXED.search(word[0])
        if odd:
            place = _place(text, token, lines, word.start() + odd.start())
            message = f'"{word[0]}" mixes letters that look alike: {named(odd[0])} is not Latin'
            yield Flaw(RULE, *place, message, _hint(word[0]))


def _place(text: str, token: Range, lines: Lines, at: int) -> tuple[int, int]:
    written = strings.characters(text, token)
    return lines.position(next(islice(written, at, None))[1])


def _hint(word: str) -> str:
    latin = word.translate(_ALIKE)
    if re.fullmatch(f"[{_LATIN}]+", latin):
        return f'type it anew: "{latin}"'
    return "type the word anew, in the letters of one script"
