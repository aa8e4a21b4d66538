"""The ledger of a published version: every record that it holds, with its hash, and its tables."""

from milepost.canonical import encode
from milepost.model import Dataset
from milepost.release.bundle import content_hash, in_order, tables
from milepost.release.release import Release

# What is one of its kind has no identifier to lose, and a ledger is no part of what it lists.
_UNLISTED = ("dataset", "editors", "ledger")


def ledger_path(version: str) -> str:
    """Return the file of the ledger of a version, below the root."""
    return f"dataset/releases/{version}.json"


def as_ledger(release: Release) -> bytes:
    """Return the ledger of a release as a canonical record."""
    schema = "../../schema/v1/ledger.schema.json"
    body = {
        "version": release.dataset.version,
        "published": release.edition.day,
        "tables": tables(),
        "records": rows(release.dataset),
    }
    return encode({"$schema": schema, **body})


def rows(dataset: Dataset) -> list[dict[str, str]]:
    """Return kind, identifier and hash of every record that a ledger lists."""
    return [
        {"kind": record.kind, "id": record.id, "sha256": content_hash(record)}
        for record in in_order(dataset)
        if record.kind not in _UNLISTED
    ]
