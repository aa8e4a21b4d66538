"""The levels that each relationship held, with the entries that say so."""

from collections.abc import Iterator
from typing import NamedTuple

from milepost.derive.apart import by_relationship
from milepost.derive.grounds import supporting_entries
from milepost.derive.status import Interval, Opening, intervals_of
from milepost.rules.view import View


class LevelHeld(NamedTuple):
    """A level of a relationship, what opened and closed it, and the entries that support it."""

    relationship: str
    opening: Opening
    closing: Opening | None
    entries: tuple[str, ...]


def levels_held(view: View) -> Iterator[LevelHeld]:
    """Yield the levels of every relationship, track by track."""
    for dyad, own in by_relationship(view.dataset).items():
        for interval in intervals_of(own, dyad):
            yield _level(view, dyad, interval)


def _level(view: View, dyad: str, interval: Interval) -> LevelHeld:
    entries = supporting_entries(view, interval.opening)
    return LevelHeld(dyad, interval.opening, interval.closing, entries)
