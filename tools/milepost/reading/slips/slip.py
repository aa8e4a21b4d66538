"""A slip as a value, and the words that all of them share."""

import re
from collections.abc import Callable
from typing import Final, NamedTuple

from milepost.reading.characters import named
from milepost.reading.excerpt import excerpt
from milepost.reading.lines import Lines
from milepost.reading.outline import Stop

_WORD: Final = re.compile(r"\w[^\s,:{}\[\]\"]*")
_LONGEST_LINE: Final = 160
_AROUND: Final = 30


class Slip(NamedTuple):
    """Why a text is not JSON: an offset from 0, and words for people."""

    offset: int
    message: str
    hint: str


Recogniser = Callable[[str, Stop, Lines], Slip | None]


def rewritten(text: str, start: int, end: int, new: str) -> str:
    """Return the hint that shows the line of [start, end) with that range written anew."""
    head = text.rfind("\n", 0, start) + 1
    tail = text.find("\n", end)
    tail = len(text) if tail < 0 else tail
    before, after = text[head:start], text[end:tail]
    if not (before + new + after).strip():
        return "delete this line"
    if len(before) + len(new) + len(after) > _LONGEST_LINE:
        before, after = before[-_AROUND:], after[:_AROUND]
    return f"write: {excerpt((before + new + after).strip(), _LONGEST_LINE)}"


def unexpected(text: str, stop: Stop) -> Slip:
    """Return the slip that says no more than what stands here and what was expected."""
    message = f"{found(text, stop)} stands where {stop.awaited} is expected"
    return Slip(stop.token.start, message, "compare with the lines around it")


def found(text: str, stop: Stop) -> str:
    """Return what stands where the text stops being JSON, in words."""
    token = stop.token
    if token.kind == "end":
        return "the end of the file"
    if token.kind != "bad":
        return excerpt(text[token.start : token.end])
    word, character = _WORD.match(text, token.start), text[token.start]
    if word:
        return excerpt(word[0])
    seen = character.isascii() and character.isprintable()
    return f'"{character}"' if seen else named(character)
