"""What a published version changed, in words: the rows of its ledger beside those of the last."""

from collections.abc import Iterable, Mapping
from typing import Any

from milepost.derive.labels import label_of
from milepost.model import Dataset

# How many milestones are named.
_FEW = 8
Hashes = Mapping[tuple[str, str], str]


def hashes_of(rows: Iterable[Mapping[str, Any]]) -> Hashes:
    """Return the content hashes of a ledger by kind and identifier, without those of tombstones."""
    told = ((row["kind"], row["id"], row["sha256"]) for row in rows)
    return {(kind, identifier): sha for kind, identifier, sha in told if kind != "tombstone"}


def changes_in_words(dataset: Dataset, before: Hashes | None, after: Hashes, since: str) -> str:
    """Return how many records came, changed and went since a version, and the milestones by title.

    `before` is None at the first version. Titles are those of today; one that is gone has its
    identifier.
    """
    if before is None:
        return f"It is the first, with {len(after):,} records."
    new, gone = after.keys() - before.keys(), before.keys() - after.keys()
    changed = {key for key in after.keys() & before.keys() if after[key] != before[key]}
    counts = f"{len(new):,} new, {len(changed):,} changed, {len(gone):,} gone"
    named = (
        f"{what} milestones: {_named(dataset, keys)}."
        for what, keys in (("New", new), ("Changed", changed), ("Gone", gone))
        if any(kind == "milestone" for kind, _ in keys)
    )
    return " ".join((f"Since version {since}: {counts}.", *named))


def _named(dataset: Dataset, keys: Iterable[tuple[str, str]]) -> str:
    known = dataset.of("milestone")
    names = sorted(
        label_of(known[identifier]) if identifier in known else identifier
        for kind, identifier in keys
        if kind == "milestone"
    )
    more = len(names) - _FEW
    return "; ".join(names[:_FEW]) + (f" and {more:,} more" if more > 0 else "")
