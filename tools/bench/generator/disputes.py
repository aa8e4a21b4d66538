"""Disputes between sources, in the several ways in which a record settles them or not."""

import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random
from typing import Any, Final

from bench.generator.dates import is_day, rival
from bench.generator.prose import paragraph

Json = dict[str, Any]
_ABSENT: Final = "/stages/terminated/date"
_LAST_DAY: Final = 28


@dataclass(frozen=True, slots=True)
class Draft:
    """A record's body and its entries, to be disputed.

    Nothing happened at the place `strange`; it is empty where there is no such place.
    """

    body: Json
    entries: list[Json]
    strange: str

    def dated(self) -> Iterator[tuple[str, Json]]:
        """Yield each stage with a plain day that two entries speak of, and the day’s address."""
        for stage in self.body["stages"]:
            address = f"/stages/{stage['stage']}/date"
            if is_day(stage["date"]) and len(self.saying(address)) > 1:
                yield address, stage

    def saying(self, address: str) -> list[Json]:
        """Return the entries that say something at an address."""
        return [entry for entry in self.entries if address in entry["says"]]

    def rivals(self, address: str, published: str) -> list[Json]:
        """Return the entries that may come to disagree: all but one that supports the value."""
        supporter = next(e for e in self.entries if e["says"].get(address) == published)
        return [entry for entry in self.entries if entry is not supporter]


Settled = tuple[str, Json]


def dispute(rng: Random, draft: Draft) -> dict[str, list[Json]]:
    """Change a draft so that its sources disagree, and return the resolutions that it needs."""
    for way in rng.sample(_WAYS, len(_WAYS)):
        found = way(rng, draft)
        if found:
            address, group = found
            rationale = {"rationale": {"en": paragraph(rng, "en", 20)}}
            on = f"2026-{rng.randint(1, 10):02}-{rng.randint(1, 28):02}"
            return {address: [{**group, **rationale, "by": "editors", "on": on}]}
    return {}


def _rejected_date(rng: Random, draft: Draft) -> Settled | None:
    for address, stage in draft.dated():
        other = rival(rng, stage["date"])
        if other:
            entry = rng.choice(draft.rivals(address, stage["date"]))
            entry["says"][address] = other
            return address, {"over": [entry["source"]], "rule": "closest-in-time"}
    return None


def _rejected_place(rng: Random, draft: Draft) -> Settled | None:
    if not draft.strange:
        return None
    stage = draft.body["stages"][-1]
    address = f"/stages/{stage['stage']}/place"
    entry = rng.choice(draft.rivals(address, stage["place"]))
    entry["says"][address] = draft.strange
    return address, {"over": [entry["source"]], "rule": "primary-over-secondary"}


def _rejected_quantity(rng: Random, draft: Draft) -> Settled | None:
    for quantity in draft.body.get("quantities", ()):
        address = f"/quantities/{quantity['kind']}/value"
        entry = rng.choice(draft.rivals(address, quantity["value"]))
        _, space, unit = quantity["value"].partition(" ")
        entry["says"][address] = f"1234567{space}{unit}"
        return address, {"over": [entry["source"]], "rule": "misstated-in-source"}
    return None


def _left_open(rng: Random, draft: Draft) -> Settled | None:
    """Publish both days of two entries; nobody else speaks of them."""
    for address, stage in draft.dated():
        one, day = draft.saying(address)[:2], stage["date"]
        if "end" in stage or "effects" in draft.body or int(day[8:]) == _LAST_DAY:
            continue
        other = f"{day[:8]}{rng.randint(int(day[8:]) + 1, _LAST_DAY):02}"
        others = draft.saying(address)[2:]
        if any(len(entry["says"]) == 1 for entry in others):
            continue
        for entry in others:
            del entry["says"][address]
        for entry, said in zip(one, (day, other), strict=True):
            entry["says"][address] = said
        stage["date"] = f"[{day},{other}]"
        over = [entry["source"] for entry in one]
        return address, {"over": over, "outcome": "open", "rule": "editorial-judgement"}
    return None


def _read_as_another_stage(rng: Random, draft: Draft) -> Settled | None:
    dated = list(draft.dated())
    for (here, stage), (there, other) in itertools.pairwise(dated):
        entry = rng.choice(draft.rivals(here, stage["date"]))
        entry["says"].pop(here, None)
        entry["says"][there] = other["date"]
        return here, {"over": [entry["source"]], "rule": "different-act", "to": there}
    return None


def _not_published(rng: Random, draft: Draft) -> Settled | None:
    entry = rng.choice(draft.entries)
    entry["says"][_ABSENT] = str(rng.randint(2000, 2020))
    group = {"over": [entry["source"]], "outcome": "not-published", "rule": "different-act"}
    return _ABSENT, group


_WAYS: Final[tuple[Callable[[Random, Draft], Settled | None], ...]] = (
    _rejected_date,
    _rejected_date,
    _rejected_place,
    _rejected_quantity,
    _left_open,
    _read_as_another_stage,
    _not_published,
)
