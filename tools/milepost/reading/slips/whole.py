"""Slips of the file as a whole: nothing in it, no end, more than one record, Git's markers."""

import re
from typing import Final

from milepost.reading import outline
from milepost.reading.lines import Lines
from milepost.reading.outline import Stop
from milepost.reading.slips.slip import Slip, found

_MERGE_MARKER: Final = re.compile(r"<{7}|={7}|>{7}|\|{7}")
_CLOSING: Final = {"{": "}", "[": "]"}
_MOST_SHOWN: Final = 20


def empty_file(text: str, stop: Stop, _lines: Lines) -> Slip | None:
    """Recognise a file with nothing but white space in it."""
    if text.strip():
        return None
    what = "the file is empty" if not text else "the file holds nothing but white space"
    hint = "begin with a skeleton that `milepost new` writes, or delete the file"
    return Slip(0, f"{what}, where {stop.awaited} is expected", hint)


def merge_marker(text: str, stop: Stop, _lines: Lines) -> Slip | None:
    """Recognise the lines that Git leaves where two versions wait to be joined."""
    start = stop.token.start
    if not _MERGE_MARKER.match(text, start) or text[start - 1 : start] not in {"", "\n"}:
        return None
    hint = "keep the lines that are right, and delete the three lines of markers"
    return Slip(start, "a merge was not finished: this line is one of Git's markers", hint)


def text_after_the_end(text: str, stop: Stop, _lines: Lines) -> Slip | None:
    """Recognise what follows a whole value: a second one, or a bracket too many."""
    if stop.awaited is not outline.END:
        return None
    if stop.token.kind in {"}", "]"}:
        hint = f"delete this {stop.token.kind}, or open its partner further up"
        return Slip(stop.token.start, f"{stop.token.kind} closes what was never opened", hint)
    message = f"the record has ended, yet {found(text, stop)} follows; the end is expected"
    hint = "each record is a file of its own: move or delete what follows"
    return Slip(stop.token.start, message, hint)


def unclosed_bracket(_text: str, stop: Stop, lines: Lines) -> Slip | None:
    """Recognise a file that ends before all brackets are closed."""
    if stop.token.kind != "end" or not stop.unclosed:
        return None
    opened = stop.unclosed[-1]
    line, column = lines.position(opened.start)
    message = (
        f"the file ends where {stop.awaited} is expected: {opened.kind} of line {line}, "
        f"column {column} is never closed"
    )
    missing = "".join(_CLOSING[bracket.kind] for bracket in reversed(stop.unclosed[-_MOST_SHOWN:]))
    return Slip(stop.token.start, message, f"end the file with: {missing}")
