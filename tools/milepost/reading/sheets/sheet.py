"""What a sheet is once it is read: its column names and its rows, and what stops the reading."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from milepost.errors import MilepostError

# A row is one event, so even these are far more than a person has in one table.
MOST_ROWS: Final = 100_000
MOST_COLUMNS: Final = 200
# Longer than any text that a record may hold, and short enough to be kept by the thousand.
LONGEST_CELL: Final = 32_767

State = Literal["plain", "date", "formula", "error", "merged"]


class Cell(NamedTuple):
    """The text of a cell; a date that the file stores as one is EDTF, as exact as it is shown."""

    text: str
    state: State = "plain"


class Row(NamedTuple):
    """A row with its number as a spreadsheet counts, from 1 and the header included."""

    number: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: the names in its header, its rows, and what the reader passed over."""

    header: tuple[str, ...]
    rows: Iterator[Row]
    passed_over: tuple[str, ...] = ()


class SheetRefusedError(MilepostError):
    """A file is no sheet that can be read, or is larger than one may be."""


def within_limits(rows: Iterator[Row]) -> Iterator[Row]:
    """Yield rows; SheetRefusedError at the first that is beyond the limits."""
    for row in rows:
        if row.number > MOST_ROWS:
            message = (
                f"the sheet has more than {MOST_ROWS:,} rows; reading stopped there, and nothing "
                "was written: split it into several files"
            )
            raise SheetRefusedError(message)
        yield row


def column_letter(position: int) -> str:
    """Return the letters by which a spreadsheet names a column, counted from 0."""
    letters = ""
    position += 1
    while position:
        position, rest = divmod(position - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
