"""Grounds of a level: which entries say that it began, or when, and deny neither."""

from milepost.derive.status import Opening
from milepost.rules.view import View


def supporting_entries(view: View, opening: Opening) -> tuple[str, ...]:
    """Return the names of the entries that support a level or the date of its stage.

    An entry that dates the act and calls its result something else is no ground for the level.
    """
    weighing = view.weighing(opening.milestone)
    level, date = f"/effects/{opening.key}/level", f"/stages/{opening.stage}/date"
    denied = set(weighing.named(level, "disputes"))
    dating = (name for name in weighing.named(date, "supports") if name not in denied)
    return tuple(dict.fromkeys((*weighing.named(level, "supports"), *dating)))


def supporting_sources(view: View, opening: Opening) -> tuple[str, ...]:
    """Return the slugs of the sources of those entries, each once."""
    names = supporting_entries(view, opening)
    evidence = opening.milestone.body["evidence"]
    by_name = {entry.get("id") or entry["source"]: entry["source"] for entry in evidence}
    return tuple(dict.fromkeys(by_name[name] for name in names))
