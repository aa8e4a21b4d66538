"""The levels that each relationship held, with the entries that say so."""

from collections.abc import Iterator
from dataclasses import dataclass

from milepost.derive.status import Interval, Opening, intervals_of
from milepost.rules.view import View


@dataclass(frozen=True, slots=True)
class LevelHeld:
    """A level of a relationship, what opened and closed it, and the entries that support it."""

    relationship: str
    opening: Opening
    closing: Opening | None
    entries: tuple[str, ...]


def levels_held(view: View) -> Iterator[LevelHeld]:
    """Yield the levels of every relationship, track by track."""
    for dyad in view.dataset.of("relationship"):
        for interval in intervals_of(view.dataset, dyad):
            yield _level(view, dyad, interval)


def _level(view: View, dyad: str, interval: Interval) -> LevelHeld:
    entries = supporting_entries(view, interval.opening)
    return LevelHeld(dyad, interval.opening, interval.closing, entries)


def supporting_entries(view: View, opening: Opening) -> tuple[str, ...]:
    """Return the names of the entries that support a level or the date of its stage."""
    milestone = opening.milestone
    effect = milestone.body["effects"][opening.position]
    key = effect.get("key") or effect["track"]
    weights = view.weighing(milestone).weights
    ends = (f"/effects/{key}/level", f"/stages/{opening.stage}/date")
    return tuple(dict.fromkeys(name for end in ends for name in weights[end].named("supports")))
