"""The CSV files of a release as descriptions of tables see them: what their cells allow to say.

A reader of tabular metadata takes it at its word, so it may say no more than every cell bears out.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from milepost.release.metadata.files import File
from milepost.release.tables import TABLES
from milepost.release.tables.table import Column, Reference, Row, Table


class Tally:
    r"""What is known of the cells of a table, to which rows are added.

    `escaped` are the lists in which some cell has a \\, `unfilled` the references of which some row
    does not fill every column, and `partial` those of which it fills some.
    """

    def __init__(self, table: Table) -> None:
        self._places = {column.name: place for place, column in enumerate(table.columns)}
        self._lists = [c.name for c in table.columns if c.datatype == "list"]
        self._references = table.references
        self.rows = 0
        self.escaped: set[str] = set()
        self.unfilled: set[Reference] = set()
        self.partial: set[Reference] = set()

    def add(self, rows: Sequence[Row]) -> None:
        """Take rows into account."""
        self.rows += len(rows)
        for name in self._lists:
            place = self._places[name]
            if any(["\\" in row[place] for row in rows]):  # noqa: C419 -- a list, which is quicker
                self.escaped.add(name)
        for reference in self._references:
            filled = [self._filled(name, rows) for name in reference.columns]
            if not all(map(all, filled)):
                self.unfilled.add(reference)
                if len(filled) > 1 and _is_partial(filled):
                    self.partial.add(reference)

    def _filled(self, name: str, rows: Sequence[Row]) -> list[str]:
        place = self._places[name]
        return [row[place] for row in rows]


def _is_partial(columns: Sequence[Row]) -> bool:
    """Return whether some row fills one of the columns and not another."""
    return any(any(cells) != all(cells) for cells in zip(*columns, strict=True))


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table, its file in csv/, and what is known of its cells."""

    table: Table
    file: File
    tally: Tally

    def splits(self, column: Column) -> bool:
        r"""Return whether a column is a list that may be split at every |, since no cell has \|."""
        return column.datatype == "list" and column.name not in self.tally.escaped

    def is_filled(self, reference: Reference) -> bool:
        """Return whether every row fills all columns of a reference."""
        return reference not in self.tally.unfilled

    def is_whole(self, reference: Reference) -> bool:
        """Return whether every row fills all columns of a reference or none.

        Of a row that fills some, SQL says that it refers to nothing, and others that it dangles.
        """
        return reference not in self.tally.partial


def sheets(tallies: Mapping[str, Tally], described: Iterable[File]) -> Iterator[Sheet]:
    """Yield the tables of a release that are among its files, each with its tally by its name."""
    by_name = {file.name: file for file in described}
    for table in TABLES:
        if table.file in by_name:
            yield Sheet(table, by_name[table.file], tallies[table.name])
