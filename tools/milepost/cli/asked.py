"""What a check is asked about, and the files that this comes to; it needs none of the rules."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from milepost.kinds import kind_of
from milepost.meanwhile import meanwhile
from milepost.reading.flaw import Flaw
from milepost.reading.near import Near

_DATASET = "dataset/"


class Asked(NamedTuple):
    """The files or folders named, relative to the root, and the revision that a change began from.

    Without either, everything is asked about; with both, what a change touches in what is named.
    """

    root: Path
    named: tuple[str, ...] = ()
    revision: str | None = None


class Found(NamedTuple):
    """The files of the change; of a few milestones those that are judged, and all files near them.

    What was not asked for, or is better looked for in the whole, is None.
    """

    changed: frozenset[str] | None
    judged: frozenset[str] | None = None
    near: tuple[tuple[str, bytes | Flaw], ...] = ()


_Plain = tuple[frozenset[str] | None, frozenset[str] | None, tuple[tuple[str, bytes | Flaw], ...]]


def being_found(asked: Asked) -> Callable[[], Found]:
    """Begin to find the files, in a process of its own, and return how to wait for them.

    GitSilentError comes with them where git has no such revision.
    """
    work = partial(_found, asked)
    plain = meanwhile(work) if asked.named or asked.revision else work
    return lambda: Found(*plain())


def _found(asked: Asked) -> _Plain:
    changed = _changed(asked)
    milestones = _milestones(asked, changed)
    if not milestones:
        return changed, None, ()
    near = Near(asked.root, milestones)
    return changed, frozenset(near.judged), tuple(near.files())


def _changed(asked: Asked) -> frozenset[str] | None:
    if asked.revision is None:
        return None
    from milepost.provenance.git import changed_since

    return changed_since(asked.root, asked.revision)


def _milestones(asked: Asked, changed: frozenset[str] | None) -> frozenset[str]:
    """Return the files that are judged, where they are all milestones; else none."""
    all_files = frozenset(asked.named) if changed is None else changed
    files = frozenset(path for path in all_files if path.startswith(_DATASET))
    if changed is None and files != all_files:
        return frozenset()
    are_milestones = all(kind_of(path) == "milestone" for path in files)
    are_there = are_milestones and all((asked.root / path).is_file() for path in files)
    return files if are_there else frozenset()
