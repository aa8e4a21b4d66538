"""Tables as values: columns and rows of phrases, laid out alike on web pages and in text."""

from itertools import compress
from typing import NamedTuple

from milepost.site.phrase import Phrase


class Table(NamedTuple):
    """A table with a name for those who hear it, its columns and its rows of phrases."""

    label: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Phrase, ...], ...]


class Fact(NamedTuple):
    """A name and what stands against it, one line of a list of facts."""

    name: str
    value: Phrase


# What stands in the place of a table without rows.
NOTHING = "Nothing is recorded."


def without_empty_columns(table: Table) -> Table:
    """Return a table without the columns in which no row says anything."""
    filled = [any(column) for column in zip(*table.rows, strict=True)]
    if filled and all(filled):
        return table
    rows = tuple(tuple(compress(row, filled)) for row in table.rows)
    return Table(table.label, tuple(compress(table.columns, filled)), rows)
