"""The normal form of a record's texts: from the strings of a file to those not in Unicode NFC."""

import unicodedata
from collections.abc import Iterable, Iterator
from itertools import groupby, islice
from typing import Final

from milepost.reading import strings
from milepost.reading.characters import MOST, named
from milepost.reading.flaw import Flaw
from milepost.reading.lines import Lines
from milepost.reading.strings import unquoted
from milepost.reading.tokens import Range

_MOST_MARKS: Final = 30


def heaped(text: str, tokens: Iterable[Range], lines: Lines) -> Iterator[Flaw]:
    """Yield the flaw (JSN-007) of each text that heaps marks on a letter and is not in NFC.

    The limit is that of the Stream-Safe Text Format (UAX #15). Python composes such a heap in
    time quadratic in its size, so that whoever reads the value must not meet it.
    """
    for token in _not_nfc(text, tokens):
        if _is_heaped(unquoted(text, token)):
            message = f"more than {_MOST_MARKS} combining marks stand on one letter, not in NFC"
            hint = "delete the marks that are too many"
            yield Flaw("JSN-007", *lines.position(token[0]), message, hint)


def decomposed(text: str, tokens: Iterable[Range], lines: Lines) -> Iterator[Flaw]:
    """Yield the flaw (JSN-007) of each of the first five texts that are not in Unicode NFC."""
    found = (t for t in _not_nfc(text, tokens) if not _is_heaped(unquoted(text, t)))
    for token in islice(found, MOST):
        composed = unicodedata.normalize("NFC", unquoted(text, token))
        pairs = zip(strings.characters(text, token), composed, strict=False)
        character, offset, expected = next((c, at, nfc) for (c, at), nfc in pairs if c != nfc)
        message = (
            f"the text is not in Unicode NFC: {named(character)} stands where {named(expected)} is "
            "expected"
        )
        yield Flaw("JSN-007", *lines.position(offset), message, "run `milepost fix PATH`")


def _not_nfc(text: str, tokens: Iterable[Range]) -> Iterator[Range]:
    return (
        token for token in tokens if not unicodedata.is_normalized("NFC", unquoted(text, token))
    )


def _is_heaped(value: str) -> bool:
    runs = groupby(value, lambda character: unicodedata.combining(character) > 0)
    return any(sum(1 for _ in run) > _MOST_MARKS for combining, run in runs if combining)
