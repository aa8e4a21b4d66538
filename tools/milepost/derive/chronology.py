"""Chronology: milestones in the order of their headlines."""

from collections.abc import Iterable

from milepost import edtf
from milepost.derive.headline import headline_of
from milepost.model import Dataset, Record


def headline_date(milestone: Record) -> edtf.Date | None:
    """Return the date that stands for a milestone, or None where its headline has none."""
    stage = headline_of(milestone.body)
    return edtf.parse(stage["date"]) if stage and "date" in stage else None


def in_order(milestones: Iterable[Record]) -> list[Record]:
    """Return milestones by their headline date, undated ones last, ties by file name."""
    return sorted(milestones, key=_key)


def _key(milestone: Record) -> tuple[bool, tuple[object, ...], str]:
    date = headline_date(milestone)
    return date is None, tuple(date.sort_key) if date else (), milestone.path


def chronology(dataset: Dataset, dyad: str) -> list[Record]:
    """Return the milestones of a relationship in their order."""
    milestones = dataset.of("milestone").values()
    return in_order(m for m in milestones if dyad in m.body["relationships"])
