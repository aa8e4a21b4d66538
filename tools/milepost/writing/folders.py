"""Whole folders: made where nobody sees them, and then put in the place of another at once."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import IO, Final

from milepost.writing.files import written_beside

Files = Iterable[tuple[str, bytes]]
Pack = Callable[[Path, IO[bytes]], None]
# As bytes, where a system knows of other ways.
_ANEW: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def replace_folder(folder: Path, files: Files) -> None:
    """Replace a folder by one that holds these files; what was there stays until all is written."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(dir=folder.parent, prefix=".writing-"))
    try:
        fill(fresh, files)
        _open_to_all(fresh)
        swap(fresh, folder)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def replace_folder_and_archive(folder: Path, pieces: Files, archive: Path, pack: Pack) -> None:
    """Replace a folder and the archive of it; both stay as they were until both are written.

    The files come in pieces, each of which goes to the end of its file; `pack` gets the folder that
    holds them and writes the archive of it.
    """
    for path in (folder, archive):
        path.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(dir=folder.parent, prefix=".writing-"))
    packed = written_beside(archive, b"")
    try:
        _fill_in_turn(fresh, pieces)
        with packed.open("wb") as stream:
            pack(fresh, stream)
        swap(fresh, folder)
        packed.replace(archive)
    finally:
        packed.unlink(missing_ok=True)
        shutil.rmtree(fresh, ignore_errors=True)


def swap(fresh: Path, folder: Path, aside: Path | None = None) -> None:
    """Put a finished folder in the place of another, which goes; cut short, put that back.

    It is put aside instead where somebody names a place that is free, to remove it later.
    """
    old = folder.with_name(f".replaced-{folder.name}-{os.getpid()}")
    try:
        if folder.exists():
            folder.replace(old)
        fresh.replace(folder)
    except BaseException:
        if old.exists() and not folder.exists():
            old.replace(folder)
        raise
    if not (aside and _is_moved(old, aside)):
        remove_folder(old)


def _is_moved(folder: Path, to: Path) -> bool:
    """Move a folder and return whether it could be: not over another, nor from disk to disk."""
    try:
        folder.rename(to)
    except OSError:
        return False
    return True


def remove_folder(folder: Path) -> None:
    """Remove a folder if it is there, wholly even where somebody interrupts."""
    try:
        shutil.rmtree(folder, ignore_errors=True)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def emptied(folder: Path) -> Path:
    """Return a folder without what an earlier try may have left in it."""
    for name in folder.iterdir():
        shutil.rmtree(name) if name.is_dir() else name.unlink()
    return folder


def fill(folder: Path, files: Files) -> None:
    """Write files into a folder that nobody sees yet: as fast as can be, and not at once.

    A file that is there is replaced and not written into: another folder may have it too.
    """
    for name, content in files:
        path = f"{folder}/{name}"
        try:
            _write(path, content)
        except FileNotFoundError:
            Path(path).parent.mkdir(parents=True, exist_ok=True)
            _write(path, content)
        except FileExistsError:
            remove_files([name], folder)
            _write(path, content)


def remove_files(names: Iterable[str], folder: Path) -> None:
    """Remove files from a folder that nobody sees yet; those that are not there are none."""
    for name in names:
        with suppress(FileNotFoundError):
            os.unlink(f"{folder}/{name}")  # noqa: PTH108 -- a Path costs as much as the file


def _write(path: str, content: bytes) -> None:
    """Write a file without a stream, which asks the disk three things of every file it opens."""
    handle = os.open(path, _ANEW, 0o666)
    try:
        # One that is too large for one call is written in several.
        while content:
            content = content[os.write(handle, content) :]
    finally:
        os.close(handle)


def _fill_in_turn(folder: Path, pieces: Files) -> None:
    begun = set[str]()
    for name, piece in pieces:
        path = folder / name
        if name not in begun:
            begun.add(name)
            path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("ab") as stream:
            stream.write(piece)
    _open_to_all(folder)


def _open_to_all(folder: Path) -> None:
    """Set modes that do not depend on the umask."""
    folder.chmod(0o755)
    for path in folder.rglob("*"):
        path.chmod(0o755 if path.is_dir() else 0o644)
