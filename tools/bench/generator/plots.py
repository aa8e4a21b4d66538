"""The plot of a relationship: which act falls in which year, and the ladders that acts climb."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Any, Final

from bench.generator.acts import (
    CONFERENCE,
    ESTABLISHMENT,
    MISSION,
    OTHERS,
    PARTNERSHIP,
    RECOGNITION,
    UPGRADE,
    Act,
)
from bench.generator.parties import Dyad

Json = dict[str, Any]
_FIRST_YEARS: Final = (1946, 1972)
_LAST_YEAR: Final = 2025
_RUNGS: Final = ("partnership", "comprehensive-partnership", "strategic-partnership")
_CONFERENCES: Final = 2


@dataclass(frozen=True, slots=True)
class Scene:
    """One milestone to be told: its number in the dataset, its act, its year and its effects."""

    number: int
    act: Act
    year: int
    effects: tuple[Json, ...] = ()

    @property
    def is_shared(self) -> bool:
        """Whether it belongs to the next relationship as well."""
        return self.act is CONFERENCE


def plot(rng: Random, dyad: Dyad, *, shares: bool) -> list[Scene]:
    """Return the scenes of a relationship, each in a year of its own, the earliest first.

    `shares` lets it have conferences that belong to the next relationship as well.
    """
    acts = list(_acts(rng, dyad, shares=shares))
    first = rng.randint(*_FIRST_YEARS)
    longest = (_LAST_YEAR - first) // len(acts)
    year, scenes = first, []
    for number, (act, effects) in enumerate(acts, dyad.first):
        scenes.append(Scene(number, act, year, effects))
        year += rng.randint(1, longest)
    return scenes


def _acts(rng: Random, dyad: Dyad, *, shares: bool) -> Iterator[tuple[Act, tuple[Json, ...]]]:
    rungs = list(_ladders(dyad))
    places = sorted(rng.sample(range(3, max(dyad.length, 7)), len(rungs) - 3))
    waiting = dict(zip([0, 1, 2, *places], rungs, strict=True))
    conferences = rng.sample(range(dyad.length), min(_CONFERENCES, dyad.length)) if shares else ()
    for position in range(dyad.length):
        other = CONFERENCE if position in conferences else rng.choice(OTHERS)
        yield waiting.get(position, (other, ()))


def _ladders(dyad: Dyad) -> Iterator[tuple[Act, tuple[Json, ...]]]:
    """Yield the acts that open levels, in order: relations, missions and three partnerships."""
    yield RECOGNITION, (_effect("diplomatic", "recognition"),)
    yield ESTABLISHMENT, (_effect("diplomatic", "relations", "recognition"),)
    for party in dyad.parties:
        yield MISSION, ({"track": "missions", "of": party, "level": "embassy", "at": "opened"},)
    yield PARTNERSHIP, (_effect("partnership", _RUNGS[0]),)
    for before, level in itertools.pairwise(_RUNGS):
        yield UPGRADE, (_effect("partnership", level, before),)


def _effect(track: str, level: str, before: str = "") -> Json:
    return {"track": track, **({"from": before} if before else {}), "level": level}
