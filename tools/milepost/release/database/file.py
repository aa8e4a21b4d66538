"""The database: a release in, an SQLite connection or the bytes of an SQLite file out."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing

from milepost.release.citation.styles import STYLES
from milepost.release.citation.work import dataset_work
from milepost.release.database import search
from milepost.release.database.definitions import definition, quoted
from milepost.release.database.views import VIEWS
from milepost.release.release import Release
from milepost.release.tables import TABLES, Table
from milepost.release.tables.typed import Value, typed

FILE = "milepost.sqlite"
_ABOUT = """\
CREATE TABLE release ( -- What this is: one row
    title TEXT NOT NULL, version TEXT NOT NULL, day TEXT NOT NULL, "commit" TEXT, licence TEXT,
    citation TEXT NOT NULL
)"""
# The version of SQLite that wrote a file stands at offset 96 of its header, and would make bytes
# differ between machines: https://www.sqlite.org/fileformat2.html#the_database_header
_WRITER = slice(96, 100)
_ANY_WRITER = (3_040_000).to_bytes(4, "big")


def as_database(release: Release) -> bytes:
    """Return the database file; the same release gives the same bytes."""
    with closing(database(release)) as connection:
        content = bytearray(connection.serialize())
    content[_WRITER] = _ANY_WRITER
    return bytes(content)


def database(release: Release) -> sqlite3.Connection:
    """Return the database in memory, filled and packed."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.execute("PRAGMA page_size = 4096")
    # Nothing is ever rolled back: what fails half-way is thrown away whole.
    connection.execute("PRAGMA journal_mode = OFF")
    connection.execute("BEGIN")
    for table in TABLES:
        _fill(connection, table, release)
    _describe(connection, release)
    connection.execute(search.DEFINITION)
    connection.executemany(_insertion("search", 4), search.rows(release))
    connection.execute("INSERT INTO search(search) VALUES ('optimize')")
    for name, query in VIEWS.items():
        connection.execute(f"CREATE VIEW {name} AS\n{query}")
    connection.execute("COMMIT")
    connection.execute("VACUUM")
    return connection


def _fill(connection: sqlite3.Connection, table: Table, release: Release) -> None:
    connection.execute(definition(table))
    connection.executemany(_insertion(table.name, len(table.columns)), _rows(table, release))


def _rows(table: Table, release: Release) -> Iterator[list[str | int | float | None]]:
    textual = ("string", "date", "json")
    others = [(n, c.datatype) for n, c in enumerate(table.columns) if c.datatype not in textual]
    for cells in table.rows(release):
        row: list[str | int | float | None] = [text or None for text in cells]
        for position, datatype in others:
            row[position] = _stored(typed(cells[position], datatype))
        yield row


def _stored(value: Value) -> str | int | float | None:
    """Return a value as SQLite keeps it: a list as JSON."""
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list) else value


def _describe(connection: sqlite3.Connection, release: Release) -> None:
    meta, edition = release.dataset.meta, release.edition
    citation = STYLES["text"](dataset_work(release.dataset, edition)).strip()
    row = (meta["title"]["en"], edition.version, edition.day, edition.commit or None)
    connection.execute(_ABOUT)
    connection.execute(_insertion("release", 6), (*row, meta["licence"], citation))


def _insertion(table: str, columns: int) -> str:
    places = ", ".join("?" * columns)
    return f"INSERT INTO {quoted(table)} VALUES ({places})"  # noqa: S608 -- names of our own
