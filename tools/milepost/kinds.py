"""The kinds of record: the folder of each, and whether its files lie one level deeper."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple


class Kind(NamedTuple):
    """A kind of record; `folder` is empty for a kind that is a single file."""

    name: str
    folder: str
    nested: bool = False
    file: str = ""


KINDS = (
    Kind("dataset", "", file="dataset.json"),
    Kind("editors", "", file="editors.json"),
    Kind("relationship", "relationships"),
    Kind("milestone", "milestones", nested=True),
    Kind("source", "sources"),
    Kind("person", "people"),
    Kind("organization", "organizations"),
    Kind("place", "places"),
    Kind("party", "parties"),
    Kind("occasion", "occasions"),
    Kind("vocabulary", "vocabularies"),
    Kind("tombstone", "withdrawn"),
    Kind("ledger", "releases"),
)
BY_NAME = {kind.name: kind for kind in KINDS}
BY_FOLDER = {kind.folder: kind for kind in KINDS if kind.folder}
BY_FILE = {kind.file: kind for kind in KINDS if kind.file}

# Actors of a milestone are named by a bare slug, so these kinds share one namespace.
ACTING = ("party", "person", "organization", "place")
_CODE = 3


def kind_of(path: str) -> str | None:
    """Return the kind whose file a path below the root may be, or None for a stray file."""
    folder, _, name = path.rpartition("/")
    if folder == "dataset":
        single = BY_FILE.get(name)
        return single.name if single else None
    return _kind_in(folder) if name.endswith(".json") else None


def kind_to_write(kinds: Sequence[str], name: str) -> str:
    """Return of which of several kinds the record is that a name lacks, as far as it shows.

    Parties are few and have codes of three letters.
    """
    if "party" in kinds and len(name) == _CODE and name.isalpha():
        return "party"
    return next((kind for kind in kinds if kind != "party"), kinds[0])


def kind_near(path: str) -> str | None:
    """Return the kind that a file was perhaps meant for, in its place or near it, or None."""
    folder = path.split("/")[1]
    kind = BY_FILE.get(folder) or BY_FOLDER.get(folder.removesuffix(".json"))
    return kind.name if kind else None


@lru_cache(maxsize=4096)
def _kind_in(folder: str) -> str | None:
    """Return the kind of the files in a folder; a check asks it for thousands in one folder."""
    top, _, below = folder.removeprefix("dataset/").partition("/")
    kind = BY_FOLDER.get(top) if folder.startswith("dataset/") else None
    is_deep = bool(below) and "/" not in below
    return kind.name if kind and (is_deep if kind.nested else not below) else None
