"""Whether the characters of a file are such that nobody need look at them more closely.

All that is said here of texts, `characters` and `lookalikes` say more exactly; most files are
plain, and their many patterns are then not even compiled.
"""

import re
import unicodedata
from typing import Final

# All of ASCII but DEL and the backslash, of which _PLAIN is told.
_ASCII: Final = bytes({*range(128)}.difference(b"\x7f\\"))
# What most texts hold: no escape, no control, private, hidden, turning or lost character, no
# combining mark, no Greek, Cyrillic or Armenian, and nothing beyond the BMP.
_PLAIN: Final = re.compile(
    "[^\x00-\x1f\\\\\x7f-\x9f\xad\u0300-\u058f\u061c\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\ue000-\uf8ff\ufdd0-\ufdef\ufeff\ufff9-\uffff\U00010000-\U0010ffff]*"
)
# In UTF-8: a character of no width before what may be a Latin letter (Khmer text is full of those
# characters, and has none here).
_GAP: Final = re.compile(rb"\xe2\x80[\x8b-\x8d](?:[A-Za-z\xc3-\xc9]|\xe1[\xb8-\xbb])")


def is_plain(raw: bytes) -> bool:
    """Return whether canonical bytes hold nothing that `characters` or `lookalikes` may refuse.

    ASCII is in NFC and composes with nothing but what follows it, so only the rest is looked at;
    the combining marks that compose with ASCII letters (U+0300 to U+036F) are never plain.
    """
    text = raw.translate(None, _ASCII).decode()
    if not text:
        return True
    is_known = _PLAIN.fullmatch(text) is not None and unicodedata.is_normalized("NFC", text)
    return is_known and _GAP.search(raw) is None
