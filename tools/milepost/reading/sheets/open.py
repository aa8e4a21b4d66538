"""A file to its sheet: what the bytes are decides how it is read, and not its name."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Final

from milepost.reading.sheets import delimited
from milepost.reading.sheets.sheet import (
    MOST_COLUMNS,
    Row,
    Sheet,
    SheetRefusedError,
    within_limits,
)
from milepost.reading.tree import LIMIT
from milepost.suggestions import quoted

_ZIP: Final = b"PK\x03\x04"
# An OLE compound file: Excel before 2007, and every workbook with a password.
_COMPOUND: Final = b"\xd0\xcf\x11\xe0"


def read_sheet(path: Path, header_row: int = 1, name: str | None = None) -> Sheet:
    """Return the sheet of a file, its rows still to be read.

    SheetRefusedError where the file cannot be read, has no header or repeats a column.
    """
    try:
        with path.open("rb") as stream:
            start = stream.read(8)
    except OSError as refused:
        message = f"{path} cannot be read: {refused.strerror}"
        raise SheetRefusedError(message) from refused
    rows, passed_over = _rows(path, start, name)
    for row in islice(rows, header_row - 1):
        if row.number >= header_row:
            break
    return _sheet(within_limits(rows), passed_over)


def read_mapping(path: Path) -> bytes:
    """Return the bytes of a mapping file; SheetRefusedError where it cannot be read."""
    try:
        with path.open("rb") as stream:
            return stream.read(LIMIT + 1)
    except OSError as refused:
        message = f"{path} cannot be read: {refused.strerror}"
        raise SheetRefusedError(message) from refused


def _rows(path: Path, start: bytes, name: str | None) -> tuple[Iterator[Row], tuple[str, ...]]:
    if start.startswith(_COMPOUND):
        message = f"{path} is an old workbook or has a password; save it as .xlsx without one"
        raise SheetRefusedError(message)
    if start.startswith(_ZIP):
        # Whoever imports CSV alone needs no library for workbooks.
        from milepost.reading.sheets import workbook  # noqa: PLC0415 -- an extra

        return workbook.rows(path, name)
    if name is not None:
        message = f"--sheet is for workbooks, and {path} is a text file: it has one sheet"
        raise SheetRefusedError(message)
    return delimited.rows(path), ()


def _sheet(rows: Iterator[Row], passed_over: tuple[str, ...]) -> Sheet:
    first = next(rows, None)
    names = [" ".join(cell.text.split()) for cell in first.cells] if first else []
    while names and not names[-1]:
        names.pop()
    if not names:
        message = "the sheet has no header: its first row names the columns"
        raise SheetRefusedError(message)
    if len(names) > MOST_COLUMNS:
        message = f"the header names {len(names):,} columns, and {MOST_COLUMNS} are the most"
        raise SheetRefusedError(message)
    if first and any(cell.state == "merged" for cell in first.cells):
        message = "the header has merged cells; unmerge them and name each column"
        raise SheetRefusedError(message)
    repeated = sorted({name for name in names if name and names.count(name) > 1})
    if repeated:
        message = (
            f"the header names {', '.join(map(quoted, repeated))} more than once; rename one, "
            "since nobody can tell which is meant"
        )
        raise SheetRefusedError(message)
    return Sheet(tuple(names), rows, passed_over)
