"""The tables for a double click: CSV that spreadsheet programs open in every script, and safely.

Such a file is not loss-free: a text that would run as a formula gets an apostrophe before it.
"""

import csv
import io

from milepost.release.release import Release
from milepost.release.tables.table import Column, Table

# What a spreadsheet takes for the start of a formula:
# https://owasp.org/www-community/attacks/CSV_Injection
_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
_NUMERIC = ("integer", "number")


def file_of(table: Table) -> str:
    """Return the file of a table in a release."""
    return f"spreadsheet/{table.name}.csv"


def as_spreadsheet(table: Table, release: Release) -> bytes:
    """Return a table as CSV with a byte order mark, by which Excel knows it as UTF-8."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(column.name for column in table.columns)
    writer.writerows(_neutral_row(row, table) for row in table.rows(release))
    return stream.getvalue().encode("utf-8-sig")


def _neutral_row(row: list[str], table: Table) -> list[str]:
    if any(text.startswith(_STARTS) for text in row):
        return [neutral(*pair) for pair in zip(row, table.columns, strict=True)]
    return row


def restored(text: str, column: Column) -> str:
    """Return the cell that `neutral` made this one of; one that began so itself stays as it is."""
    inner = text.removeprefix("'")
    return inner if neutral(inner, column) == text else text


def neutral(text: str, column: Column) -> str:
    """Return a cell that no program runs; a number is none that could be run."""
    runs = text.startswith(_STARTS) and column.datatype not in _NUMERIC
    return f"'{text}" if runs else text
