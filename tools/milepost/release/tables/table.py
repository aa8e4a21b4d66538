"""Tables: each column with its name, its description and the text of its cell, in one place."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from milepost.release.release import Release


@dataclass(frozen=True, slots=True)
class Column:
    """A column: `text` gives the cell of one row, empty where there is nothing to say."""

    name: str
    description: str
    text: Callable[[Any], str]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: what its rows are, what gives them, and its columns."""

    name: str
    holds: str
    items: Callable[[Release], Iterable[Any]]
    columns: tuple[Column, ...]

    @property
    def file(self) -> str:
        """Its file in a release."""
        return f"csv/{self.name}.csv"

    def rows(self, release: Release) -> Iterator[list[str]]:
        """Yield the cells of each row, in the order of the columns."""
        texts = [column.text for column in self.columns]
        for item in self.items(release):
            yield [text(item) for text in texts]


def as_csv(table: Table, release: Release) -> bytes:
    """Return a table as RFC 4180 asks: a header, CRLF, quotes where needed; UTF-8, no BOM."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(column.name for column in table.columns)
    writer.writerows(table.rows(release))
    return stream.getvalue().encode()
