"""The merged cells of a sheet, which a streaming reader of rows does not tell."""

import re
import zipfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import IO, Any, Final, NamedTuple

from milepost.reading.sheets.sheet import SheetRefusedError

MOST_AREAS: Final = 10_000
_CHUNK: Final = 1 << 20
# Longer than any tag of a merged area, so that none is lost between two chunks.
_OVERLAP: Final = 200
_TAG: Final = re.compile(
    rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})"'
)


class Area(NamedTuple):
    """A merged area: its first and last row and column, counted from 1."""

    first_row: int
    last_row: int
    first_column: int
    last_column: int


def merged_areas(path: Path, sheet: Any) -> list[Area]:
    """Return the merged areas of a sheet of a workbook that openpyxl streams, the first one last.

    SheetRefusedError where there are more than a table can have.
    """
    # openpyxl tells merged cells only of workbooks that it holds in memory whole.
    member = str(sheet._worksheet_path)  # noqa: SLF001 -- no public name leads to the sheet's file
    with zipfile.ZipFile(path) as archive, archive.open(member.lstrip("/")) as stream:
        found = set(islice(_areas(stream), MOST_AREAS + 1))
    if len(found) > MOST_AREAS:
        message = f"the sheet has more than {MOST_AREAS:,} merged areas; unmerge its cells"
        raise SheetRefusedError(message)
    return sorted(found, reverse=True)


def _areas(stream: IO[bytes]) -> Iterator[Area]:
    kept = b""
    while chunk := stream.read(_CHUNK):
        kept += chunk
        for tag in _TAG.finditer(kept):
            left, top, right, bottom = tag.groups()
            yield Area(int(top), int(bottom), _number(left), _number(right))
        kept = kept[-_OVERLAP:]


def _number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number
