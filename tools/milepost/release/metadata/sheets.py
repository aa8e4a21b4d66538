"""The CSV files of a release as descriptions of tables see them: what their cells allow to say.

A reader of tabular metadata takes it at its word, so it may say no more than every cell bears out.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from milepost.release.metadata.files import File
from milepost.release.tables import TABLES
from milepost.release.tables.table import Column, Reference, Table


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table, its file in csv/, and the cells of each of its columns by name."""

    table: Table
    file: File
    cells: Mapping[str, tuple[str, ...]]

    def splits(self, column: Column) -> bool:
        r"""Return whether a column is a list that may be split at every |, since no cell has \|."""
        return column.datatype == "list" and not any("\\" in c for c in self.cells[column.name])

    def is_filled(self, reference: Reference) -> bool:
        """Return whether every row fills all columns of a reference."""
        return all(all(row) for row in self._named(reference))

    def is_whole(self, reference: Reference) -> bool:
        """Return whether every row fills all columns of a reference or none.

        Of a row that fills some, SQL says that it refers to nothing, and others that it dangles.
        """
        return all(any(row) == all(row) for row in self._named(reference))

    def _named(self, reference: Reference) -> Iterable[tuple[str, ...]]:
        return zip(*(self.cells[name] for name in reference.columns), strict=True)


def sheets(files: Mapping[str, bytes], described: Iterable[File]) -> Iterator[Sheet]:
    """Yield the tables of a release that are among its files."""
    by_name = {file.name: file for file in described}
    for table in TABLES:
        if table.file in files:
            yield Sheet(table, by_name[table.file], _cells(table, files[table.file]))


def _cells(table: Table, content: bytes) -> dict[str, tuple[str, ...]]:
    _, *rows = csv.reader(io.StringIO(content.decode(), newline=""))
    columns = zip(*rows, strict=True) if rows else ((),) * len(table.columns)
    return {column.name: cells for column, cells in zip(table.columns, columns, strict=True)}
