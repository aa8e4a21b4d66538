"""Grounds of a level: which entries say that it began, or when, and deny neither."""

from collections.abc import Sequence
from functools import partial

from milepost.derive.status import Opening
from milepost.evidence.statements import Statement
from milepost.evidence.weighing import Relation
from milepost.rules.view import View


def supporting_entries(
    view: View, opening: Opening, said: Sequence[Statement] | None = None
) -> tuple[str, ...]:
    """Return the names of the entries that support a level or the date of its stage.

    Who has the statements of the milestone at hand gives them as `said`.

    An entry that dates the act and calls its result something else is no ground for the level.
    """
    named = view.weighing(opening.milestone).named if said is None else partial(_named, said)
    level, date = f"/effects/{opening.key}/level", f"/stages/{opening.stage}/date"
    denied = set(named(level, "disputes"))
    dating = (name for name in named(date, "supports") if name not in denied)
    return tuple(dict.fromkeys((*named(level, "supports"), *dating)))


def _named(said: Sequence[Statement], address: str, relation: Relation) -> tuple[str, ...]:
    """Return what a weighing does; what is read as another stage is told here for a second time."""
    here = [s for s in said if s.address == address and s.standing == relation]
    return tuple(s.entry_name for s in here if s.outcome != "read-as")


def supporting_sources(
    view: View, opening: Opening, said: Sequence[Statement] | None = None
) -> tuple[str, ...]:
    """Return the slugs of the sources of those entries, each once."""
    names = supporting_entries(view, opening, said)
    evidence = opening.milestone.body["evidence"]
    by_name = {entry.get("id") or entry["source"]: entry["source"] for entry in evidence}
    return tuple(dict.fromkeys(by_name[name] for name in names))
