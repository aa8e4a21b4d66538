"""Is a file laid out canonically? From a value and the bytes that spell it to at most one flaw."""

from itertools import zip_longest
from typing import Final

from milepost import canonical
from milepost.reading.excerpt import excerpt
from milepost.reading.flaw import Flaw

_HINT: Final = "run `milepost fix PATH`"


def departure(value: object, raw: bytes) -> Flaw | None:
    """Return the flaw (JSN-004) of a file that is not spelt canonically, or None.

    `raw` is the file without a byte order mark; the flaw is at the first line that differs.
    """
    if canonical.is_spelt_so(value, raw):
        return None
    written, expected = raw.decode(), canonical.encode(value).decode()
    if written == expected:
        return None
    line, column, what = _first_difference(written.split("\n"), expected.split("\n"))
    return Flaw("JSN-004", line, column, f"the file is not in the canonical form: {what}", _HINT)


def _first_difference(written: list[str], expected: list[str]) -> tuple[int, int, str]:
    if [*written, ""] == expected:
        return len(written), len(written[-1]) + 1, "the last line does not end in a line feed"
    if written[: len(expected)] == expected:
        return len(expected), 1, "an empty line stands at the end"
    lines = zip_longest(written, expected, fillvalue="")
    number, (left, right) = next((n, pair) for n, pair in enumerate(lines, 1) if pair[0] != pair[1])
    same = next((i for i, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), None)
    column = 1 + (min(len(left), len(right)) if same is None else same)
    return number, column, _described(left, right)


def _described(left: str, right: str) -> str:
    if left == right + "\r":
        return "lines end in CR LF (as on Windows) instead of LF"
    if left.rstrip() == right:
        return "white space stands at the end of the line"
    if left.strip() == right.strip():
        return "a line is indented by two spaces for each level it is deep"
    return f"the line reads {excerpt(left.strip())} where {excerpt(right.strip())} is expected"
