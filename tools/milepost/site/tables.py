"""Tables as values: columns and rows of phrases, laid out alike on web pages and in text."""

from dataclasses import dataclass
from itertools import compress

from milepost.site.phrase import Phrase


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a name for those who hear it, its columns and its rows of phrases."""

    label: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Phrase, ...], ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A name and what stands against it, one line of a list of facts."""

    name: str
    value: Phrase


def without_empty_columns(table: Table) -> Table:
    """Return a table without the columns in which no row says anything."""
    filled = [any(column) for column in zip(*table.rows, strict=True)]
    rows = tuple(tuple(compress(row, filled)) for row in table.rows)
    return Table(table.label, tuple(compress(table.columns, filled)), rows)
