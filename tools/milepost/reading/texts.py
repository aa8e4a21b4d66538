"""The texts of sources that a person holds: the files of a folder of theirs, as bytes."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from milepost.errors import RootNotFoundError

# A book of many volumes is smaller; what is larger is no plain text.
LARGEST: Final = 1 << 26


def text_of(path: Path) -> bytes:
    """Return the bytes of a text; RootNotFoundError where there is none to read, or too much."""
    try:
        if path.stat().st_size > LARGEST:
            message = f"{path} has more than {LARGEST:,} bytes; give the part that was read"
            raise RootNotFoundError(message)
        return path.read_bytes()
    except OSError as refused:
        message = f"{path} cannot be read: {refused.strerror}"
        raise RootNotFoundError(message) from refused


def texts_in(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield name and bytes of each plain file in a folder; RootNotFoundError without a folder."""
    if not folder.is_dir():
        message = f"there is no folder {folder}"
        raise RootNotFoundError(message)
    for path in sorted(folder.iterdir()):
        if path.is_file():
            yield path.name, path.read_bytes()
