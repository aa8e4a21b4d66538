"""Of a folder, the files that a check of a few milestones has to know, and no others."""

import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from milepost.frozen import Frozen
from milepost.reading.flaw import Flaw
from milepost.reading.tree import Folder, Wanted

_MILESTONES = "dataset/milestones/"
# What any record may rest on without naming it, and what is few.
_ALWAYS = ("dataset/vocabularies/", "dataset/places/", "dataset/dataset.json", "dataset/editors.")
_WORD = re.compile(rb"[a-z0-9]+(?:-[a-z0-9]+)*")
# The names that tie milestones to each other: identifiers and dyads.
_TIE = re.compile(rb'"(?:mp-[0-9a-z]{7}|[a-z]{3}-[a-z]{3})"')
_OWN = re.compile(rb'\n  "id": ("mp-[0-9a-z]{7}")')
# Whoever escapes characters may hide a name behind them.
_ESCAPE = b"\\u"


# How much is kept, in bytes: all milestones, unless there are thousands.
_MOST_KEPT = 1 << 24


class Near(Frozen):
    """The files that some milestones name, and the milestones that may name or resemble them.

    Every record whose file bears the name of the record is there that any of the milestones, or of
    the milestones that link to them, names; every milestone of a dyad that one of these names.
    """

    root: Path
    milestones: frozenset[str]

    def __init__(self, root: Path, milestones: frozenset[str]) -> None:
        """Look for files in a root that some of its milestones need, by their paths."""
        self._set(root=root, milestones=milestones)

    def files(self) -> Iterator[tuple[str, bytes | Flaw]]:
        """Yield the files in the order of their names, milestones last."""
        contents = self.judged.values()
        words = {word for content in contents for word in _WORD.findall(content)}
        ties = {tie for content in contents for tie in _TIE.findall(content)}
        # A dyad names its two parties.
        words |= {part for tie in ties for part in tie.strip(b'"').split(b"-")}
        yield from Folder(self.root).files(lambda path: _may_be_named(path, words))
        for path, content in self._milestones():
            if path in self.milestones or _holds(content, ties):
                yield path, content

    def read(self, path: str) -> bytes:
        """Return the bytes of a file."""
        return Folder(self.root).read(path)

    @cached_property
    def judged(self) -> dict[str, bytes]:
        """The milestones and those that link to them, by path: all that has its files here."""
        own = {tie for path in self.milestones for tie in _OWN.findall(self.read(path))}
        return {
            path: content
            for path, content in self._milestones()
            if isinstance(content, bytes) and (path in self.milestones or _holds(content, own))
        }

    def _milestones(self) -> Iterator[tuple[str, bytes | Flaw]]:
        kept, is_all = self._kept
        yield from kept.items()
        if not is_all:
            yield from self._read(lambda path: path not in kept)

    @cached_property
    def _kept(self) -> tuple[dict[str, bytes | Flaw], bool]:
        """What is kept from one pass to the next, and whether that is all milestones."""
        kept: dict[str, bytes | Flaw] = {}
        size = 0
        for path, content in self._read(lambda _: True):
            size += len(content) if isinstance(content, bytes) else 0
            if size > _MOST_KEPT:
                return kept, False
            kept[path] = content
        return kept, True

    def _read(self, wanted: Wanted) -> Iterator[tuple[str, bytes | Flaw]]:
        yield from Folder(self.root).files(lambda p: p.startswith(_MILESTONES) and wanted(p))


class Gathered(NamedTuple):
    """Files that were found near some milestones, as a tree."""

    root: Path
    content: tuple[tuple[str, bytes | Flaw], ...]

    def files(self) -> Iterator[tuple[str, bytes | Flaw]]:
        """Yield the files in the order in which they were found, milestones last."""
        yield from self.content

    def read(self, path: str) -> bytes:
        """Return the bytes of a file, found or not."""
        return Folder(self.root).read(path)


def _may_be_named(path: str, words: set[bytes]) -> bool:
    if path.startswith(_MILESTONES):
        return False
    if path.startswith(_ALWAYS) or path.endswith("/"):
        return True
    return path.rpartition("/")[2].removesuffix(".json").encode() in words


def _holds(content: bytes | Flaw, names: set[bytes]) -> bool:
    # Backslashes are rare and quickly looked for; the two characters together are not.
    if isinstance(content, Flaw) or (b"\\" in content and _ESCAPE in content):
        return True
    for name in names:  # noqa: SIM110 -- any() would double the time
        if name in content:
            return True
    return False
