"""Files to one tar.gz whose bytes depend on nothing but their names, their content and a moment."""

import gzip
import io
import tarfile
from collections.abc import Mapping
from pathlib import PurePosixPath

_FILE, _FOLDER = 0o644, 0o755
_BEST = 9


def as_archive(name: str, files: Mapping[str, bytes], moment: int) -> bytes:
    """Return a gzipped tar archive of a folder; `moment` in seconds since 1970 UTC.

    No owner, no name of the archive and no time but the moment stands in it, as
    reproducible-builds.org advises; the compressed bytes are those of one version of zlib.
    """
    paths = {f"{name}/{path}": content for path, content in files.items()}
    folders = {str(parent) for path in paths for parent in PurePosixPath(path).parents} - {"."}
    stream = io.BytesIO()
    # Packed as it is made, so that no unpacked copy of a large release is held beside its files.
    # Written by GzipFile and not by gzip.compress, whose header differs between versions of Python.
    with (
        gzip.GzipFile("", "wb", _BEST, stream, mtime=0) as zipped,
        tarfile.open(fileobj=zipped, mode="w", format=tarfile.USTAR_FORMAT) as archive,
    ):
        for path in sorted({*paths, *folders}):
            member = _member(path, paths.get(path), moment)
            archive.addfile(member, io.BytesIO(paths.get(path, b"")))
    return stream.getvalue()


def _member(path: str, content: bytes | None, moment: int) -> tarfile.TarInfo:
    member = tarfile.TarInfo(path)
    member.mtime = moment
    member.uid = member.gid = 0
    member.uname = member.gname = ""
    member.type = tarfile.DIRTYPE if content is None else tarfile.REGTYPE
    member.mode = _FOLDER if content is None else _FILE
    member.size = len(content or b"")
    return member
