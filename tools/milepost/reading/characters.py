"""The characters of a record's texts: none that is invisible, broken or misleads the eye."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final, NamedTuple

from milepost.reading import strings
from milepost.reading.flaw import Flaw
from milepost.reading.lines import Lines
from milepost.reading.strings import unquoted
from milepost.reading.tokens import Range

MOST: Final = 5
_ASCII: Final = bytes(range(128))

_BREAKS: Final = "\n\r\x85\u2028\u2029"
_CONTROLS: Final = "\x00-\x1f\x7f-\x9f"
_TURNING: Final = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_HIDDEN: Final = "\xad\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffc"
_PRIVATE: Final = "\ue000-\uf8ff"
_NEVER: Final = "\ufdd0-\ufdef\ufffe\uffff"
_LOST: Final = "\ufffd"
_OF_THE_BMP: Final = _CONTROLS + _BREAKS + _TURNING + _HIDDEN + _PRIVATE + _NEVER + _LOST

_TAGS: Final = "\U000e0000-\U000e007f"
_PRIVATE_PLANES: Final = "\U000f0000-\U000ffffd\U00100000-\U0010fffd"
_LAST_OF_PLANES: Final = "".join(
    chr(plane << 16 | last) for plane in range(1, 17) for last in (0xFFFE, 0xFFFF)
)
_REFUSED: Final = re.compile(f"[{_OF_THE_BMP}{_TAGS}{_PRIVATE_PLANES}{_LAST_OF_PLANES}]")
_ESCAPE: Final = re.compile(rb"\\[bfnrtu]")
_SURROGATE: Final = re.compile("[\ud800-\udfff]")


class _Reason(NamedTuple):
    members: re.Pattern[str]
    why: str
    hint: str


def _reason(members: str, why: str, hint: str) -> _Reason:
    return _Reason(re.compile(f"[{members}]"), why, hint)


_DELETE: Final = "delete it"
_REASONS: Final = (
    _reason(_BREAKS, "breaks the line, but a text is a single paragraph", "write a space instead"),
    _reason("\t", "is a tab", "write a space instead"),
    _reason(_TURNING, "turns the direction of writing, so that it reads unlike its value", _DELETE),
    _reason(_CONTROLS, "is a control character", _DELETE),
    _reason(_HIDDEN + _TAGS, "cannot be seen", _DELETE),
    _reason(
        _PRIVATE + _PRIVATE_PLANES,
        "is for private use: it means something else in each font",
        "write it out",
    ),
    _reason(_LOST, "stands for a character that was lost when the text was copied", "restore it"),
    _reason(_NEVER + _LAST_OF_PLANES, "is a code point that Unicode never assigns", _DELETE),
)


def suspicious(raw: bytes) -> bool:
    """Return whether canonical bytes may hold a flaw of characters; quick, for most files.

    ASCII is in NFC and composes with nothing but what follows it, so only the rest is looked at;
    the combining marks that compose with ASCII letters (U+0300 to U+036F) are always suspicious.
    """
    if b"\x7f" in raw or (b"\\" in raw and _ESCAPE.search(raw)):
        return True
    if raw.isascii():
        return False
    foreign = raw.translate(None, _ASCII)
    if b"\xcc" in foreign or b"\xcd" in foreign:
        return True
    text = foreign.decode()
    return bool(_REFUSED.search(text)) or not unicodedata.is_normalized("NFC", text)


def lone_surrogates(text: str, tokens: Iterable[Range], lines: Lines) -> Iterator[Flaw]:
    """Yield the flaw (JSN-002) of each half of a surrogate pair that is written as an escape."""
    for character, offset in _found(_SURROGATE, text, tokens):
        code = f"\\u{ord(character):04x}"
        message = (
            f"{code} is half of a surrogate pair and stands alone; no character is meant by it"
        )
        hint = "write the character itself instead of escapes"
        yield Flaw("JSN-002", *lines.position(offset), message, hint)


def refused(text: str, tokens: Iterable[Range], lines: Lines) -> Iterator[Flaw]:
    """Yield the flaw (JSN-008) of each of the first five characters that have no place in a text.

    U+200B, U+200C and U+200D are let through: Khmer and other scripts need them.
    """
    for character, offset in islice(_found(_REFUSED, text, tokens), MOST):
        reason = next(each for each in _REASONS if each.members.match(character))
        message = f"the text holds {named(character)}, which {reason.why}"
        yield Flaw("JSN-008", *lines.position(offset), message, reason.hint)


def named(character: str) -> str:
    """Return the code point of a character and its Unicode name, where it has one."""
    return f"U+{ord(character):04X} {unicodedata.name(character, '')}".rstrip()


def _found(
    wanted: re.Pattern[str], text: str, tokens: Iterable[Range]
) -> Iterator[tuple[str, int]]:
    for token in tokens:
        if wanted.search(unquoted(text, token)):
            for character, offset in strings.characters(text, token):
                if wanted.match(character):
                    yield character, offset
