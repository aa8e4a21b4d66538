"""Rules on effects: levels stand on their track, and follow each other without a gap."""

from collections.abc import Iterator, Mapping
from typing import Any

from milepost.derive.headline import stage_key
from milepost.derive.status import Opening, openings
from milepost.model import Body, Breach, Path, Record
from milepost.rules.ordinary import UNUSUAL, sides_of
from milepost.rules.registry import dataset_rule, record_rule
from milepost.rules.view import View
from milepost.suggestions import quoted, suggestion

Terms = Mapping[str, Mapping[str, Any]]


@record_rule("STA-001", "milestone", needs=UNUSUAL)
def level_stands_on_its_track(record: Record, view: View) -> Iterator[Breach]:
    """A level belongs to the track of its effect, and says whose mission it is if it is one.

    An embassy is no partnership; and it is the embassy of one of the two. Relations are of both,
    while a partnership may be so called by one side alone.

    Take a level of the track; write "of" with the party whose mission it is, or whose name.
    """
    levels = view.terms.get("status-level", {})
    sides = sides_of(tuple(record.body["relationships"]))
    for position, effect in enumerate(record.body.get("effects", ())):
        at = ("effects", position)
        for name in ("from", "level"):
            yield from _off_track(levels, effect, name, (*at, name))
        directed = bool(levels.get(effect["level"], {}).get("directed"))
        may = directed or effect["track"] == "partnership"
        if effect["level"] in levels and not directed <= ("of" in effect) <= may:
            message = f'{quoted(effect["level"])} {"needs" if directed else "takes no"} "of"'
            yield Breach(at, message, 'write "of" for missions, and for the name of one side alone')
        elif effect.get("of", next(iter(sides))) not in sides:
            message = f"{quoted(effect['of'])} is no party of the relationship"
            yield Breach((*at, "of"), message, f"write one of: {', '.join(sorted(sides))}")


def _off_track(levels: Terms, effect: Body, name: str, at: Path) -> Iterator[Breach]:
    track = effect["track"]
    if name in effect and levels.get(effect[name], {}).get("track", track) != track:
        fitting = [level for level, other in levels.items() if other.get("track") == track]
        message = f"{quoted(effect[name])} is no level of the {track} track"
        yield Breach(at, message, f"its levels are {', '.join(fitting)}")


@record_rule("STA-002", "milestone", needs=UNUSUAL)
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


@record_rule("STA-004", "milestone", needs="as")
def level_is_of_a_government_of_the_two(record: Record, view: View) -> Iterator[Breach]:
    """A level that is one government's alone names a government of one of the two parties.

    The status is told line by line, and a line of nobody would never be found.

    Write the slug of a government of one of the parties, or add it to that party's record.
    """
    sides = sides_of(tuple(record.body["relationships"]))
    if not any("as" in effect for effect in record.body.get("effects", ())):
        return
    # A party that cannot be read may have the government.
    if sides & view.broken.get("party", frozenset()):
        return
    parties = [party for side in sorted(sides) if (party := view.dataset.get("party", side))]
    known = [g["id"] for party in parties for g in party.body.get("governments", ())]
    for position, effect in enumerate(record.body.get("effects", ())):
        if "as" in effect and effect["as"] not in known:
            yield Breach(
                ("effects", position, "as"),
                f"{' and '.join(sorted(sides))} have no government {quoted(effect['as'])}",
                suggestion(effect["as"], known, "add it to the record of its party"),
            )


@dataset_rule("STA-003")
def level_before_was_open(view: View) -> Iterator[tuple[Record, Breach]]:
    """The level that an effect starts from may have been open on its line just before.

    A track is one line, or one for each government that has levels of its own, and stands on its
    starting level, such as no-relations, before all. A rung that is missing or out of order is a
    milestone that is missing or misdated.

    Add the milestone that opened the level, or mend "from" or the dates.
    """
    # A milestone that cannot be read, or is of a dyad that is not there, may be the missing rung.
    if view.broken.get("milestone") or _is_any_astray(view):
        return
    levels = view.terms.get("status-level", {})
    for dyad, milestones in _with_effects(view).items():
        for ladder in _ladders(milestones):
            for opening in ladder:
                if opening.previous and not _may_follow(opening, ladder, levels):
                    yield opening.milestone, _missing_rung(dyad, opening)


def _is_any_astray(view: View) -> bool:
    dyads = view.dataset.of("relationship")
    milestones = view.dataset.of("milestone").values()
    return any(dyad not in dyads for m in milestones for dyad in m.body["relationships"])


def _with_effects(view: View) -> dict[str, list[Record]]:
    """Return the milestones with effects by dyad; each milestone is looked at once."""
    found: dict[str, list[Record]] = {dyad: [] for dyad in view.dataset.of("relationship")}
    for milestone in view.dataset.of("milestone").values():
        for dyad in milestone.body["relationships"] if "effects" in milestone.body else ():
            if dyad in found:
                found[dyad].append(milestone)
    return found


def _ladders(milestones: list[Record]) -> list[list[Opening]]:
    """Return the openings of a dyad by track and mission, where all of their dates can be read."""
    ladders: dict[tuple[str, str], list[Opening]] = {}
    unread: set[tuple[str, str]] = set()
    for milestone in milestones:
        found = {opening.position: opening for opening in openings(milestone)}
        for position, effect in enumerate(milestone.body.get("effects", ())):
            ladder = (effect["track"], effect.get("of", ""))
            if position in found:
                ladders.setdefault(ladder, []).append(found[position])
            elif _is_dated(milestone, effect.get("at", "in-effect")):
                unread.add(ladder)
    return [rungs for ladder, rungs in ladders.items() if ladder not in unread]


def _is_dated(milestone: Record, key: str) -> bool:
    return any("date" in each and stage_key(each) == key for each in milestone.body["stages"])


def _may_follow(after: Opening, ladder: list[Opening], levels: Terms) -> bool:
    """Return whether some opening of the level may come before, and no other surely between.

    Of several governments each has a line of its own, and the levels of the others do not matter.
    """
    rungs = [o for o in ladder if o is not after and not levels.get(o.level, {}).get("overlay")]
    if levels.get(after.previous, {}).get("starting") and _may_be_first(after, rungs):
        return True
    return any(
        before.level == after.previous
        and after.ends(before)
        and before.bounds[0] <= after.bounds[1]
        and not any(_surely_between(before, other, after) for other in rungs)
        for before in ladder
        if before is not after
    )


def _may_be_first(opening: Opening, rungs: list[Opening]) -> bool:
    return not any(
        opening.ends(other) and other.bounds[1] < opening.bounds[0]
        for other in rungs
        if other.level != opening.previous
    )


def _surely_between(before: Opening, other: Opening, after: Opening) -> bool:
    if other is before or other.level == before.level or not other.ends(before):
        return False
    return before.bounds[1] < other.bounds[0] and other.bounds[1] < after.bounds[0]


def _missing_rung(dyad: str, opening: Opening) -> Breach:
    level = quoted(opening.previous)
    return Breach(
        ("effects", opening.position, "from"),
        f"in {dyad} the level {level} was not open before {opening.date}",
        "add the milestone that opened it, or mend the level or the dates",
    )


RULES = (
    level_stands_on_its_track,
    effect_has_its_stage,
    level_before_was_open,
    level_is_of_a_government_of_the_two,
)
