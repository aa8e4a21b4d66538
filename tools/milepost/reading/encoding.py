"""From bytes to text: UTF-8 without a byte order mark, or the flaw that says what it is instead."""

import codecs
from typing import Final

from milepost.reading.flaw import Flaw
from milepost.reading.lines import Lines

RULE: Final = "JSN-002"
_SAVE: Final = 'save the file again with the encoding "UTF-8" (not "UTF-8 with BOM", not UTF-16)'
_MARKS: Final = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
_SURROGATE_LEAD: Final = 0xED


def readable(raw: bytes) -> str:
    """Return the text of any bytes, without a byte order mark, one code point for each bad byte."""
    return raw.removeprefix(codecs.BOM_UTF8).decode("utf-8", "surrogateescape")


def undecodable(raw: bytes) -> Flaw | None:
    """Return the flaw of bytes that are not UTF-8, at the first bad byte, or None."""
    wide = _wide(raw)
    if wide:
        return Flaw(RULE, 1, 1, f"the file is encoded as {wide}, where UTF-8 is expected", _SAVE)
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return _bad_byte(raw, error.start)
    return None


def marked(raw: bytes) -> Flaw | None:
    """Return the flaw of a file that begins with a UTF-8 byte order mark, or None."""
    if not raw.startswith(codecs.BOM_UTF8):
        return None
    message = (
        "the file begins with a byte order mark (the bytes EF BB BF), which JSON does not allow"
    )
    return Flaw(RULE, 1, 1, message, f"run `milepost fix PATH`, or {_SAVE}")


def _wide(raw: bytes) -> str | None:
    for mark, name in _MARKS:
        if raw.startswith(mark):
            return name
    # Any JSON text begins with an ASCII character, so its zero bytes tell the width (RFC 4627, 3).
    zeros = [byte == 0 for byte in raw[:4]]
    if zeros in ([False, True, True, True], [True, True, True, False]):
        return "UTF-32"
    return "UTF-16" if zeros[:2] in ([False, True], [True, False]) else None


def _bad_byte(raw: bytes, at: int) -> Flaw:
    before = readable(raw[:at])
    line, column = Lines.of(before).position(len(before))
    what = f"the byte {raw[at]:02X} at position {at} is not UTF-8"
    if raw[at] == _SURROGATE_LEAD:
        what += " (half of a surrogate pair, which UTF-8 cannot hold)"
    return Flaw(RULE, line, column, what, _SAVE)
