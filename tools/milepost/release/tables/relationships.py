"""The tables of whole relationships: their names, what is covered, and their status over time."""

from milepost.release.tables.cells import joined
from milepost.release.tables.columns import (
    dates,
    dates_by,
    english,
    key,
    listed,
    members,
    owner,
    plain,
    records,
    refers,
    texts,
)
from milepost.release.tables.table import Column, Reference, Table


def _party(position: int) -> Column:
    name = "party_" + "ab"[position]
    return Column(name, "A party (parties.id).", lambda item: str(item.body["parties"][position]))


RELATIONSHIPS = Table(
    "relationships",
    "The pairs of states whose relations are recorded",
    records("relationship"),
    (
        plain("id", "The codes of the two parties in alphabetical order."),
        _party(0),
        _party(1),
        *texts("name", "The name of the relationship"),
        english("summary", "A summary in the editors’ words, in English."),
    ),
    references=(refers("party_a", "parties"), refers("party_b", "parties")),
)
_OF_RELATIONSHIP = refers("relationship", "relationships")
COVERAGE = Table(
    "coverage",
    "What was searched for, in which years and how completely; beyond it, absence says nothing",
    members("relationship", "coverage", "key"),
    (
        owner("relationship"),
        key("coverage_key", "coverage statement"),
        listed("types", "The types of milestone searched for: terms of milestone-type."),
        *dates("from", "The first year or day covered"),
        *dates("to", "The last year or day covered"),
        plain("completeness", "How completely: a term of the vocabulary coverage."),
        english("method", "How it was searched."),
        plain("as_of", "The day for which this is said.", datatype="date"),
    ),
    key=("relationship", "coverage_key"),
    references=(_OF_RELATIONSHIP,),
)
STATUS_INTERVALS = Table(
    "status_intervals",
    "The levels of each relationship over time, computed from the effects of milestones",
    lambda release: release.levels,
    (
        Column("relationship", "The relationship.", lambda level: level.relationship),
        Column("track", "diplomatic, missions or partnership.", lambda i: i.opening.track),
        Column(
            "of_party",
            "Whose mission it is, or which party alone calls the partnership so (parties.id).",
            lambda i: i.opening.of,
        ),
        Column(
            "government",
            "The government (governments.government) for which alone the level holds; empty "
            "where it holds for the whole state.",
            lambda i: i.opening.government,
        ),
        Column(
            "level", "The level: a term of the vocabulary status-level.", lambda i: i.opening.level
        ),
        Column("opened_by", "The milestone that opened it.", lambda i: i.opening.milestone.id),
        Column(
            "opened_at",
            "The stage (stages.stage_key) at which it began.",
            lambda i: i.opening.stage,
        ),
        Column(
            "effect_key",
            "The effect (effects.effect_key) of that milestone that opened it.",
            lambda i: i.opening.key,
        ),
        *dates_by("begin", "When it began", lambda i: i.opening.date),
        Column(
            "closed_by",
            "The milestone that opened the next level on its line; empty while it lasts.",
            lambda i: i.closing.milestone.id if i.closing else "",
        ),
        *dates_by(
            "end", "When the next level began", lambda i: i.closing.date if i.closing else ""
        ),
        Column(
            "entries",
            "The evidence entries of the opening milestone that support the level or its date.",
            lambda level: joined(level.entries),
            "list",
        ),
    ),
    key=("relationship", "opened_by", "effect_key"),
    references=(
        _OF_RELATIONSHIP,
        refers("of_party", "parties"),
        refers("opened_by", "milestones"),
        refers("closed_by", "milestones"),
        Reference(("opened_by", "opened_at"), "stages", ("milestone", "stage_key")),
        Reference(("opened_by", "effect_key"), "effects", ("milestone", "effect_key")),
    ),
)
TABLES = (RELATIONSHIPS, COVERAGE, STATUS_INTERVALS)
