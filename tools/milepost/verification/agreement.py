"""The formats of each table against each other, row for row."""

import csv
from collections.abc import Callable, Iterator, Mapping
from itertools import zip_longest

from milepost.release import database, parquet, spreadsheet
from milepost.release.tables import TABLES, Table
from milepost.suggestions import quoted
from milepost.verification import readers
from milepost.verification.fault import Fault
from milepost.verification.readers import Row, Rows, UnreadableError

Files = Mapping[str, bytes]
_FORMATS: tuple[tuple[Callable[[Table], str], Callable[[Table, Files], Rows]], ...] = (
    (spreadsheet.file_of, readers.from_spreadsheet),
    (parquet.file_of, readers.from_parquet),
    (lambda _: database.FILE, readers.from_database),
)


def tables_agree(files: Files) -> Iterator[Fault]:
    """Yield the first difference of each table in each format from the table in csv/."""
    for table in TABLES:
        if table.file not in files:
            yield Fault(table.file, "it is missing")
            continue
        rows = _read(readers.from_csv, table, files)
        if isinstance(rows, str):
            yield Fault(table.file, rows)
            continue
        yield from _others(table, files, rows)


def _others(table: Table, files: Files, rows: Rows) -> Iterator[Fault]:
    for file_of, reader in _FORMATS:
        file = file_of(table)
        found = _read(reader, table, files) if file in files else "it is missing"
        message = found if isinstance(found, str) else difference(table, found, rows)
        if message:
            yield Fault(file, message)


def _read(reader: Callable[[Table, Files], Rows], table: Table, files: Files) -> Rows | str:
    """Return the rows of a table, or why they cannot be read."""
    try:
        return reader(table, files)
    except (UnreadableError, csv.Error, ValueError) as broken:
        return f"the table {table.name} cannot be read: {broken}"


def difference(table: Table, here: Rows, there: Rows) -> str:
    """Return the first place where rows differ from those in csv/, in words; empty if none."""
    for number, (one, other) in enumerate(zip_longest(here, there), 1):
        if one is None or other is None:
            return f"it has {len(here):,} rows, and {table.file} has {len(there):,}"
        if list(one) != list(other):
            return f"row {number} of {table.name}: {_cell(table, one, other)}"
    return ""


def _cell(table: Table, one: Row, other: Row) -> str:
    cells = zip(table.columns, one, other, strict=True)
    column, here, there = next(cell for cell in cells if cell[1] != cell[2])
    return f"{column.name} is {quoted(here)}, and {quoted(there)} in {table.file}"
