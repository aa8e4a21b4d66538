"""The texts of sources that a person holds: the files of a folder of theirs, as bytes."""

from collections.abc import Iterator
from pathlib import Path

from milepost.errors import RootNotFoundError


def texts_in(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield name and bytes of each plain file in a folder; RootNotFoundError without a folder."""
    if not folder.is_dir():
        message = f"there is no folder {folder}"
        raise RootNotFoundError(message)
    for path in sorted(folder.iterdir()):
        if path.is_file():
            yield path.name, path.read_bytes()
