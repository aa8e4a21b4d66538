"""Grounds of a level: which entries say that it began, or when, and deny neither."""

from milepost.derive.status import Opening
from milepost.rules.view import View


def supporting_entries(view: View, opening: Opening) -> tuple[str, ...]:
    """Return the names of the entries that support a level or the date of its stage.

    An entry that dates the act and calls its result something else is no ground for the level.
    """
    weights = view.weighing(opening.milestone).weights
    level = weights[f"/effects/{opening.key}/level"]
    date = weights[f"/stages/{opening.stage}/date"]
    denied = set(level.named("disputes"))
    dating = (name for name in date.named("supports") if name not in denied)
    return tuple(dict.fromkeys((*level.named("supports"), *dating)))


def supporting_sources(view: View, opening: Opening) -> tuple[str, ...]:
    """Return the slugs of the sources of those entries, each once."""
    names = supporting_entries(view, opening)
    evidence = opening.milestone.body["evidence"]
    by_name = {entry.get("id") or entry["source"]: entry["source"] for entry in evidence}
    return tuple(dict.fromkeys(by_name[name] for name in names))
