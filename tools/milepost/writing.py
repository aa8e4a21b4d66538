"""The one place that writes files: a file or a whole folder is replaced at once or not at all."""

import filecmp
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Final

Files = Iterable[tuple[str, bytes]]
Pack = Callable[[Path, IO[bytes]], None]
_PIECE: Final = 1 << 20
# As bytes, where a system knows of other ways.
_ANEW: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def write_file(path: Path, content: bytes) -> None:
    """Write a file through a temporary one beside it, so that it is never half written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = _written_beside(path, content)
    try:
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)


def write_if_new(path: Path, content: bytes) -> bool:
    """Write a file unless it says so already, and return whether it did not."""
    if path.is_file() and path.read_bytes() == content:
        return False
    write_file(path, content)
    return True


def create_file(path: Path, content: bytes) -> None:
    """Write a file that is not there yet, whole or not at all; FileExistsError where it is."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(exist_ok=False)
    try:
        write_file(path, content)
    except BaseException:
        path.unlink()
        raise


def append_file(path: Path, content: bytes) -> None:
    """Add to the end of a file that others write to as well, such as the summary of a CI job."""
    with path.open("ab") as stream:
        stream.write(content)


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
    packed = _written_beside(archive, b"")
    try:
        _fill_in_turn(fresh, pieces)
        with packed.open("wb") as stream:
            pack(fresh, stream)
        swap(fresh, folder)
        packed.replace(archive)
    finally:
        packed.unlink(missing_ok=True)
        shutil.rmtree(fresh, ignore_errors=True)


def written_aside(name: str, write: Callable[[Path], None]) -> bytes:
    """Return what a program writes that knows only files: it gets the path of one that goes."""
    with tempfile.TemporaryDirectory(prefix="milepost-") as folder:
        path = Path(folder, name)
        write(path)
        return path.read_bytes()


@contextmanager
def laid_aside(name: str, content: bytes) -> Iterator[Path]:
    """Give a program that reads only files the path of one, which goes when the block ends."""
    with tempfile.TemporaryDirectory(prefix="milepost-") as folder:
        path = Path(folder, name)
        path.write_bytes(content)
        yield path


@contextmanager
def aside(name: str) -> Iterator[Path]:
    """Give a program the path of a file that it may write, which goes when the block ends."""
    with tempfile.TemporaryDirectory(prefix="milepost-") as folder:
        yield Path(folder, name)


def read_in_pieces(path: Path) -> Iterator[bytes]:
    """Yield the content of a file that was laid aside, some at a time."""
    with path.open("rb") as stream:
        while piece := stream.read(_PIECE):
            yield piece


class Sorted:
    """Blocks of bytes in a temporary file, to be had again in the order of their keys."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._places: list[tuple[bytes, int, int]] = []
        self._size = 0

    def add(self, key: bytes, block: bytes) -> None:
        """Put a block aside."""
        self._stream.write(block)
        self._places.append((key, self._size, len(block)))
        self._size += len(block)

    def in_order(self) -> Iterator[bytes]:
        """Yield the blocks, sorted by their keys, several at a time."""
        blocks, size = list[bytes](), 0
        for _, start, length in sorted(self._places):
            self._stream.seek(start)
            blocks.append(self._stream.read(length))
            size += length
            if size > _PIECE:
                yield b"".join(blocks)
                blocks, size = [], 0
        yield b"".join(blocks)


@contextmanager
def sorted_aside() -> Iterator[Sorted]:
    """Give what blocks can be put aside in until all are known; they go when the block ends."""
    with tempfile.TemporaryFile(prefix="milepost-") as stream:
        yield Sorted(stream)


def emptied(folder: Path) -> Path:
    """Return a folder without what an earlier try may have left in it."""
    for name in folder.iterdir():
        shutil.rmtree(name) if name.is_dir() else name.unlink()
    return folder


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


def keep_times(fresh: Path, old: Path) -> tuple[str, ...]:
    """Give files that say what those of their names in an old folder say the times of these.

    The names of the others are returned, relative to the folder.
    """
    names = _names_apart(str(fresh), str(old))
    return tuple(
        name
        for name, was_there in names
        if not (was_there and _keeps_time(f"{fresh}/{name}", f"{old}/{name}"))
    )


def take_over(names: Iterable[str], old: Path, fresh: Path) -> None:
    """Lay files of an old folder into a fresh one as they are, with their times."""
    for name in names:
        source, target = f"{old}/{name}", f"{fresh}/{name}"
        try:
            _link(source, target)
        except FileNotFoundError:
            Path(target).parent.mkdir(parents=True, exist_ok=True)
            _link(source, target)


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except FileNotFoundError:
        raise
    except FileExistsError:
        # Whoever asked for it twice means the same file.
        return
    except OSError:
        # Not every disk knows a file by two names.
        shutil.copy2(source, target)


def remove_files(names: Iterable[str], folder: Path) -> None:
    """Remove files from a folder that nobody sees yet; those that are not there are none."""
    for name in names:
        with suppress(FileNotFoundError):
            os.unlink(f"{folder}/{name}")  # noqa: PTH108 -- a Path costs as much as the file


def _names_apart(fresh: str, old: str, above: str = "") -> Iterator[tuple[str, bool]]:
    """Yield the names of files in a folder that are not those very files in an old one too.

    With each comes whether the old one has something of that name.
    """
    then = _numbers_in(f"{old}/{above}")
    with os.scandir(f"{fresh}/{above}") as entries:
        for entry in entries:
            name = f"{above}{entry.name}"
            if entry.is_dir():
                yield from _names_apart(fresh, old, f"{name}/")
            elif then.get(entry.name) != entry.inode():
                yield name, entry.name in then


def _numbers_in(folder: str) -> dict[str, int]:
    """Return the number by which the disk knows each entry of a folder, if there is one."""
    try:
        with os.scandir(folder) as entries:
            return {entry.name: entry.inode() for entry in entries}
    except (FileNotFoundError, NotADirectoryError):
        return {}


def _keeps_time(path: str, old: str) -> bool:
    try:
        then, now = os.stat(old), os.stat(path)  # noqa: PTH116 -- a Path costs as much as the file
    except (FileNotFoundError, NotADirectoryError):
        return False
    if then.st_size != now.st_size or not filecmp.cmp(path, old, shallow=False):
        return False
    os.utime(path, ns=(then.st_atime_ns, then.st_mtime_ns))
    return True


def _written_beside(path: Path, content: bytes) -> Path:
    """Return a temporary file in the folder of a path, with the content and the usual mode."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".writing-")
    with os.fdopen(handle, "wb") as stream:
        stream.write(content)
    Path(name).chmod(0o644)
    return Path(name)


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
