"""Rules on effects: levels stand on their track, and follow each other without a gap."""

from collections.abc import Iterator

from milepost.derive.headline import stage_key
from milepost.derive.status import Interval, intervals_of
from milepost.model import Breach, Record
from milepost.rules.registry import dataset_rule, record_rule
from milepost.rules.view import View
from milepost.suggestions import quoted, suggestion


@record_rule("STA-001", "milestone")
def level_stands_on_its_track(record: Record, view: View) -> Iterator[Breach]:
    """A level belongs to the track on which the effect puts it, and has a sender if it is directed.

    An embassy is no partnership; and it is the embassy of one of the two.

    Take a level of the track; write "of" with the party whose mission it is.
    """
    levels = view.terms.get("status-level", {})
    for position, effect in enumerate(record.body.get("effects", ())):
        for name in ("from", "level"):
            term = levels.get(effect.get(name, ""), {})
            if term and term.get("track") != effect["track"]:
                fitting = [i for i, other in levels.items() if other.get("track") == effect["track"]]
                message = f"{quoted(effect[name])} is no level of the {effect['track']} track"
                yield Breach(("effects", position, name), message, f"its levels are {', '.join(fitting)}")
        directed = bool(levels.get(effect["level"], {}).get("directed"))
        if directed != ("of" in effect):
            message = f"{quoted(effect['level'])} {'needs' if directed else 'takes no'} \"of\""
            yield Breach(("effects", position), message, 'write "of" for the levels of missions alone')


@record_rule("STA-002", "milestone")
def effect_has_its_stage(record: Record, _view: View) -> Iterator[Breach]:
    """An effect that names a stage names one of its record.

    A level without a stage has no date and would open nothing.

    Write the key of the stage at which the level began.
    """
    keys = [stage_key(stage) for stage in record.body["stages"]]
    for position, effect in enumerate(record.body.get("effects", ())):
        if effect.get("at", keys[0]) not in keys:
            yield Breach(
                ("effects", position, "at"),
                f"the record has no stage {quoted(effect['at'])}",
                suggestion(effect["at"], keys, f"its stages are {', '.join(keys)}"),
            )


@dataset_rule("STA-003")
def level_before_was_open(view: View) -> Iterator[tuple[Record, Breach]]:
    """The level that an effect starts from was open on its track just before.

    A rung that is missing or out of order is a milestone that is missing or misdated.

    Add the milestone that opened the level, or mend "from" or the dates.
    """
    for dyad in view.dataset.of("relationship"):
        found = intervals_of(view.dataset, dyad)
        for interval in found:
            opening = interval.opening
            if not opening.previous or _was_open(found, interval):
                continue
            yield opening.milestone, Breach(
                ("effects", opening.position, "from"),
                f"in {dyad} the level {quoted(opening.previous)} was not open before {opening.date}",
                "add the milestone that opened it, or mend the level or the dates",
            )


def _was_open(found: list[Interval], after: Interval) -> bool:
    opening = after.opening
    return any(
        interval.opening.level == opening.previous
        and (interval.opening.track, interval.opening.of) == (opening.track, opening.of)
        and interval.closing is opening
        for interval in found
    )


RULES = (level_stands_on_its_track, effect_has_its_stage, level_before_was_open)
