"""The headline of a milestone: the stage whose date stands for the whole."""

from collections.abc import Mapping, Sequence
from typing import Any


def headline_of(body: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """Return the marked stage, else the only dated one, else the only stage there is."""
    stages: Sequence[Mapping[str, Any]] = body["stages"]
    if len(stages) == 1:
        return stages[0]
    for mark in ("headline", "date"):
        choice = [stage for stage in stages if mark in stage]
        if len(choice) == 1:
            return choice[0]
    return None


def stage_key(stage: Mapping[str, Any]) -> str:
    """Return the key by which addresses name a stage."""
    return str(stage.get("key") or stage["stage"])
