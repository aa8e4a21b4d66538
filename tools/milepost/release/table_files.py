"""The files of the tables: CSV, CSV for spreadsheets, Parquet and SQLite, from the same rows."""

import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from milepost.release import database, parquet, spreadsheet
from milepost.release.metadata.sheets import Tally
from milepost.release.release import Release
from milepost.release.share import Files, Pieces, Share
from milepost.release.tables import TABLES, Table
from milepost.release.tables.table import Row, header, lines
from milepost.writing.aside import aside, read_in_pieces


@dataclass(frozen=True, slots=True)
class Writer:
    """Where the rows of all tables go; a piece is yielded when what it costs has been done."""

    database: database.Filling
    parquet: parquet.Filling
    tallies: Mapping[str, Tally]

    def begin(self, table: Table) -> Pieces:
        """Yield what stands before the first row of a table."""
        head = header(table)
        yield table.file, head.encode()
        yield spreadsheet.file_of(table), (spreadsheet.BYTE_ORDER_MARK + head).encode()
        self.parquet.begin(table)
        yield parquet.file_of(table), b""

    def add(self, table: Table, rows: list[Row]) -> Pieces:
        """Yield rows of a table, which are in its other files thereafter."""
        written = lines(rows)
        yield table.file, written.encode()
        yield spreadsheet.file_of(table), spreadsheet.neutral_lines(table, rows, written).encode()
        self.database.add(table, rows)
        yield database.FILE, b""
        self.parquet.add(table, rows)
        yield parquet.file_of(table), b""
        self.tallies[table.name].add(rows)

    def end(self, table: Table) -> Pieces:
        """Yield what was put aside until the last row was known."""
        yield parquet.file_of(table), self.parquet.end(table)

    def add_share(self, share: Share, release: Release) -> Pieces:
        """Yield the rows of a share, of the tables that have them by share."""
        for table in _BY_SHARE:
            yield from self.add(table, table.rows_of(share, release))


_BY_SHARE = [table for table in TABLES if table.by_share]


def table_files(release: Release, shares: Iterable[Share], tallies: Mapping[str, Tally]) -> Files:
    """Yield the pieces of all files of tables; `tallies` account for the rows of each by name."""
    with (
        aside(database.FILE) as path,
        closing(_connected(path)) as connection,
        parquet.Filling() as columnar,
    ):
        filling = database.Filling(connection)
        writer = Writer(filling, columnar, tallies)
        yield _at_once(writer, release)
        for share in shares:
            yield writer.add_share(share, release)
        yield chain.from_iterable(map(writer.end, _BY_SHARE))
        filling.finish(release)
        packed = path.with_suffix(".packed")
        filling.pack(packed)
        connection.close()
        yield _released(packed)


def _connected(path: Path) -> sqlite3.Connection:
    # Shares ask for statements of their own, and more of them are not worth their memory.
    return sqlite3.connect(path, isolation_level=None, cached_statements=8)


def _at_once(writer: Writer, release: Release) -> Pieces:
    """Yield every table that is not by share whole, and the beginning of the others."""
    for table in TABLES:
        yield from writer.begin(table)
        if not table.by_share:
            yield from writer.add(table, table.rows(release))
            yield from writer.end(table)


def _released(path: Path) -> Pieces:
    pieces = read_in_pieces(path)
    yield database.FILE, database.as_released(next(pieces))
    yield from ((database.FILE, piece) for piece in pieces)
