"""What is wrong with a file that is not sound as it stands, and its value where that is sure."""

import codecs
from collections.abc import Iterator
from itertools import islice
from typing import Final

import orjson

from milepost.reading import characters, encoding, layout, lookalikes, normal_form, numbers, slips
from milepost.reading.depth import DEEPEST
from milepost.reading.excerpt import excerpt
from milepost.reading.flaw import Flaw
from milepost.reading.lines import Lines
from milepost.reading.outline import Outline, outline

_MOST_REPEATS: Final = 5


def diagnosed(raw: bytes) -> tuple[object | None, list[Flaw]]:
    """Return the value of a file, or None where it cannot be trusted, and its flaws."""
    undecodable = encoding.undecodable(raw)
    if undecodable:
        return None, [undecodable]
    text = encoding.readable(raw)
    shape, lines = outline(text), Lines.of(text)
    fatal = list(_fatal(text, shape, lines))
    mild = list(_mild(raw, text, shape, lines))
    if fatal:
        return None, _sorted(fatal + mild)
    value: object = orjson.loads(text)
    departure = layout.departure(value, raw.removeprefix(codecs.BOM_UTF8))
    return value, _sorted([*mild, departure] if departure else mild)


def _fatal(text: str, shape: Outline, lines: Lines) -> Iterator[Flaw]:
    if shape.stop:
        slip = slips.recognised(text, shape.stop, lines)
        yield Flaw("JSN-001", *lines.position(slip.offset), slip.message, slip.hint)
    yield from islice(characters.lone_surrogates(text, shape.strings, lines), 1)
    yield from islice(normal_form.heaped(text, shape.strings, lines), 1)
    yield from islice(_repeated(shape, lines), _MOST_REPEATS)
    yield from islice(numbers.inexact(text, shape.numbers, lines), 1)
    if shape.too_deep is not None:
        message = f"brackets are nested more than {DEEPEST} deep"
        hint = "a record needs fewer than ten levels; look for a bracket that is never closed"
        yield Flaw("JSN-006", *lines.position(shape.too_deep), message, hint)


def _repeated(shape: Outline, lines: Lines) -> Iterator[Flaw]:
    for repeat in shape.repeats:
        first = lines.position(repeat.first)
        before = f"first in line {first.line}, column {first.column}"
        message = f'the key "{excerpt(repeat.key)}" stands twice in one object; {before}'
        hint = "keep the one that is meant; a list holds several values"
        yield Flaw("JSN-003", *lines.position(repeat.second), message, hint)


def _mild(raw: bytes, text: str, shape: Outline, lines: Lines) -> Iterator[Flaw]:
    mark = encoding.marked(raw)
    if mark:
        yield mark
    yield from normal_form.decomposed(text, shape.strings, lines)
    yield from characters.refused(text, shape.strings, lines)
    yield from lookalikes.mixed(text, shape.strings, lines)


def _sorted(flaws: list[Flaw]) -> list[Flaw]:
    return sorted(flaws, key=lambda flaw: (flaw.line, flaw.column, flaw.rule))
