"""The last published version: what changed since, and whether the number that follows is enough."""

from collections.abc import Iterator
from pathlib import Path

from milepost.changes.bump import is_enough, least_version
from milepost.changes.change import RecordChange
from milepost.changes.comparison import Comparison, compare
from milepost.changes.side import Side
from milepost.changes.sides import side_of_revision, side_of_root
from milepost.derive.labels import label_of
from milepost.derive.withdrawn import version_key
from milepost.errors import GitSilentError, NotComparableError, ReleaseRefusedError
from milepost.model import Dataset, Record
from milepost.provenance.edition import Edition
from milepost.release.ledger import rows


def last_published(dataset: Dataset, edition: Edition) -> Record | None:
    """Return the ledger of the highest version before an edition, or None before the first.

    A build between two versions comes after every version that there is.
    """
    ledgers = dataset.of("ledger").values()
    before = [one for one in ledgers if not (edition.is_final and one.id == edition.version)]
    return max(before, key=lambda ledger: version_key(ledger.id), default=None)


def since_published(root: Path, dataset: Dataset, edition: Edition) -> Comparison | None:
    """Return what changed in a root since the last published version, or None before the first.

    The content of that version is read from its tag; where that is not to be had, a published
    version is refused, and a build tells of identifiers alone.
    """
    ledger = last_published(dataset, edition)
    if ledger is None:
        return None
    try:
        before = _tagged(root, ledger)
    except (GitSilentError, NotComparableError) as absent:
        if edition.is_final:
            message = (
                f"what changed since version {ledger.id} cannot be told without its content: "
                f"{absent}. Fetch the tags with `git fetch --tags --unshallow`, or without "
                "--unshallow where all commits are here"
            )
            raise ReleaseRefusedError(message) from absent
        return Comparison(ledger.id, "identifiers", tuple(changed_records(ledger, dataset)))
    return compare(before, side_of_root(root))


def changed_records(ledger: Record, dataset: Dataset) -> Iterator[RecordChange]:
    """Yield the records that came, went or have another hash than a ledger tells."""
    before = {(row["kind"], row["id"]): row["sha256"] for row in ledger.body["records"]}
    after = {(row["kind"], row["id"]): row["sha256"] for row in rows(dataset)}
    stones = {(s.body["kind"], s.id): s.body["fate"] for s in dataset.of("tombstone").values()}
    for named in sorted(before.keys() | after.keys()):
        kind, identifier = named
        if kind == "tombstone":
            continue
        record = dataset.get(kind, identifier)
        label = label_of(record) if record else identifier
        if named not in before:
            yield RecordChange(kind, identifier, label, "added", "record added")
        elif named not in after:
            fate = stones.get(named, "lost")
            yield RecordChange(kind, identifier, label, fate, f"record {fate}")
        elif before[named] != after[named]:
            yield RecordChange(kind, identifier, label, "changed", "content")


def hold_enough(comparison: Comparison, edition: Edition) -> None:
    """Raise ReleaseRefusedError where a published version has too low a number for its changes."""
    if is_enough(edition.version, comparison.since, comparison.bump):
        return
    least = least_version(comparison.since, comparison.bump)
    message = (
        f"{edition.version} is too low a number: what changed since {comparison.since} asks for "
        f"{least} at least ({comparison.bump}). `milepost diff v{comparison.since} .` lists it; "
        'raise "version" in dataset/dataset.json'
    )
    raise ReleaseRefusedError(message)


def _tagged(root: Path, ledger: Record) -> Side:
    """Return the side of the tag of a version; NotComparableError where its ledger says another."""
    tag = f"v{ledger.id}"
    side = side_of_revision(root, tag)
    recorded = {(row["kind"], row["id"], row["sha256"]) for row in ledger.body["records"]}
    if recorded != {(row["kind"], row["id"], row["sha256"]) for row in rows(side.dataset)}:
        raise NotComparableError(f"the tag {tag} holds other records than {ledger.path}")
    return side
