"""Numbers that survive reading: each is held exactly by a 64-bit integer or float, or is a flaw."""

import math
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Final

from milepost.reading.flaw import Flaw
from milepost.reading.lines import Lines
from milepost.reading.tokens import Range

_LEAST: Final = -(2**63)
_MOST: Final = 2**64 - 1
# No float needs more than 24 characters; beyond this a number is digits for their own sake.
_LONGEST: Final = 40
_HINT: Final = "write it as text, in double quotation marks, or with fewer digits"


def inexact(text: str, numbers: Iterable[Range], lines: Lines) -> Iterator[Flaw]:
    """Yield the flaw (JSN-005) of each number that reading would change."""
    for start, end in numbers:
        why = _why_inexact(text[start:end])
        if why:
            yield Flaw("JSN-005", *lines.position(start), why, _HINT)


def _why_inexact(written: str) -> str | None:
    if len(written) > _LONGEST:
        size = f"{len(written):,} characters"
        return f"the number {written[:12]}… has {size}; no reader holds it exactly"
    if written.lstrip("-").isdigit():
        beyond = not _LEAST <= int(written) <= _MOST
        return f"the integer {written} is beyond 64 bits" if beyond else None
    value = float(written)
    if math.isinf(value):
        return f"the number {written} is too large to be held"
    if Decimal(repr(value)) != Decimal(written):
        return f"the number {written} is not held exactly: it would be read as {value!r}"
    return None
