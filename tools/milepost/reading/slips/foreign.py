"""Slips of a text that JSON does not know: comments, and marks that look like its own."""

import re
from typing import Final

from milepost.reading.characters import named
from milepost.reading.lines import Lines
from milepost.reading.outline import Stop
from milepost.reading.slips.slip import Slip, rewritten

_COMMENT: Final = re.compile(r"//[^\n]*|#[^\n]*|/\*(?:[^*]|\*(?!/))*(?:\*/)?|<!--[^\n]*")
# Typed with an East Asian input method, or copied from a web page.
_LOOK_ALIKES: Final = {
    "\N{FULLWIDTH COLON}": ":",
    "\N{FULLWIDTH COMMA}": ",",
    "\N{IDEOGRAPHIC COMMA}": ",",
    "\N{FULLWIDTH LEFT CURLY BRACKET}": "{",
    "\N{FULLWIDTH RIGHT CURLY BRACKET}": "}",
    "\N{FULLWIDTH LEFT SQUARE BRACKET}": "[",
    "\N{FULLWIDTH RIGHT SQUARE BRACKET}": "]",
    "\N{IDEOGRAPHIC SPACE}": " ",
    "\N{NO-BREAK SPACE}": " ",
    "\N{ZERO WIDTH SPACE}": "",
    "\N{ZERO WIDTH NO-BREAK SPACE}": "",
}


def comment(text: str, stop: Stop, _lines: Lines) -> Slip | None:
    """Recognise a comment, of whatever language."""
    written = _COMMENT.match(text, stop.token.start)
    if not written:
        return None
    message = f"a comment stands where {stop.awaited} is expected; JSON has no comments"
    return Slip(written.start(), message, rewritten(text, *written.span(), ""))


def look_alike(text: str, stop: Stop, _lines: Lines) -> Slip | None:
    """Recognise full-width punctuation and spaces that are not the space of JSON."""
    start = stop.token.start
    meant = _LOOK_ALIKES.get(text[start : start + 1])
    if meant is None:
        return None
    message = f"{named(text[start])} stands where {stop.awaited} is expected"
    return Slip(start, message, rewritten(text, start, start + 1, meant))
