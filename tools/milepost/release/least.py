"""The least numbers of dataset.json: a dataset that shrank is not released unnoticed."""

from milepost.kinds import BY_NAME
from milepost.model import Dataset


def below_least(dataset: Dataset) -> list[str]:
    """Return a sentence for each kind that has fewer records than dataset.json asks for."""
    least: dict[str, int] = dataset.meta["least"]
    return [
        f"{BY_NAME[kind].folder} holds {len(dataset.of(kind))} records, and should hold {number}"
        for kind, number in least.items()
        if len(dataset.of(kind)) < number
    ]
