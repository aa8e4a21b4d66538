"""Strings in a text: what they stand for, and where each of their characters is written."""

import json
import re
from collections.abc import Iterator
from typing import Final

from milepost.reading.tokens import Range

_WRITTEN: Final = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"  # an escaped surrogate pair
    r"|\\u[0-9a-fA-F]{4}|\\.|[^\\]",
    re.DOTALL,
)


def unquoted(text: str, token: Range) -> str:
    """Return what a string token stands for; a lone surrogate stays one."""
    body = text[token[0] + 1 : token[1] - 1]
    return _meant(body) if "\\" in body else body


def characters(text: str, token: Range) -> Iterator[tuple[str, int]]:
    """Yield each character that a string token stands for, and the offset of how it is written."""
    for piece in _WRITTEN.finditer(text, token[0] + 1, token[1] - 1):
        written = piece[0]
        yield (_meant(written) if written[0] == "\\" else written), piece.start()


def _meant(body: str) -> str:
    return str(json.loads(f'"{body}"'))
