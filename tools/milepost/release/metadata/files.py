"""The files that metadata describes: what each holds, its media type, its size and hash."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from hashlib import sha256
from pathlib import PurePosixPath

# As IANA registers them, but for JSON Lines, which is not registered yet.
MEDIA_TYPES = {
    "": "text/plain",
    ".atom": "application/atom+xml",
    ".cff": "application/yaml",
    ".csv": "text/csv",
    ".ics": "text/calendar",
    ".json": "application/json",
    ".jsonl": "application/jsonl",
    ".jsonld": "application/ld+json",
    ".md": "text/markdown",
    ".nq": "application/n-quads",
    ".parquet": "application/vnd.apache.parquet",
    ".sqlite": "application/vnd.sqlite3",
    ".ttl": "text/turtle",
    ".xml": "application/xml",
}
# Their bytes depend on the version of DuckDB or SQLite, so that no other file may rest on them.
_WRITTEN_BY_OTHERS = (".parquet", ".sqlite")
_DATA = ("csv/*", "parquet/*", "*.sqlite", "milepost.json")


@dataclass(frozen=True, slots=True)
class File:
    """A file of a release; without `sha256`, in hexadecimal, and `size`, in bytes, if unsteady."""

    name: str
    holds: str
    media_type: str
    sha256: str = ""
    size: int | None = None

    @property
    def is_data(self) -> bool:
        """Whether it is the data itself, whole and exact, in a form to work with."""
        return any(fnmatchcase(self.name, pattern) for pattern in _DATA)


class Sum:
    """The size and the SHA-256 of a file, to which pieces are added."""

    def __init__(self, content: bytes = b"") -> None:
        self._hash = sha256(content)
        self.size = len(content)

    def add(self, piece: bytes) -> None:
        """Take the next piece of the file into account."""
        self._hash.update(piece)
        self.size += len(piece)

    @property
    def sha256(self) -> str:
        """The hash so far, in hexadecimal."""
        return self._hash.hexdigest()


def described(files: Mapping[str, Sum], listed: Iterable[tuple[str, str]]) -> Iterator[File]:
    """Yield each file as metadata describes it.

    `listed` says what files hold, by name; * in a name stands for anything.
    """
    patterns = list(listed)
    for name, known in files.items():
        holds = next((what for pattern, what in patterns if fnmatchcase(name, pattern)), "")
        suffix = PurePosixPath(name).suffix
        media_type = MEDIA_TYPES.get(suffix, "application/octet-stream")
        if suffix in _WRITTEN_BY_OTHERS:
            yield File(name, holds, media_type)
        else:
            yield File(name, holds, media_type, known.sha256, known.size)
