"""Whether a record is ordinary: told by one look for a dozen rules, each of which would look again.

What is not ordinary need not be wrong: the rules that need UNUSUAL judge it then.
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from milepost import identifiers
from milepost.model import Body, Record

UNUSUAL = "something unusual"
OTHER = "other"
# The name of the page that lists all records of a kind.
LIST = "index"
SLUG = "[a-z0-9]+(-[a-z0-9]+)*"
_FILE = re.compile(rf"{SLUG}\.json")
# The one track on which a level may be that of one side and need not.
_NAMED = "partnership"
Terms = Mapping[str, Mapping[str, Any]]


def is_named_plainly(record: Record) -> bool:
    """Return whether a file is named after its record, which is not named as a list is."""
    return record.path.endswith(f"/{record.id}.json") and record.id != LIST


def is_ordinary(record: Record, types: Terms, levels: Terms) -> bool:
    """Return whether the rules that need UNUSUAL would find nothing in a milestone.

    Its dates are to be readable. `types` and `levels` are the terms of milestone-type and of
    status-level.
    """
    body = record.body
    keys = {stage.get("key") or stage["stage"] for stage in body["stages"]}
    sides = sides_of(tuple(body["relationships"]))
    return (
        identifiers.is_sound(record.id)
        and _has_plain_stages(record, types.get(body["type"], {}).get("stages", ()))
        and _has_plain_actors(body.get("actors", ()), keys, sides)
        and _has_plain_effects(body.get("effects", ()), keys, sides, levels)
        and all([link["target"] != record.id for link in body.get("links", ())])  # noqa: C419 -- a list, which for few is quicker
    )


@lru_cache(maxsize=4096)
def sides_of(dyads: tuple[str, ...]) -> frozenset[str]:
    """Return the parties of some dyads."""
    return frozenset(side for dyad in dyads for side in dyad.split("-"))


def _has_plain_stages(record: Record, allowed: Sequence[str]) -> bool:
    """Return whether stages are of the type, and the one headline gives the file its year."""
    stages = record.body["stages"]
    for stage in stages if allowed else ():
        if stage["stage"] not in allowed:
            return False
    marked = [stage for stage in stages if "headline" in stage]
    chosen = marked or [stage for stage in stages if "date" in stage]
    return len(chosen) == 1 and "date" in chosen[0] and _is_in_place(record, chosen[0]["date"][:4])


def _is_in_place(record: Record, year: str) -> bool:
    folder = f"dataset/milestones/{record.body['relationships'][0]}/{year}-"
    in_folder = record.path.startswith(folder) and year.isdecimal()
    return in_folder and _FILE.fullmatch(record.path, len(folder)) is not None


def _has_plain_actors(actors: Sequence[Body], keys: set[str], sides: frozenset[str]) -> bool:
    """Return whether each actor has a side and, if it is tied to a stage, one that is there."""
    for actor in actors:
        side, stage = actor["side"], actor.get("at")
        if (side not in sides and side != OTHER) or (stage and stage not in keys):
            return False
    return True


def _has_plain_effects(
    effects: Sequence[Body], keys: set[str], sides: frozenset[str], levels: Terms
) -> bool:
    """Return whether levels are of their track, and stages and parties of this milestone."""
    for effect in effects:
        track, stage, whose = effect["track"], effect.get("at"), effect.get("of")
        level = levels.get(effect["level"], {})
        before = levels.get(effect["from"], {}) if "from" in effect else level
        if level.get("track") != track or before.get("track") != track:
            return False
        if (stage and stage not in keys) or (whose and whose not in sides):
            return False
        directed = bool(level.get("directed"))
        if not directed <= bool(whose) <= (directed or track == _NAMED):
            return False
    return True
