"""Slips of words and numbers that stand without quotation marks, or have none to stand in."""

import re
from typing import Final

from milepost.reading import outline
from milepost.reading.excerpt import excerpt
from milepost.reading.lines import Lines
from milepost.reading.outline import Stop
from milepost.reading.slips.slip import Slip, found, rewritten

_WORD: Final = re.compile(r'[^\s,:{}\[\]"]+')
_NUMBER: Final = re.compile(r"([+-]?)0*([0-9]*)(?:\.([0-9]*))?")
_NOTHING: Final = {"nan", "infinity", "inf", "undefined", "none", "null", "nil", "n/a", "na"}
_TRUTH: Final = {"true", "false"}
_KEYS: Final = {outline.KEY, outline.FIRST_KEY}
_VALUES: Final = {outline.VALUE, outline.FIRST_ITEM}


def key_that_is_no_text(text: str, stop: Stop, _lines: Lines) -> Slip | None:
    """Recognise a number, true, false, null or a bracket in the place of a key."""
    if stop.awaited not in _KEYS or stop.token.kind in {"bad", "end"}:
        return None
    message = f"{found(text, stop)} stands where {stop.awaited} is expected"
    if stop.token.kind not in {"number", "literal"}:
        return Slip(stop.token.start, message, 'each member of { } begins with its key: "key": …')
    quoted = f'"{text[stop.token.start : stop.token.end]}"'
    hint = rewritten(text, stop.token.start, stop.token.end, quoted)
    return Slip(stop.token.start, message, hint)


def word(text: str, stop: Stop, _lines: Lines) -> Slip | None:
    """Recognise a bare word, a date without quotation marks, NaN, or a number spelt otherwise."""
    written = _WORD.match(text, stop.token.start) if stop.token.kind == "bad" else None
    if not written or stop.awaited not in _KEYS | _VALUES:
        return None
    message = f"{excerpt(written[0])} stands where {stop.awaited} is expected"
    hint = _hint(text, written) if stop.awaited in _VALUES else _quoted(text, written)
    return Slip(written.start(), message, hint)


def _hint(text: str, written: re.Match[str]) -> str:
    plain = written[0].lower().lstrip("+-")
    if plain in _NOTHING:
        return "a value that is not known is left out, together with its key"
    if plain in _TRUTH:
        return rewritten(text, *written.span(), plain)
    number = _NUMBER.fullmatch(written[0])
    if number and (number[2] or number[3]):
        return rewritten(text, *written.span(), _number(number))
    return _quoted(text, written)


def _number(number: re.Match[str]) -> str:
    sign, whole, fraction = number.groups()
    tail = "" if fraction is None else f".{fraction or '0'}"
    return f"{sign.removeprefix('+')}{whole or '0'}{tail}"


def _quoted(text: str, written: re.Match[str]) -> str:
    start, end = written.span()
    closed = end + (text[end : end + 1] == '"')
    return rewritten(text, start, closed, f'"{written[0]}"')
