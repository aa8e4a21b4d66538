"""A dataset apart by relationship, so that nobody looks through all milestones for each of them."""

from collections.abc import Mapping

from milepost.model import Dataset, Record


def by_relationship(dataset: Dataset) -> Mapping[str, Dataset]:
    """Return for each relationship the dataset with its own milestones alone, and all else."""
    found: dict[str, dict[str, Record]] = {dyad: {} for dyad in dataset.of("relationship")}
    for record in dataset.of("milestone").values():
        for dyad in record.body["relationships"]:
            found.setdefault(dyad, {})[record.id] = record
    return {d: Dataset({**dataset.records, "milestone": own}) for d, own in found.items()}
