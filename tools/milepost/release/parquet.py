"""The tables as Parquet files, written by DuckDB: typed, compressed, each with its descriptions."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from milepost.release.database.definitions import quoted
from milepost.release.release import Release
from milepost.release.tables.table import Row, Table
from milepost.release.tables.typed import typed
from milepost.writing.aside import laid_aside, written_aside

if TYPE_CHECKING:
    import duckdb

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


class Filling:
    """Tables that rows are added to, each to become a Parquet file.

    One thread and zstd, so that the same rows give the same bytes with one version of DuckDB.
    """

    @cached_property
    def _connection(self) -> "duckdb.DuckDBPyConnection":
        import duckdb  # noqa: PLC0415 -- a site names these files and writes none

        return duckdb.connect(config={"threads": 1})

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    def begin(self, table: Table) -> None:
        """Make a table; its columns have the types of TYPES, and absence is NULL."""
        columns = ", ".join(f"{quoted(c.name)} {TYPES[c.datatype]}" for c in table.columns)
        self._connection.execute(f"CREATE TABLE {quoted(table.name)} ({columns})")

    def add(self, table: Table, rows: Sequence[Row]) -> None:
        """Add rows, each with the text of its cells."""
        if not rows:
            return
        columns = [
            [typed(text, column.datatype) for text in cells]
            for column, cells in zip(table.columns, zip(*rows, strict=True), strict=True)
        ]
        series = ", ".join(f"unnest(${number + 1})" for number in range(len(columns)))
        self._connection.execute(f"INSERT INTO {quoted(table.name)} SELECT {series}", columns)

    def end(self, table: Table) -> bytes:
        """Return the file of a table, which goes."""
        content = written_aside(f"{table.name}.parquet", lambda path: self._copy(table, path))
        self._connection.execute(f"DROP TABLE {quoted(table.name)}")
        return content

    def _copy(self, table: Table, path: Path) -> None:
        described = ", ".join(f"{quoted(name)}: {_text(text)}" for name, text in _said(table))
        options = f"FORMAT parquet, COMPRESSION zstd, KV_METADATA {{{described}}}"
        self._connection.execute(f"COPY {quoted(table.name)} TO {_text(str(path))} ({options})")


def as_parquet(table: Table, release: Release) -> bytes:
    """Return a table as a Parquet file."""
    with Filling() as filling:
        filling.begin(table)
        filling.add(table, table.rows(release))
        return filling.end(table)


def read(content: bytes) -> tuple[list[str], list[tuple[Any, ...]]]:
    """Return the names of the columns of a Parquet file, and its rows; duckdb.Error if none."""
    import duckdb  # noqa: PLC0415 -- as above

    with laid_aside("table.parquet", content) as path, duckdb.connect() as connection:
        answer = connection.execute("SELECT * FROM read_parquet(?)", [str(path)])
        return [column[0] for column in answer.description or ()], answer.fetchall()


def _said(table: Table) -> Iterator[tuple[str, str]]:
    """Yield what the table holds, and the description of each of its columns."""
    yield "holds", table.holds
    yield from ((column.name, column.description) for column in table.columns)


def _text(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
