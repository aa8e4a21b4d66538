"""The tables of a release as rows of values, for pandas, polars and whatever else takes them."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from milepost.loading import clean, root_of
from milepost.provenance.edition import Edition
from milepost.release.release import Release
from milepost.release.tables import TABLES, Table
from milepost.release.tables.typed import Value, typed
from milepost.suggestions import suggestion

Row = dict[str, Value]
_BY_NAME = {table.name: table for table in TABLES}


class Tables(Mapping[str, list[Row]]):
    """The tables by name, each made when it is asked for, as a list of rows.

    A row has the columns of the CSV table, in their order. A number is an int or a float, truth a
    bool, several values a list of texts, a day a text in ISO 8601; what is not recorded is None.
    """

    def __init__(self, release: Release) -> None:
        self._release = release

    def __getitem__(self, name: str) -> list[Row]:
        """Return the rows of a table; KeyError, with the nearest name, where there is none."""
        if name not in _BY_NAME:
            hint = suggestion(name, _BY_NAME, f"there are {', '.join(_BY_NAME)}")
            raise KeyError(f"there is no table {name!r}; {hint}")
        return [_row(_BY_NAME[name], cells) for cells in _BY_NAME[name].rows(self._release)]

    def __iter__(self) -> Iterator[str]:
        """Yield the names, in the order of a release."""
        return iter(_BY_NAME)

    def __len__(self) -> int:
        return len(_BY_NAME)


def tables(path: str | Path | None = None) -> Tables:
    """Return the tables of the dataset that `milepost.load` returns for the same path.

    RootNotFoundError and DatasetNotCleanError as there.
    """
    view = clean(root_of(path))
    # Rows say what is recorded; neither the edition nor what a release encloses is part of them.
    return Tables(Release(view, Edition(view.dataset.version, 0), b"", {}))


def _row(table: Table, cells: list[str]) -> Row:
    pairs = zip(table.columns, cells, strict=True)
    return {column.name: typed(text, column.datatype) for column, text in pairs}
