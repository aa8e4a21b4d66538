"""The tables as Parquet files, written by DuckDB: typed, compressed, each with its descriptions."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb

from milepost.release.database.definitions import quoted
from milepost.release.release import Release
from milepost.release.tables.table import Table
from milepost.release.tables.typed import Value, typed
from milepost.writing import laid_aside, written_aside

TYPES = {
    "string": "VARCHAR",
    "date": "DATE",
    "json": "VARCHAR",
    "list": "VARCHAR[]",
    "integer": "BIGINT",
    "boolean": "BOOLEAN",
    "number": "DOUBLE",
}


def file_of(table: Table) -> str:
    """Return the file of a table in a release."""
    return f"parquet/{table.name}.parquet"


def as_parquet(table: Table, release: Release) -> bytes:
    """Return a table as a Parquet file; columns have the types of TYPES, absence is NULL.

    One thread and zstd, so that the same rows give the same bytes with one version of DuckDB.
    """
    with duckdb.connect(config={"threads": 1}) as connection:
        connection.execute(f"CREATE TABLE cells ({_definitions(table)})")
        columns = _columns(table, release)
        if columns[0]:
            series = ", ".join(f"unnest(${number + 1})" for number in range(len(columns)))
            connection.execute(f"INSERT INTO cells SELECT {series}", columns)
        return written_aside(f"{table.name}.parquet", lambda path: _copy(connection, table, path))


def read(content: bytes) -> tuple[list[str], list[tuple[Any, ...]]]:
    """Return the names of the columns of a Parquet file, and its rows; duckdb.Error if none."""
    with laid_aside("table.parquet", content) as path, duckdb.connect() as connection:
        answer = connection.execute("SELECT * FROM read_parquet(?)", [str(path)])
        return [column[0] for column in answer.description or ()], answer.fetchall()


def _definitions(table: Table) -> str:
    return ", ".join(f"{quoted(c.name)} {TYPES[c.datatype]}" for c in table.columns)


def _columns(table: Table, release: Release) -> list[list[Value]]:
    rows = list(table.rows(release))
    return [
        [typed(row[position], column.datatype) for row in rows]
        for position, column in enumerate(table.columns)
    ]


def _copy(connection: duckdb.DuckDBPyConnection, table: Table, path: Path) -> None:
    described = ", ".join(f"{quoted(name)}: {_text(text)}" for name, text in _said(table))
    options = f"FORMAT parquet, COMPRESSION zstd, KV_METADATA {{{described}}}"
    connection.execute(f"COPY cells TO {_text(str(path))} ({options})")


def _said(table: Table) -> Iterator[tuple[str, str]]:
    """Yield what the table holds, and the description of each of its columns."""
    yield "holds", table.holds
    yield from ((column.name, column.description) for column in table.columns)


def _text(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
