"""Slips of commas, colons and brackets."""

from typing import Final

from milepost.reading import outline
from milepost.reading.excerpt import excerpt
from milepost.reading.lines import Lines
from milepost.reading.outline import Stop
from milepost.reading.slips.slip import Slip, found, rewritten

_AFTER_ONE: Final = {outline.AFTER_ITEM, outline.AFTER_MEMBER}
_PARTNER: Final = {"{": "}", "[": "]"}
_BEGINNINGS: Final = {"key", "string", "number", "literal", "{", "["}


def trailing_comma(text: str, stop: Stop, _lines: Lines) -> Slip | None:
    """Recognise a comma after the last member."""
    if stop.before is None or stop.before.kind != "," or stop.token.kind not in {"}", "]"}:
        return None
    start, end = stop.before.start, stop.before.end
    message = (
        f"a comma stands before the closing {stop.token.kind}; after it {stop.awaited} is expected"
    )
    return Slip(start, message, rewritten(text, start, end, ""))


def second_comma(text: str, stop: Stop, _lines: Lines) -> Slip | None:
    """Recognise a comma where a member should be."""
    if stop.token.kind != "," or stop.before is None or stop.awaited is outline.COLON:
        return None
    message = f"a comma stands where {stop.awaited} is expected"
    if stop.before.kind == "key":
        return Slip(stop.token.start, message, "write the value before it, or leave the key out")
    hint = rewritten(text, stop.token.start, stop.token.end, "")
    return Slip(stop.token.start, message, hint)


def wrong_bracket(text: str, stop: Stop, lines: Lines) -> Slip | None:
    """Recognise a bracket that closes one of the other sort."""
    if stop.token.kind not in {"}", "]"} or not stop.unclosed or stop.awaited not in _AFTER_ONE:
        return None
    opened = stop.unclosed[-1]
    line, column = lines.position(opened.start)
    partner = _PARTNER[opened.kind]
    message = (
        f"{stop.token.kind} stands where {stop.awaited} is expected: "
        f"the {opened.kind} of line {line}, column {column} is still open"
    )
    if len(stop.unclosed) > 1 and stop.unclosed[-2].kind != opened.kind:
        return Slip(stop.token.start, message, f"write {partner} before it")
    return Slip(
        stop.token.start, message, rewritten(text, stop.token.start, stop.token.end, partner)
    )


def key_in_a_list(text: str, stop: Stop, lines: Lines) -> Slip | None:
    """Recognise a key in a list, which mostly was to be closed before it."""
    if stop.token.kind != "key" or not stop.unclosed or stop.unclosed[-1].kind != "[":
        return None
    line, column = lines.position(stop.unclosed[-1].start)
    key = excerpt(text[stop.token.start : stop.token.end])
    message = f"the key {key} stands in a list: the [ of line {line}, column {column} is still open"
    hint = "write ] before it; members of a list that have keys are each put in { }"
    return Slip(stop.token.start, message, hint)


def missing_colon(text: str, stop: Stop, _lines: Lines) -> Slip | None:
    """Recognise a key that no colon follows."""
    if stop.awaited is not outline.COLON or stop.before is None:
        return None
    key = excerpt(text[stop.before.start : stop.before.end])
    message = f"{found(text, stop)} stands where {stop.awaited} is expected, after the key {key}"
    if stop.token.kind in _BEGINNINGS:
        hint = rewritten(text, stop.before.end, stop.token.start, ": ")
    elif text[stop.token.start : stop.token.start + 1] == "=":
        hint = rewritten(text, stop.token.start, stop.token.start + 1, ":")
    else:
        hint = f"write a colon and a value: {key}: …"
    return Slip(stop.token.start, message, hint)


def missing_comma(text: str, stop: Stop, _lines: Lines) -> Slip | None:
    """Recognise two members that no comma parts; the place is where the comma belongs."""
    if stop.awaited not in _AFTER_ONE or stop.token.kind not in _BEGINNINGS or not stop.before:
        return None
    end = stop.before.end
    message = f"a comma is missing: {found(text, stop)} follows where {stop.awaited} is expected"
    return Slip(end, message, rewritten(text, end, end, ","))
