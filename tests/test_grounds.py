"""Grounds of a level: who says that it began, and not who calls it something else."""

from typing import Any

from builders import a_milestone, a_record, an_entry
from golden import small
from milepost.derive.grounds import supporting_entries, supporting_sources
from milepost.derive.status import openings
from milepost.evidence.statements import statements
from milepost.model import Dataset
from milepost.rules.view import View
from seeds import SCHEMAS
from sites import the_site

LEVEL = "/effects/diplomatic/level"


def sources(*entries: dict[str, Any]) -> tuple[str, ...]:
    effects = [{"track": "diplomatic", "level": "suspended", "at": "signed"}]
    record = a_record(a_milestone(*entries, date="1977-12-31", effects=effects))
    records = {"milestone": {record.id: record}, "vocabulary": small().dataset.of("vocabulary")}
    view = View(Dataset(records), SCHEMAS)
    return supporting_sources(view, next(openings(record)))


def says(source: str, date: str, level: str = "") -> dict[str, Any]:
    entry = an_entry(source, date=date)
    return {**entry, "says": {**entry["says"], **({LEVEL: level} if level else {})}}


def test_who_says_the_level_comes_before_who_says_the_date_alone() -> None:
    dated, both = says("dated", "1977-12-31"), says("both", "1977-12-31", "suspended")

    assert ("both", "dated") == sources(dated, both)


def test_who_calls_it_something_else_is_no_ground_for_it() -> None:
    rival, both = says("rival", "1977-12-31", "severed"), says("both", "1977-12-31", "suspended")

    assert ("both",) == sources(rival, both)


def test_the_statements_at_hand_give_the_same_grounds_as_a_weighing() -> None:
    view = the_site().view
    found = [o for record in view.dataset.of("milestone").values() for o in openings(record)]

    weighed = [supporting_entries(view, opening) for opening in found]

    assert any(weighed)
    assert weighed == [supporting_entries(view, o, statements(o.milestone, view)) for o in found]
