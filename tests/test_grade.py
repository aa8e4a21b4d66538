"""Grades: how well a headline is attested, counted by witness and explained in words."""

from typing import Any

import pytest

from builders import a_milestone, a_record, an_entry
from milepost.derive.grade import Grade, grade_of
from milepost.loading import checked_tree
from milepost.model import Dataset
from milepost.reading.tree import Memory
from milepost.rules.view import View
from seeds import FILES, ROOT, SCHEMAS

REAL = checked_tree(ROOT, Memory(FILES), SCHEMAS).view


def a_source(slug: str, kind: str, *stake: str) -> Any:
    return a_record({"id": slug, "kind": kind, "stake": list(stake)}, "source")


SOURCES = {
    source.id: source
    for source in (
        a_source("paper", "news"),
        a_source("journal", "news"),
        a_source("ministry", "government-press-release", "jpn"),
        a_source("embassy", "news", "jpn"),
    )
}


def graded(*entries: dict[str, Any], date: str = "2013-12-15", **more: Any) -> Grade:
    vocabularies = REAL.dataset.of("vocabulary")
    view = View(Dataset({"source": SOURCES, "vocabulary": vocabularies}), SCHEMAS)
    return grade_of(a_record(a_milestone(*entries, date=date, **more)), view)


def says(source: str, date: str = "2013-12-15", read: str = "first-hand") -> dict[str, Any]:
    return {**an_entry(source, date=date), "read": read}


def test_two_witnesses_with_a_primary_source_are_an_a() -> None:
    assert "A" == graded(says("paper"), says("ministry")).letter


def test_two_witnesses_of_one_side_and_no_primary_source_are_a_b() -> None:
    other = {**says("paper"), "speaker": {"who": "minister", "for": "jpn"}}

    assert "B" == graded(says("embassy"), other).letter


def test_one_witness_is_a_c() -> None:
    assert "C" == graded(says("ministry")).letter


def test_a_coarser_claim_is_no_witness_of_the_day() -> None:
    assert "C" == graded(says("paper"), says("ministry", "2013")).letter


def test_what_is_known_from_notes_alone_is_a_d() -> None:
    assert "D" == graded(says("paper", read="relayed"), says("ministry", read="relayed")).letter


def test_an_open_dispute_lowers_an_a_to_a_b() -> None:
    group = {"over": ["paper", "ministry"], "rule": "editorial-judgement", "outcome": "open"}
    found = graded(
        says("paper", "2013"),
        says("ministry", "2014"),
        date="[2013,2014]",
        resolutions={"/stages/signed/date": [group]},
    )

    assert "B" == found.letter


def test_the_grade_explains_itself() -> None:
    expected = (
        "For its headline 2 independent witnesses speak, in 2 sources.",
        "A primary source is among them.",
    )

    assert expected == graded(says("paper"), says("ministry")).reasons


@pytest.mark.parametrize("record", REAL.dataset.of("milestone").values(), ids=lambda r: r.id)
def test_every_milestone_has_a_grade_with_a_reason(record: Any) -> None:
    grade = grade_of(record, REAL)

    assert grade.meaning
    assert grade.reasons
