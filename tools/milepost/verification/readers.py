"""The files of a table in each format to typed rows: CSV, spreadsheet CSV, SQLite, Parquet."""

import csv
import io
import json
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from datetime import date

from milepost.release import database, parquet, spreadsheet
from milepost.release.database.definitions import quoted
from milepost.release.tables.table import Column, Table
from milepost.release.tables.typed import Value, typed

Row = Sequence[Value]
Rows = list[Row]
Files = Mapping[str, bytes]


class UnreadableError(Exception):
    """A file holds no such table, in words."""


def from_csv(table: Table, files: Files) -> Rows:
    """Return the rows of csv/; UnreadableError where it is no CSV of these columns."""
    return _separated(table, files[table.file].decode())


def from_spreadsheet(table: Table, files: Files) -> Rows:
    """Return the rows of spreadsheet/, without the apostrophes that keep texts from running."""
    text = files[spreadsheet.file_of(table)].decode("utf-8-sig")
    return _separated(table, text, spreadsheet.restored)


def from_parquet(table: Table, files: Files) -> Rows:
    """Return the rows of parquet/, read by DuckDB."""
    import duckdb  # noqa: PLC0415 -- a site asks the verification for a tree and reads no table

    content = files[parquet.file_of(table)]
    try:
        names, rows = parquet.read(content)
    except duckdb.Error as broken:
        raise UnreadableError(f"DuckDB cannot read it: {broken}") from broken
    _hold_columns(table, names)
    return [[v.isoformat() if isinstance(v, date) else v for v in row] for row in rows]


def from_database(table: Table, files: Files) -> Rows:
    """Return the rows of a table of the database."""
    with closing(sqlite3.connect(":memory:")) as connection:
        try:
            connection.deserialize(files[database.FILE])
            cursor = connection.execute(f"SELECT * FROM {quoted(table.name)}")  # noqa: S608 -- quoted
            rows = cursor.fetchall()
        except sqlite3.Error as broken:
            raise UnreadableError(f"SQLite cannot read it: {broken}") from broken
        _hold_columns(table, [column[0] for column in cursor.description])
    return [[_kept(*pair) for pair in zip(row, table.columns, strict=True)] for row in rows]


def _kept(value: str | float | None, column: Column) -> Value:
    """Return a value from how SQLite keeps it."""
    if column.datatype == "list":
        return list(json.loads(str(value)))
    return bool(value) if column.datatype == "boolean" and value is not None else value


def _separated(
    table: Table, text: str, restored: Callable[[str, Column], str] = lambda cell, _: cell
) -> Rows:
    header, *rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    _hold_columns(table, header)
    return [
        [typed(restored(cell, column), column.datatype) for cell, column in pairs]
        for pairs in (zip(row, table.columns, strict=True) for row in rows)
    ]


def _hold_columns(table: Table, names: Sequence[str]) -> None:
    expected = [column.name for column in table.columns]
    if expected != list(names):
        raise UnreadableError(f"its columns are {', '.join(names)}, not {', '.join(expected)}")
