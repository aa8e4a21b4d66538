"""Tables: each column with its name, datatype, description and text of a cell, in one place."""

import csv
import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Literal

from milepost.release.release import Release

# What stands in a column, in words that CSVW, Data Package and SQL each have their own for.
Datatype = Literal["string", "integer", "number", "boolean", "date", "list", "json"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: `text` gives the cell of one row, empty where there is nothing to say.

    A list is texts with | between them, json an object in one cell; a date is a day in ISO 8601.
    """

    name: str
    description: str
    text: Callable[[Any], str]
    datatype: Datatype = "string"


@dataclass(frozen=True, slots=True)
class Reference:
    """Columns whose cells, where filled, name the row of another table that has them as key."""

    columns: tuple[str, ...]
    table: str
    target: tuple[str, ...] = ("id",)


@dataclass(frozen=True, slots=True)
class Table:
    """A table: what its rows are, what gives them, its columns, its key, and what it refers to."""

    name: str
    holds: str
    items: Callable[[Release], Iterable[Any]]
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ("id",)
    references: tuple[Reference, ...] = ()

    @property
    def file(self) -> str:
        """Its file in a release."""
        return f"csv/{self.name}.csv"

    def rows(self, release: Release) -> list[list[str]]:
        """Return the cells of each row, in the order of the columns; the release keeps them."""
        if self.name not in release.rows:
            texts = [column.text for column in self.columns]
            release.rows[self.name] = [[text(i) for text in texts] for i in self.items(release)]
        return release.rows[self.name]


def as_csv(table: Table, release: Release) -> bytes:
    """Return a table as RFC 4180 asks: a header, CRLF, quotes where needed; UTF-8, no BOM."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(column.name for column in table.columns)
    writer.writerows(table.rows(release))
    return stream.getvalue().encode()
