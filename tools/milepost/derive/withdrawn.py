"""Withdrawn releases: a dataset in, the versions that its ledgers withdraw and the reasons out."""

from collections.abc import Mapping

from milepost.model import Dataset


def withdrawn_versions(dataset: Dataset) -> dict[str, Mapping[str, str]]:
    """Return the reason by version, in the order of versions; texts by language."""
    ledgers = sorted(dataset.of("ledger"), key=version_key)
    bodies = {version: dataset.of("ledger")[version].body for version in ledgers}
    return {version: body["withdrawn"] for version, body in bodies.items() if "withdrawn" in body}


def version_key(version: str) -> tuple[int, ...]:
    """Return the numbers of a published version, by which versions are sorted."""
    return tuple(map(int, version.split(".")))
