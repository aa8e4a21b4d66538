"""Slips of quotation: other marks than ", a string never closed, a mark inside a text."""

import re
from typing import Final

from milepost.reading import outline
from milepost.reading.characters import named
from milepost.reading.excerpt import excerpt
from milepost.reading.lines import Lines
from milepost.reading.outline import Stop
from milepost.reading.slips.slip import Slip, rewritten
from milepost.reading.tokens import STRING_BODY

_WIDE: Final = "\N{FULLWIDTH QUOTATION MARK}"
_LOW: Final = "\N{SINGLE LOW-9 QUOTATION MARK}\N{DOUBLE LOW-9 QUOTATION MARK}"
_ANGLES: Final = "\u00ab\u00bb\u2039\u203a"
_MARKS: Final = f"'`‘’“”「」『』\N{ACUTE ACCENT}{_ANGLES}{_LOW}{_WIDE}"
_QUOTED: Final = re.compile(rf'[{_MARKS}]([^\n]*?)[{_MARKS}"](?=\s*(?:[,:\]}}]|$))', re.MULTILINE)
_SOUND_PART: Final = re.compile(STRING_BODY)
# Up to the last mark of the line, unless another member begins before it.
_REST_OF_LINE: Final = re.compile(r'((?:(?!"\s*:)[^\n])*)"(?=[ \t]*,?[ \t]*\r?$)', re.MULTILINE)
_LINE_END: Final = re.compile(r"[ \t]*,?[ \t]*\r?$", re.MULTILINE)
_PLACES_FOR_TEXT: Final = {outline.VALUE, outline.FIRST_ITEM, outline.KEY, outline.FIRST_KEY}
_CODE_ESCAPE: Final = "u"


def broken_string(text: str, stop: Stop, _lines: Lines) -> Slip | None:
    """Recognise a string that begins as it should and then goes wrong, and say where."""
    start = stop.token.start
    sound = _SOUND_PART.match(text, start) if stop.token.kind == "bad" else None
    if not sound:
        return None
    at = sound.end()
    if text[at : at + 1] == "\\":
        return _wrong_escape(text, at)
    if text[at : at + 1] in {"", "\n", "\r"}:
        return _unclosed(text, start, at)
    what = "a tab" if text[at] == "\t" else f"the control character {named(text[at])}"
    message = f"{what} stands inside a text, where JSON allows none"
    return Slip(at, message, rewritten(text, at, at + 1, " "))


def other_quotation_mark(text: str, stop: Stop, _lines: Lines) -> Slip | None:
    """Recognise a text between single or typographic quotation marks."""
    start = stop.token.start
    if stop.awaited not in _PLACES_FOR_TEXT or text[start : start + 1] not in set(_MARKS):
        return None
    message = f'{_shown(text[start])} stands where {stop.awaited} is expected; JSON quotes with "'
    quoted = _QUOTED.match(text, start)
    if not quoted:
        return Slip(start, message, 'put the text between two straight double marks: "…"')
    end = text.find("\n", quoted.end())
    end = len(text) if end < 0 else end
    rest = text[quoted.end() : end]
    if '"' not in rest:
        rest = _QUOTED.sub(lambda other: _string(other[1]), rest)
    return Slip(start, message, rewritten(text, start, end, _string(quoted[1]) + rest))


def bare_quotation_mark(text: str, stop: Stop, _lines: Lines) -> Slip | None:
    r"""Recognise a " inside a text that should be \"; the text seems to end at it."""
    before, start = stop.before, stop.token.start
    if before is None or before.kind != "string" or stop.token.kind != "bad":
        return None
    if "\n" in text[before.end : start] or text[start] in ";=":
        return None
    message = 'the text seems to end here, yet it goes on; a " inside a text is written \\"'
    rest = _REST_OF_LINE.match(text, before.end)
    if not rest:
        return Slip(before.end - 1, message, 'write \\" for each of these marks')
    inside = text[before.start + 1 : before.end] + rest[1]
    hint = rewritten(text, before.start, rest.end(), _string(inside))
    return Slip(before.end - 1, message, hint)


def _wrong_escape(text: str, at: int) -> Slip:
    if text[at + 1 : at + 2] == _CODE_ESCAPE:
        message = r"\u is followed by less than the four hexadecimal digits that it needs"
    else:
        escape = excerpt(text[at : at + 2].rstrip())
        message = f"{escape} is no escape of JSON; a backslash is written \\\\"
    return Slip(at, message, rewritten(text, at, at + 1, "\\\\"))


def _unclosed(text: str, start: int, end: int) -> Slip:
    message = 'the text that begins here is never closed: " is expected before the end of the line'
    typographic = max(text.rfind(mark, start + 1, end) for mark in f"”“{_WIDE}")
    closes = typographic > 0 and _LINE_END.match(text, typographic + 1)
    if closes:
        return Slip(start, message, rewritten(text, typographic, typographic + 1, '"'))
    tail = text[start:end].rstrip()
    at = start + len(tail.removesuffix(",").rstrip()) if len(tail) > 1 else end
    return Slip(start, message, rewritten(text, at, at, '"'))


def _string(inside: str) -> str:
    return f'"{_escaped(inside)}"'


def _escaped(inside: str) -> str:
    return re.sub(r'(?<!\\)"', r"\"", inside)


def _shown(mark: str) -> str:
    return f"the mark {mark}" if mark.isascii() else f"{named(mark)} ({mark})"
