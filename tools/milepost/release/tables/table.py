"""Tables: each column with its name, datatype, description and text of a cell, in one place."""

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, groupby
from typing import Any, Final, Literal, NamedTuple

from milepost.release.release import Release
from milepost.release.share import Share

# What stands in a column, in words that CSVW, Data Package and SQL each have their own for.
Datatype = Literal["string", "integer", "number", "boolean", "date", "list", "json"]
Row = list[str]
_END: Final = "\r\n"


class Column(NamedTuple):
    """A column: `text` gives the cell of one row, empty where there is nothing to say.

    A list is texts with | between them, json an object in one cell; a date is a day in ISO 8601.
    Columns side by side that tell of the same part of a row have the same `of`, which gives it to
    their `text`: what many rows share is told once.
    """

    name: str
    description: str
    text: Callable[[Any], str]
    datatype: Datatype = "string"
    of: Callable[[Any], Any] | None = None


class Reference(NamedTuple):
    """Columns whose cells, where filled, name the row of another table that has them as key."""

    columns: tuple[str, ...]
    table: str
    target: tuple[str, ...] = ("id",)


class Table(NamedTuple):
    """A table: what its rows are, what gives them, its columns, its key, and what it refers to.

    A table that grows with what sources say has its rows `by_share`, and is never held whole.
    """

    name: str
    holds: str
    items: Callable[[Release], Iterable[Any]]
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ("id",)
    references: tuple[Reference, ...] = ()
    by_share: Callable[[Share, Release], Iterable[Any]] | None = None

    @property
    def file(self) -> str:
        """Its file in a release."""
        return f"csv/{self.name}.csv"

    def rows(self, release: Release) -> list[Row]:
        """Return the cells of each row, in the order of the columns."""
        return list(_cells(self.columns, self.items(release)))

    def rows_of(self, share: Share, release: Release) -> list[Row]:
        """Return the rows of some records, of a table that has them by share."""
        return list(_cells(self.columns, self.by_share(share, release))) if self.by_share else []


def in_turn(
    by_share: Callable[[Share, Release], Iterable[Any]],
) -> Callable[[Release], Iterable[Any]]:
    """Return what gives all items of a table that has them by share."""
    return lambda release: chain.from_iterable(by_share(s, release) for s in release.shares())


class _Group(NamedTuple):
    """Columns side by side that tell of one part, with what was told of each part so far.

    A part is kept beside what is told of it, so that its identity stays its own.
    """

    of: Callable[[Any], Any] | None
    texts: list[Callable[[Any], str]]
    told: dict[int, tuple[Any, Row]]


def _cells(columns: Iterable[Column], items: Iterable[Any]) -> Iterator[Row]:
    beside = groupby(columns, key=lambda column: column.of)
    groups = [_Group(of, [column.text for column in found], {}) for of, found in beside]
    for item in items:
        row = Row()
        for of, texts, told in groups:
            if of is None:
                row += [text(item) for text in texts]
                continue
            part = of(item)
            known = told.get(id(part))
            if known is None:
                known = told[id(part)] = (part, [text(part) for text in texts])
            row += known[1]
        yield row


def as_csv(table: Table, release: Release) -> bytes:
    """Return a table as RFC 4180 asks: a header, CRLF, quotes where needed; UTF-8, no BOM."""
    return (header(table) + lines(table.rows(release))).encode()


def header(table: Table) -> str:
    """Return the first line of a table in CSV."""
    return lines([[column.name for column in table.columns]])


def lines(rows: Iterable[Sequence[str]]) -> str:
    """Return rows of several cells as lines of CSV."""
    # The writer looks at each character, and in most columns there is nothing to put in quotes.
    spelt = map(_spelt, zip(*rows, strict=True))
    return "".join([f"{line}{_END}" for line in map(",".join, zip(*spelt, strict=True))])


class _Lines(list[str]):
    """Lines that are written one by one."""

    write = list.append


def _spelt(cells: Sequence[str]) -> Sequence[str]:
    """Return cells of one column as they stand in CSV."""
    if not _has_signs("".join(cells)):
        return cells
    signed, written = list(filter(_has_signs, set(cells))), _Lines()
    csv.writer(written, lineterminator=_END).writerows([cell] for cell in signed)
    spelt = {cell: line.removesuffix(_END) for cell, line in zip(signed, written, strict=True)}
    return [spelt.get(cell, cell) for cell in cells]


def _has_signs(text: str) -> bool:
    return "," in text or '"' in text or "\n" in text or "\r" in text
