"""The one place that reads files: a folder, or files in memory, as paths and bytes."""

import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple, Protocol

from milepost.reading.flaw import Flaw

LIMIT = 1 << 20
# A ledger has a row of some 150 bytes for each record: one of 400,000 records is read.
LEDGER_LIMIT = 1 << 26
_LEDGERS = "dataset/releases/"
_LAST = "dataset/milestones/"
_FIRST_READ = 1 << 16
# As bytes, where a system knows of other ways.
_AS_IT_IS = os.O_RDONLY | getattr(os, "O_BINARY", 0)
Wanted = Callable[[str], bool]


class Tree(Protocol):
    """Files by path relative to the root, with forward slashes."""

    def files(self) -> Iterator[tuple[str, bytes | Flaw]]:
        """Yield each file below dataset/ with its bytes, or the flaw for which it is not read.

        Milestones come last, so that all that they name is known when they are read.
        """

    def read(self, path: str) -> bytes:
        """Return the bytes of one file; FileNotFoundError where there is none."""


class Folder(NamedTuple):
    """The files of a folder on disk; symbolic links are refused and never followed."""

    root: Path

    def files(self, wanted: Wanted = lambda _: True) -> Iterator[tuple[str, bytes | Flaw]]:
        """Yield the files below dataset/ in the order of their names, milestones last.

        Those whose path is not wanted are not read; that of a folder ends in a slash.
        """
        yield from _walk(str(self.root), "dataset", wanted)

    def read(self, path: str) -> bytes:
        """Return the bytes of a file, cut off after its limit."""
        return _read(f"{self.root}/{path}", limit_of(path))


class Link(NamedTuple):
    """A symbolic link among files in memory, and what it leads to."""

    target: str


class Memory(NamedTuple):
    """Files held in memory, for examples and tests."""

    content: Mapping[str, bytes | Link]

    def files(self) -> Iterator[tuple[str, bytes | Flaw]]:
        """Yield the files in the order of their names, milestones last."""
        for path in sorted(self.content, key=lambda path: (is_last(path), path)):
            raw = self.content[path]
            if isinstance(raw, Link):
                yield path, _link()
            else:
                yield path, _within_limit(path, raw)

    def read(self, path: str) -> bytes:
        """Return the bytes of a file."""
        raw = self.content.get(path)
        if raw is None or isinstance(raw, Link):
            raise FileNotFoundError(path)
        return raw


def limit_of(path: str) -> int:
    """Return how many bytes a file may have: a record is one event, a ledger lists them all."""
    return LEDGER_LIMIT if path.startswith(_LEDGERS) else LIMIT


def is_last(path: str) -> bool:
    """Return whether a file comes after all others, because it holds a milestone."""
    return path.startswith(_LAST)


def _walk(root: str, folder: str, wanted: Wanted) -> Iterator[tuple[str, bytes | Flaw]]:
    with os.scandir(f"{root}/{folder}") as entries:
        found = sorted(entries, key=lambda entry: entry.name)
    found.sort(key=lambda entry: f"{folder}/{entry.name}/" == _LAST)
    for entry in found:
        path = f"{folder}/{entry.name}"
        if entry.is_symlink():
            yield path, _link()
        elif entry.is_dir():
            if path.endswith(".json"):
                yield path, _folder()
            elif wanted(f"{path}/"):
                yield from _walk(root, path, wanted)
        elif wanted(path):
            yield path, _content(path, entry)


def _content(path: str, entry: os.DirEntry[str]) -> bytes | Flaw:
    if not entry.is_file():
        return _special()
    limit = limit_of(path)
    try:
        raw = _read(entry.path, limit)
    except OSError as refused:
        return Flaw("FIL-002", 1, 1, f"it cannot be read: {refused.strerror}", "open it to all")
    return raw if len(raw) <= limit else _too_large(limit)


def _within_limit(path: str, raw: bytes) -> bytes | Flaw:
    return raw if len(raw) <= limit_of(path) else _too_large(limit_of(path))


def _read(path: str, limit: int) -> bytes:
    handle = os.open(path, _AS_IT_IS)
    try:
        raw = os.read(handle, _FIRST_READ)
        while len(raw) >= _FIRST_READ and len(raw) <= limit:
            more = os.read(handle, limit + 1 - len(raw))
            if not more:
                break
            raw += more
    finally:
        os.close(handle)
    return raw


def _link() -> Flaw:
    return Flaw(
        "FIL-002", 1, 1, "this is a symbolic link", "put the file itself here; links are not read"
    )


def _folder() -> Flaw:
    message = "this is a folder with the name of a record"
    return Flaw("FIL-002", 1, 1, message, "move what it holds to its place, and remove the folder")


def _special() -> Flaw:
    return Flaw("FIL-002", 1, 1, "this is neither a file nor a folder", "remove it")


def _too_large(limit: int) -> Flaw:
    message = f"the file is larger than {limit:,} bytes"
    return Flaw("FIL-003", 1, 1, message, "a record is one event; split it, or remove what is not")
