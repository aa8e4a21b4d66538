"""The one spelling of a record: layout, order of keys and Unicode NFC, from bytes to bytes."""

import unicodedata
from typing import Any, NamedTuple

from milepost.canonical import encode
from milepost.reading.strict import parse
from milepost.schema.key_order import Order, ordered


class Respelt(NamedTuple):
    """The bytes of a record in the one spelling, and in words what was done to get there."""

    content: bytes
    done: tuple[str, ...]


def readable(raw: bytes) -> Any | None:
    """Return the value of a file, or None where it has flaws that make it unsafe to write back."""
    value, flaws = parse(raw)
    return None if value is None and flaws else value


def respelt(order: Order, value: Any, raw: bytes) -> Respelt | None:
    """Return the one spelling of a value that was read from bytes.

    None where two keys become one when they are composed, and writing that would lose a value.
    """
    as_it_stands = encode(value)
    # Composed first, since that can change where a key stands among the others.
    composed = unicodedata.normalize("NFC", as_it_stands.decode()).encode()
    whole = readable(composed)
    if whole is None:
        return None
    content = encode(ordered(order, whole))
    steps = (
        ("laid out", as_it_stands != raw),
        ("keys sorted", content != composed),
        ("text composed to NFC", composed != as_it_stands),
    )
    return Respelt(content, tuple(words for words, was_done in steps if was_done))
