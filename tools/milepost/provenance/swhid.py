"""Software Hash Identifiers (ISO/IEC 18670): files in, identifiers out that need no registrar.

The hashes are those by which git names the same file and the same folder.
"""

from collections.abc import Iterable, Mapping
from hashlib import sha1, sha256
from itertools import groupby
from typing import Final, NamedTuple

_FILE_MODE: Final = b"100644"
_FOLDER_MODE: Final = b"40000"


def content_id(content: bytes) -> str:
    """Return the identifier of a file, in 50 characters that begin with swh:1:cnt."""
    return blob_id(blob_of(content))


def blob_of(content: bytes) -> bytes:
    """Return the hash by which git names a file."""
    return _hash(b"blob", content)


def blob_id(blob: bytes) -> str:
    """Return the identifier of a file from the hash of git."""
    return f"swh:1:cnt:{blob.hex()}"


class Hashes(NamedTuple):
    """The hashes of one content: that of git, as bytes, and SHA-256, in hexadecimal."""

    blob: bytes
    sha256: str


def hashes(content: bytes) -> Hashes:
    """Return the hashes of a content."""
    return Hashes(blob_of(content), sha256(content).hexdigest())


def directory_id(files: Iterable[tuple[str, bytes]]) -> str:
    """Return the identifier of a folder from the path below it and the content of each file.

    All are of the usual mode. Only files make a folder: one without any is none, as in git.
    """
    return folder_id({path: blob_of(content) for path, content in files})


def folder_id(blobs: Mapping[str, bytes]) -> str:
    """Return the same from the hash of git of each file."""
    return f"swh:1:dir:{_tree(sorted(blobs.items())).hex()}"


def _tree(files: Iterable[tuple[str, bytes]]) -> bytes:
    """Return the hash of a tree; git sorts the names of folders as if they ended in a slash."""
    entries = []
    for name, group in groupby(files, key=lambda file: file[0].partition("/")[0]):
        members = [(path.partition("/")[2], blob) for path, blob in group]
        is_file = not members[0][0]
        hashed = members[0][1] if is_file else _tree(members)
        mode, key = (_FILE_MODE, name) if is_file else (_FOLDER_MODE, f"{name}/")
        entries.append((key.encode(), b"%s %s\0%s" % (mode, name.encode(), hashed)))
    return _hash(b"tree", b"".join(entry for _, entry in sorted(entries)))


def _hash(kind: bytes, content: bytes) -> bytes:
    # The identifiers are defined by SHA-1; nothing here rests on its secrecy.
    return sha1(b"%s %d\0%s" % (kind, len(content), content), usedforsecurity=False).digest()
