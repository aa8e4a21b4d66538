"""Files to one tar.gz whose bytes depend on nothing but their names, their content and a moment."""

import gzip
import io
import tarfile
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path, PurePosixPath
from typing import IO, NamedTuple

_FILE, _FOLDER = 0o644, 0o755
_BEST = 9


class Packed(NamedTuple):
    """A file to pack: its size in bytes, and what opens it."""

    size: int
    opened: Callable[[], IO[bytes]]


def as_archive(name: str, files: Mapping[str, bytes], moment: int) -> bytes:
    """Return a gzipped tar archive of files in memory, as `pack` writes it."""
    stream = io.BytesIO()
    found = {path: Packed(len(c), partial(io.BytesIO, c)) for path, c in files.items()}
    pack(stream, name, found, moment)
    return stream.getvalue()


def files_in(folder: Path) -> dict[str, Packed]:
    """Return the files below a folder by their names there."""
    return {
        path.relative_to(folder).as_posix(): Packed(path.stat().st_size, partial(_opened, path))
        for path in folder.rglob("*")
        if path.is_file()
    }


def _opened(path: Path) -> IO[bytes]:
    return path.open("rb")


def pack(stream: IO[bytes], name: str, files: Mapping[str, Packed], moment: int) -> None:
    """Write a gzipped tar archive of a folder; `moment` in seconds since 1970 UTC.

    No owner, no name of the archive and no time but the moment stands in it, as
    reproducible-builds.org advises; the compressed bytes are those of one version of zlib.
    """
    paths = {f"{name}/{path}": file for path, file in files.items()}
    folders = {str(parent) for path in paths for parent in PurePosixPath(path).parents} - {"."}
    # Packed as it is read, so that no large release is held whole. Written by GzipFile and not by
    # gzip.compress, whose header differs between versions of Python.
    with (
        gzip.GzipFile("", "wb", _BEST, stream, mtime=0) as zipped,
        tarfile.open(fileobj=zipped, mode="w", format=tarfile.USTAR_FORMAT) as archive,
    ):
        for path in sorted({*paths, *folders}):
            if path in paths:
                with paths[path].opened() as content:
                    archive.addfile(_member(path, paths[path].size, moment), content)
            else:
                archive.addfile(_member(path, None, moment))


def _member(path: str, size: int | None, moment: int) -> tarfile.TarInfo:
    """Return the header of a file of some size, or of a folder."""
    member = tarfile.TarInfo(path)
    member.mtime = moment
    member.uid = member.gid = 0
    member.uname = member.gname = ""
    member.type = tarfile.DIRTYPE if size is None else tarfile.REGTYPE
    member.mode = _FOLDER if size is None else _FILE
    member.size = size or 0
    return member
