"""Workbooks of Excel (.xlsx) to rows, streamed; no formula is evaluated and no link is followed."""

import datetime as dt
import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from milepost.reading.sheets.merged import Area, merged_areas
from milepost.reading.sheets.sheet import (
    LONGEST_CELL,
    MOST_COLUMNS,
    Cell,
    Row,
    SheetRefusedError,
)
from milepost.suggestions import quoted, suggestion

# What a workbook may unpack to: a million full rows are more, and a bomb is far more.
MOST_BYTES: Final = 256 * 1024 * 1024
_IN_BRACKETS: Final = re.compile(r'\[[^\]]*\]|"[^"]*"|\\.')


def rows(path: Path, name: str | None) -> tuple[Iterator[Row], tuple[str, ...]]:
    """Return the rows of a sheet and what was passed over; without a name, the only visible one.

    SheetRefusedError where openpyxl is absent, the file is no workbook, or the choice is not clear.
    """
    try:
        import openpyxl  # noqa: PLC0415 -- an extra
    except ImportError as absent:
        message = "to read .xlsx, say: pip install 'milepost[xlsx]' (or save the sheet as CSV)"
        raise SheetRefusedError(message) from absent
    _hold_to_size(path)
    try:
        # Held in memory as it is packed, so that no file stays open when rows are left unread.
        packed = io.BytesIO(path.read_bytes())
        book = openpyxl.load_workbook(packed, read_only=True, data_only=False, keep_links=False)
    except Exception as broken:
        message = f"{path} is no workbook that can be read: {_told(broken)}"
        raise SheetRefusedError(message) from broken
    sheet, passed_over = _chosen(book, name)
    return _rows(path, sheet), passed_over


def _told(broken: Exception) -> str:
    """Return what an exception of openpyxl says, or else what it is."""
    return str(broken) or type(broken).__name__


def _hold_to_size(path: Path) -> None:
    try:
        with zipfile.ZipFile(path) as archive:
            unpacked = sum(member.file_size for member in archive.infolist())
        size = max(unpacked, path.stat().st_size)
    except (zipfile.BadZipFile, OSError) as broken:
        message = f"{path} is no workbook that can be read: {broken}"
        raise SheetRefusedError(message) from broken
    if size > MOST_BYTES:
        message = (
            f"{path} unpacks to {size:,} bytes, and {MOST_BYTES:,} are the most; split it into "
            "several files"
        )
        raise SheetRefusedError(message)


def _chosen(book: Any, name: str | None) -> tuple[Any, tuple[str, ...]]:
    visible = [sheet.title for sheet in book.worksheets if sheet.sheet_state == "visible"]
    every = [sheet.title for sheet in book.worksheets]
    if name is not None and name not in every:
        hint = suggestion(name, every, f"its sheets are {', '.join(map(quoted, every))}")
        message = f"the workbook has no sheet {quoted(name)}; {hint}"
        raise SheetRefusedError(message)
    if name is None and len(visible) != 1:
        shown = ", ".join(map(quoted, visible)) or "none of them visible"
        message = f"the workbook has {len(visible)} visible sheets ({shown}); name one with --sheet"
        raise SheetRefusedError(message)
    chosen = visible[0] if name is None else name
    hidden = [f"the hidden sheet {quoted(t)}" for t in every if t not in {*visible, chosen}]
    others = [f"the sheet {quoted(t)}" for t in visible if t != chosen]
    return book[chosen], (*hidden, *others)


def _rows(path: Path, sheet: Any) -> Iterator[Row]:
    number = 0
    try:
        waiting, touched = merged_areas(path, sheet), list[Area]()
        # What the file says of its size may be far too small or too large.
        sheet.reset_dimensions()
        for number, cells in enumerate(sheet.iter_rows(), 1):
            while waiting and waiting[-1].first_row <= number:
                touched.append(waiting.pop())
            touched = [area for area in touched if area.last_row >= number]
            yield Row(number, tuple(_cells(number, cells, touched)))
    except SheetRefusedError:
        raise
    except Exception as broken:
        message = f"row {number + 1} of {path} cannot be read: {_told(broken)}"
        raise SheetRefusedError(message) from broken


def _cells(row: int, cells: Iterable[Any], areas: list[Area]) -> Iterator[Cell]:
    filled = list(cells)
    while filled and filled[-1].value is None:
        filled.pop()
    if len(filled) > MOST_COLUMNS:
        message = f"row {row} has {len(filled):,} cells, and {MOST_COLUMNS} are the most"
        raise SheetRefusedError(message)
    width = max([len(filled), *(min(area.last_column, MOST_COLUMNS) for area in areas)])
    for column in range(1, width + 1):
        cell = _cell(filled[column - 1]) if column <= len(filled) else Cell("")
        if len(cell.text) > LONGEST_CELL:
            message = f"a cell of row {row} has {len(cell.text):,} characters"
            raise SheetRefusedError(message)
        covered = any(area.first_column <= column <= area.last_column for area in areas)
        yield Cell(cell.text, "merged") if covered else cell


def _cell(cell: Any) -> Cell:  # noqa: PLR0911 -- one return for each type that a cell may have
    value = cell.value
    if value is None:
        return Cell("")
    if cell.data_type == "f":
        return Cell(str(value), "formula")
    if cell.data_type == "e":
        return Cell(str(value), "error")
    if isinstance(value, dt.datetime | dt.date):
        return Cell(_edtf(value, str(cell.number_format)), "date")
    if isinstance(value, bool):
        return Cell(str(value).lower())
    if isinstance(value, float) and value.is_integer():
        return Cell(str(int(value)))
    return Cell(str(value))


def _edtf(value: dt.date, number_format: str) -> str:
    """Return a stored date as EDTF, to the unit that its format shows.

    Excel stores what was typed as April 2022 as the first of the month, and a year as 1 January.
    """
    shown, day = _IN_BRACKETS.sub("", number_format.lower()), value.isoformat()[:10]
    if "d" in shown or "y" not in shown:
        return day
    return day[:7] if "m" in shown else day[:4]
