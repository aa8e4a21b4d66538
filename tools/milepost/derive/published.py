"""What was published of each record: the versions that hold it, with its hash in each."""

from collections.abc import Mapping

from milepost.derive.withdrawn import version_key
from milepost.model import Dataset


def published_hashes(dataset: Dataset) -> Mapping[tuple[str, str], list[tuple[str, str]]]:
    """Return version and SHA-256 of each record in the ledgers, by kind and identifier.

    The oldest version comes first.
    """
    found: dict[tuple[str, str], list[tuple[str, str]]] = {}
    bodies = [ledger.body for ledger in dataset.of("ledger").values()]
    for body in sorted(bodies, key=lambda body: version_key(body["version"])):
        for row in body["records"]:
            published = found.setdefault((row["kind"], row["id"]), [])
            published.append((body["version"], row["sha256"]))
    return found
