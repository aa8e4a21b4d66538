"""The headline of a milestone: the stage whose date stands for the whole."""

from collections.abc import Mapping
from typing import Any


def headline_of(body: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """Return the marked stage, else the only dated one, else the only stage there is."""
    stages = body["stages"]
    marked = [stage for stage in stages if stage.get("headline")]
    dated = [stage for stage in stages if "date" in stage]
    for choice in (marked, dated, stages):
        if len(choice) == 1:
            return dict(choice[0])
    return None


def stage_key(stage: Mapping[str, Any]) -> str:
    """Return the key by which addresses name a stage."""
    return str(stage.get("key") or stage["stage"])
