"""The tables for a double click: CSV that spreadsheet programs open in every script, and safely.

Such a file is not loss-free: a text that would run as a formula gets an apostrophe before it.
"""

from collections.abc import Sequence
from itertools import chain

from milepost.release.release import Release
from milepost.release.tables.table import Column, Row, Table, header, lines

# What a spreadsheet takes for the start of a formula:
# https://owasp.org/www-community/attacks/CSV_Injection
_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
_NUMERIC = ("integer", "number")

BYTE_ORDER_MARK = "\ufeff"


def file_of(table: Table) -> str:
    """Return the file of a table in a release."""
    return f"spreadsheet/{table.name}.csv"


def as_spreadsheet(table: Table, release: Release) -> bytes:
    """Return a table as CSV with a byte order mark, by which Excel knows it as UTF-8."""
    rows = table.rows(release)
    return (BYTE_ORDER_MARK + header(table) + neutral_lines(table, rows, lines(rows))).encode()


def neutral_lines(table: Table, rows: Sequence[Row], written: str) -> str:
    """Return rows as lines of CSV that no program runs; `written` is what csv/ has of them.

    Most rows hold nothing to run, and their lines are written once for both files.
    """
    risky = {cell for cell in set(chain.from_iterable(rows)) if cell.startswith(_STARTS)}
    if not risky:
        return written
    return lines(
        row
        if risky.isdisjoint(row)
        else [neutral(*pair) for pair in zip(row, table.columns, strict=True)]
        for row in rows
    )


def restored(text: str, column: Column) -> str:
    """Return the cell that `neutral` made this one of; one that began so itself stays as it is."""
    inner = text.removeprefix("'")
    return inner if neutral(inner, column) == text else text


def neutral(text: str, column: Column) -> str:
    """Return a cell that no program runs; a number is none that could be run."""
    runs = text.startswith(_STARTS) and column.datatype not in _NUMERIC
    return f"'{text}" if runs else text
