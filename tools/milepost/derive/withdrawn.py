"""What was published and is gone: the versions that ledgers withdraw, and the fate of records."""

from collections.abc import Mapping

from milepost.derive.labels import text_in
from milepost.model import Dataset, Record


def withdrawn_versions(dataset: Dataset) -> dict[str, Mapping[str, str]]:
    """Return the reason by version, in the order of versions; texts by language."""
    ledgers = sorted(dataset.of("ledger"), key=version_key)
    bodies = {version: dataset.of("ledger")[version].body for version in ledgers}
    return {version: body["withdrawn"] for version, body in bodies.items() if "withdrawn" in body}


def version_key(version: str) -> tuple[int, ...]:
    """Return the numbers of a published version, by which versions are sorted."""
    return tuple(map(int, version.split(".")))


def fate(tombstone: Record) -> str:
    """Return what became of a record and why, as a clause without a full stop."""
    body = tombstone.body
    return f"was {body['fate']} in version {body['since']}: {text_in(body['reason']).rstrip('.')}"
