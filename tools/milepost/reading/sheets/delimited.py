"""Delimited text, such as CSV, to rows: its encoding, its separator and its formula cells."""

import codecs
import csv
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final, TextIO

from milepost.reading.sheets.sheet import (
    LONGEST_CELL,
    MOST_COLUMNS,
    Cell,
    Row,
    SheetRefusedError,
)

SEPARATORS: Final = ",;\t"
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_FIRST_READ: Final = 1 << 16
_NUMBER: Final = re.compile(r"[-+]?[0-9]+([.,][0-9]+)?|-|–|—")
_SURROGATE: Final = re.compile("[\udc80-\udcff]")
_QUOTED: Final = re.compile(r'"[^"]*"')


def rows(path: Path) -> Iterator[Row]:
    """Yield the rows of a delimited file; SheetRefusedError where it cannot be read.

    It is UTF-8 or UTF-16, parted by comma, semicolon or tab, with quotes as RFC 4180 has them.
    """
    csv.field_size_limit(LONGEST_CELL)
    with path.open("rb") as stream:
        start = stream.read(_FIRST_READ)
    encoding = _encoding(start)
    with path.open(encoding=encoding, errors=_leniency(encoding), newline="") as stream:
        yield from _read(stream, separator_of(start.decode(encoding, "replace")))


def separator_of(text: str) -> str:
    """Return the separator that stands most often in the first line, outside quotes."""
    first = next((line for line in _QUOTED.sub("", text).splitlines() if line.strip()), "")
    return max(SEPARATORS, key=first.count)


def plain_cell(text: str) -> Cell:
    """Return the cell of a text, by the rule on formulas.

    A text that begins with = + - or @, or with a tab or a line break before it, is a formula to a
    spreadsheet; a number and a lone dash are not. An apostrophe in front marks it as text, as in
    the tables that we release, and is taken off.
    """
    bare = text.lstrip("\t\r\n ")
    if bare[:1] == "'" and bare[1:2] in {"=", "+", "-", "@"}:
        return Cell(bare[1:])
    if bare[:1] in {"=", "+", "-", "@"} and not _NUMBER.fullmatch(bare.strip()):
        return Cell(text, "formula")
    return Cell(text)


def _encoding(start: bytes) -> str:
    for mark, encoding in _MARKS:
        if start.startswith(mark):
            return encoding
    if b"\x00" in start[:2]:
        return "utf-16-le" if start[1:2] == b"\x00" else "utf-16-be"
    return "utf-8"


def _leniency(encoding: str) -> str:
    """Return how bad bytes are taken: in UTF-8 each is kept, so that its row can be named."""
    return "surrogateescape" if encoding.startswith("utf-8") else "strict"


def _read(stream: TextIO, separator: str) -> Iterator[Row]:
    reader = csv.reader(stream, delimiter=separator, strict=True)
    number = 0
    while True:
        number += 1
        try:
            texts = next(reader, None)
        except csv.Error as broken:
            message = f"row {number} cannot be read: {broken}; look for a quote that is not closed"
            raise SheetRefusedError(message) from broken
        except UnicodeDecodeError as broken:
            message = f"row {number} or one near it is not {broken.encoding}: {broken.reason}"
            raise SheetRefusedError(message) from broken
        if texts is None:
            return
        yield Row(number, tuple(_cells(number, texts)))


def _cells(number: int, texts: list[str]) -> Iterator[Cell]:
    if len(texts) > MOST_COLUMNS:
        message = f"row {number} has {len(texts):,} cells, and {MOST_COLUMNS} are the most"
        raise SheetRefusedError(message)
    for position, text in enumerate(texts, 1):
        if not text.isascii() and (bad := _SURROGATE.search(text)):
            raise _not_utf8(number, position, ord(bad[0]) - 0xDC00)
        yield plain_cell(text)


def _not_utf8(row: int, column: int, byte: int) -> SheetRefusedError:
    legacy = bytes([byte]).decode("cp1252", "replace")
    meant = f" (in Windows-1252 it would be “{legacy}”)" if legacy != "\ufffd" else ""
    return SheetRefusedError(
        f"row {row}, column {column}: the byte {byte:02X} is not UTF-8{meant}; save the sheet "
        "again as “CSV UTF-8”, so that no letter is guessed"
    )
