"""The database: a release in, an SQLite connection or the bytes of an SQLite file out."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing
from functools import lru_cache
from itertools import starmap
from pathlib import Path

from milepost.release.citation.styles import STYLES
from milepost.release.database import search
from milepost.release.database.definitions import definition, quoted
from milepost.release.database.views import VIEWS
from milepost.release.release import Release
from milepost.release.tables import TABLES, Table
from milepost.release.tables.table import Column, Datatype, Row
from milepost.release.tables.typed import parts

FILE = "milepost.sqlite"
_ABOUT = """\
CREATE TABLE release ( -- What this is: one row
    title TEXT NOT NULL, version TEXT NOT NULL, day TEXT NOT NULL, "commit" TEXT, licence TEXT,
    citation TEXT NOT NULL
)"""
# What the header of a file tells of how and by what it was written would make bytes differ between
# machines: how often it was changed, at which of these changes its version was that of SQLite at
# offset 96 (https://www.sqlite.org/fileformat2.html#the_database_header).
_WRITING = {24: 0, 92: 0, 96: 3_040_000}


class Filling:
    """A database file that rows are added to, table by table or some of each in turn."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Take a connection to an empty database, in memory or in a file of its own."""
        self._connection = connection
        # Nothing is ever rolled back: what fails half-way is thrown away whole.
        for setting in ("page_size = 4096", "journal_mode = OFF", "synchronous = OFF"):
            connection.execute(f"PRAGMA {setting}")
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("BEGIN")
        for table in TABLES:
            connection.execute(definition(table))

    def add(self, table: Table, rows: Sequence[Row]) -> None:
        """Add rows of a table, each with the text of its cells."""
        every = zip(table.columns, zip(*rows, strict=True), strict=False)
        # Handing over takes longest, and many columns are empty in all rows of a share.
        filled = [one for one in every if any(one[1]) or one[0].datatype == "list"]
        if filled:
            insertion = _insertion(table.name, starmap(_place, filled), [c.name for c, _ in filled])
            stored = starmap(_stored, filled)
            self._connection.executemany(insertion, zip(*stored, strict=True))

    def index(self, rows: Iterable[Sequence[str]]) -> None:
        """Make the full-text index of kind, identifier, title and text of each record."""
        connection = self._connection
        connection.execute(search.DEFINITION)
        setting = "INSERT INTO search(search, rank) VALUES ('hashsize', ?)"
        connection.execute(setting, [search.HELD])
        connection.executemany(_insertion("search", "????"), rows)
        connection.execute("INSERT INTO search(search) VALUES ('optimize')")

    def finish(self, release: Release) -> None:
        """Add what the release is, the full-text index and the views."""
        connection = self._connection
        _describe(connection, release)
        self.index(search.rows(release))
        for name, query in VIEWS.items():
            connection.execute(f"CREATE VIEW {name} AS\n{query}")
        connection.execute("COMMIT")

    def pack(self, path: Path) -> None:
        """Write all to a new file, without gaps; to pack it in its place takes a copy more."""
        self._connection.execute("VACUUM INTO ?", [str(path)])


def database(release: Release) -> sqlite3.Connection:
    """Return the database in memory, filled and packed."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    filling = Filling(connection)
    for table in TABLES:
        if not table.by_share:
            filling.add(table, table.rows(release))
    for share in release.shares():
        for table in TABLES:
            filling.add(table, table.rows_of(share, release))
    filling.finish(release)
    connection.execute("VACUUM")
    return connection


def as_database(release: Release) -> bytes:
    """Return the database file; the same release gives the same bytes."""
    with closing(database(release)) as connection:
        return as_released(connection.serialize())


def as_released(first: bytes) -> bytes:
    """Return the first bytes of a database file, at least its header, as every machine has them."""
    header = bytearray(first)
    for offset, told in _WRITING.items():
        header[offset : offset + 4] = told.to_bytes(4, "big")
    return bytes(header)


# An empty cell is no text but NULL, which SQLite is quicker to tell than Python is to hand over.
_PLACES: Mapping[Datatype, str] = {
    "list": "?",
    "number": "?",
    "boolean": "CASE ? WHEN 'true' THEN 1 WHEN 'false' THEN 0 END",
}


def _place(column: Column, cells: Sequence[str]) -> str:
    """Return what a cell of a column becomes; where none is empty, none need be told from NULL."""
    place = "?" if all(cells) else "nullif(?, '')"
    return _PLACES.get(column.datatype, place)


def _stored(column: Column, cells: Sequence[str]) -> Iterable[object]:
    """Return cells as they are handed to SQLite, which itself makes integers of digits."""
    stored = _STORED.get(column.datatype)
    return map(stored, cells) if stored else cells


@lru_cache(maxsize=8192)
def _list(text: str) -> str:
    return json.dumps(parts(text), ensure_ascii=False)


_STORED: Mapping[Datatype, Callable[[str], object]] = {
    "list": _list,
    "number": lambda text: float(text) if text else None,
}


def _describe(connection: sqlite3.Connection, release: Release) -> None:
    meta, edition = release.dataset.meta, release.edition
    citation = STYLES["text"](release.work).strip()
    row = (meta["title"]["en"], edition.version, edition.day, edition.commit or None)
    connection.execute(_ABOUT)
    connection.execute(_insertion("release", "??????"), (*row, meta["licence"], citation))


def _insertion(table: str, places: Iterable[str], columns: Sequence[str] = ()) -> str:
    into = f"{quoted(table)} ({', '.join(map(quoted, columns))})" if columns else quoted(table)
    return f"INSERT INTO {into} VALUES ({', '.join(places)})"  # noqa: S608 -- names of our own
