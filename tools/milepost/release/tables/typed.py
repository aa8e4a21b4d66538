r"""Cells to typed values and back: text to numbers, truth and lists, for formats that have them."""

import re
from collections.abc import Callable, Mapping

from milepost.release.tables.cells import SEPARATOR
from milepost.release.tables.table import Datatype

Value = str | int | float | bool | list[str] | None

# A separator without a backslash before it, pairs of backslashes aside.
_PART = re.compile(r"(?:\\.|[^\\" + re.escape(SEPARATOR) + "])*", re.DOTALL)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)


def parts(text: str) -> list[str]:
    """Return the texts that `joined` made one of; none where it is empty."""
    if not text:
        return []
    if "\\" not in text:
        return text.split(SEPARATOR)
    found, position = [], 0
    while position <= len(text):
        part = _PART.match(text, position)
        assert part  # noqa: S101 -- the pattern matches the empty text
        found.append(_ESCAPED.sub(r"\1", part[0]))
        position = part.end() + 1
    return found


_READ: Mapping[Datatype, Callable[[str], Value]] = {
    "string": str,
    "date": str,
    "json": str,
    "integer": int,
    "number": float,
    "boolean": "true".__eq__,
    "list": parts,
}


def typed(text: str, datatype: Datatype) -> Value:
    """Return the value of a cell; None where it is empty, though an empty list is a list."""
    return _READ[datatype](text) if text or datatype == "list" else None
