"""The tables of what a milestone is made of: stages, actors, agenda, effects, quantities, links."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from milepost import quantity
from milepost.derive.headline import headline_of
from milepost.kinds import ACTING
from milepost.release.release import Release
from milepost.release.tables.cells import cell
from milepost.release.tables.columns import (
    Member,
    dates,
    key,
    listed,
    members,
    owner,
    plain,
    refers,
)
from milepost.release.tables.table import Column, Reference, Table

_OF_MILESTONE = refers("milestone", "milestones")


def _is_headline(stage: Member) -> str:
    return cell(headline_of(stage.record.body) == stage.body)


STAGES = Table(
    "stages",
    "The stages of each milestone, such as proposed, agreed, signed and in effect, with dates",
    members("milestone", "stages", "stage"),
    (
        owner("milestone"),
        key("stage_key", "stage"),
        plain("stage", "Which act it is: a term of the vocabulary stage."),
        *dates("date", "When it took place"),
        *dates("end", "When it ended, for what lasted longer than a day"),
        plain("place", "Where it took place (places.id, or parties.id for a whole country)."),
        Column(
            "headline",
            "Whether the date of this stage stands for the milestone.",
            _is_headline,
            "boolean",
        ),
    ),
    key=("milestone", "stage_key"),
    references=(_OF_MILESTONE,),
)


@dataclass(frozen=True, slots=True)
class Actor(Member):
    """An actor of a milestone with the kind of its record."""

    kind: str


def _actors(release: Release) -> Iterator[Actor]:
    kinds = {identifier: kind for kind in ACTING for identifier in release.dataset.of(kind)}
    for member in members("milestone", "actors", "actor")(release):
        yield Actor(member.record, member.key, member.body, kinds[member.body["actor"]])


ACTORS = Table(
    "actors",
    "Who took part in each milestone: states, organizations, cities and persons, with offices",
    _actors,
    (
        owner("milestone"),
        key("actor_key", "actor"),
        plain("actor", "Who it is: an id of the table that actor_kind tells."),
        Column("actor_kind", "party, person, organization or place.", lambda a: a.kind),
        plain("side", "The party (parties.id) for which the actor took part, or other."),
        plain("role", "In what part: a term of the vocabulary actor-role."),
        plain("office", "The office held then: a term of the vocabulary office."),
        plain("government", "The government (governments.government) that it stood for.", "as"),
        plain("stage_key", "The stage at which the actor took part; empty for all.", "at"),
    ),
    key=("milestone", "actor_key"),
    references=(
        _OF_MILESTONE,
        Reference(("milestone", "stage_key"), "stages", ("milestone", "stage_key")),
    ),
)

AGENDA = Table(
    "agenda",
    "What was raised, asked, offered, pledged or acknowledged at a milestone, and by whom",
    members("milestone", "agenda", "topic"),
    (
        owner("milestone"),
        key("agenda_key", "member of the agenda"),
        plain("topic", "The subject: a term of the vocabulary topic."),
        plain("act", "What was done with it: a term of the vocabulary agenda-act."),
        listed("by_actors", "Who did it (ids as in actors.actor).", "by"),
        listed("to_actors", "Whom it was addressed to (ids as in actors.actor).", "to"),
        plain("capacity", "In what capacity: a term of the vocabulary office.", "as"),
    ),
    key=("milestone", "agenda_key"),
    references=(_OF_MILESTONE,),
)


def _stage_of_effect(effect: Member) -> str:
    return str(effect.body.get("at", "in-effect"))


EFFECTS = Table(
    "effects",
    "The levels of status that a milestone opened, by track",
    members("milestone", "effects", "track"),
    (
        owner("milestone"),
        key("effect_key", "effect"),
        plain("track", "diplomatic, missions or partnership."),
        plain(
            "of_party",
            "Whose mission it is, or which party alone calls the partnership so (parties.id).",
            "of",
        ),
        plain(
            "government",
            "The government (governments.government) for which alone the level holds.",
            "as",
        ),
        plain("from_level", "The level before: a term of the vocabulary status-level.", "from"),
        plain("level", "The level that it opened: a term of the vocabulary status-level."),
        Column(
            "stage_key",
            "The stage at which the level began; it did not where the milestone lacks it.",
            _stage_of_effect,
        ),
    ),
    key=("milestone", "effect_key"),
    references=(_OF_MILESTONE, refers("of_party", "parties")),
)


def _low(member: Member) -> str:
    return _digits(quantity.parse(member.body["value"]).low)


def _high(member: Member) -> str:
    return _digits(quantity.parse(member.body["value"]).high)


def _unit(member: Member) -> str:
    return quantity.parse(member.body["value"]).unit


def _digits(number: str | None) -> str:
    """Return a number without an exponent, all its digits kept."""
    return f"{Decimal(number):f}" if number else ""


QUANTITIES = Table(
    "quantities",
    "Amounts that belong to a milestone, such as loans, lengths and numbers of people",
    members("milestone", "quantities", "kind"),
    (
        owner("milestone"),
        key("quantity_key", "quantity"),
        plain("kind", "What is counted or measured: a term of the vocabulary quantity-kind."),
        plain("value", "The quantity as the record has it: a number or a range, and a unit."),
        Column("low", "The number, or the lower end of a range; empty where open.", _low, "number"),
        Column(
            "high", "The number, or the upper end of a range; empty where open.", _high, "number"
        ),
        Column("unit", "An ISO 4217 or SI unit; empty for a count.", _unit),
    ),
    key=("milestone", "quantity_key"),
    references=(_OF_MILESTONE,),
)


LINKS = Table(
    "links",
    "How milestones relate to each other",
    members("milestone", "links", "target"),
    (
        owner("milestone"),
        plain("relation", "How it relates to the target: a term of the vocabulary relation."),
        plain("target", "The other milestone (milestones.id)."),
    ),
    key=("milestone", "relation", "target"),
    references=(_OF_MILESTONE, refers("target", "milestones")),
)
TABLES = (STAGES, ACTORS, AGENDA, EFFECTS, QUANTITIES, LINKS)
