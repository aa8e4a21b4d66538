"""A published release on disk to its files: from a folder, or from the archive of one."""

import tarfile
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Final

from milepost.errors import MilepostError
from milepost.release.bundle import FILE as BUNDLE
from milepost.release.checksums import FILE as SUMS

# Far more than a release has: one of 100,000 milestones takes about two gigabytes.
MOST_BYTES: Final = 8 << 30
MOST_FILES: Final = 10_000
# One of them may be lost, and what is left is still a release that was damaged.
MARKS: Final = (BUNDLE, SUMS)


class ReleaseRefusedUnreadError(MilepostError):
    """What a path holds is no release that could be read without harm."""


class ReleaseNotThereError(MilepostError):
    """A path does not exist, or is neither a folder nor an archive."""


def release_files(path: Path) -> Mapping[str, bytes]:
    """Return the files of a release by their names in it.

    ReleaseRefusedUnreadError where a link, a path that leads out or a bomb is among them: nothing
    of them is unpacked or read. ReleaseNotThereError where there is nothing to read.
    """
    if not path.exists():
        raise ReleaseNotThereError(f"there is no {path}")
    if path.is_dir():
        _expect_a_release(path)
        return dict(_of_folder(path))
    try:
        return _of_archive(path)
    except (OSError, EOFError, tarfile.TarError, zlib.error) as broken:
        message = f"{path} is neither a folder nor a whole .tar.gz archive: {broken}"
        raise ReleaseNotThereError(message) from broken


def _expect_a_release(folder: Path) -> None:
    """Raise ReleaseNotThereError, before all of it is read, where a folder is another one."""
    if any((folder / name).exists() for name in MARKS):
        return
    within = sorted(mark.parent for mark in folder.glob(f"*/{MARKS[0]}"))
    hint = f"; did you mean {within[-1]}?" if within else ""
    raise ReleaseNotThereError(f"{folder} is no release: it has no {' and no '.join(MARKS)}{hint}")


def _of_folder(folder: Path) -> Iterator[tuple[str, bytes]]:
    size = 0
    for number, path in enumerate(sorted(folder.rglob("*"))):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink() or not (path.is_file() or path.is_dir()):
            raise ReleaseRefusedUnreadError(f"{name} is no plain file; links are never followed")
        size += path.stat().st_size if path.is_file() else 0
        _hold_within_bounds(number, size)
        if path.is_file():
            yield name, path.read_bytes()


def _of_archive(path: Path) -> dict[str, bytes]:
    """Return the files of an archive; all its headers are looked at before any content is kept."""
    with tarfile.open(path, mode="r|gz") as archive:
        _inspect(archive)
    with tarfile.open(path, mode="r:gz") as archive:
        plain = (member for member in archive if member.isreg())
        return {_inner(member): _content(archive, member) for member in plain}


def _inspect(archive: tarfile.TarFile) -> None:
    size, tops = 0, set[str]()
    for number, member in enumerate(archive):
        if not (member.isreg() or member.isdir()):
            raise ReleaseRefusedUnreadError(f"{member.name} is no plain file, but a link or device")
        parts = PurePosixPath(member.name).parts
        if not parts or parts[0] == "/" or ".." in parts or "\\" in member.name:
            raise ReleaseRefusedUnreadError(f"{member.name!r} leads out of the archive")
        tops.add(parts[0])
        size += member.size
        _hold_within_bounds(number, size)
    if len(tops) != 1:
        names = ", ".join(sorted(tops)) or "nothing"
        raise ReleaseRefusedUnreadError(f"a release is one folder; the archive holds {names}")


def _hold_within_bounds(number: int, size: int) -> None:
    if number >= MOST_FILES or size > MOST_BYTES:
        bounds = f"{MOST_FILES:,} files and {MOST_BYTES >> 30} GiB"
        raise ReleaseRefusedUnreadError(f"it holds more than {bounds}, so it is no release")


def _inner(member: tarfile.TarInfo) -> str:
    return "/".join(PurePosixPath(member.name).parts[1:])


def _content(archive: tarfile.TarFile, member: tarfile.TarInfo) -> bytes:
    stream = archive.extractfile(member)
    return stream.read() if stream else b""
