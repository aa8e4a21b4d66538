"""The record in numbers: counted from the dataset, and every note of disagreement accounted for."""

import json
from collections import Counter
from pathlib import Path

import pytest

from golden import small
from milepost.derive.numbers import numbers_of
from milepost.evidence.statements import Statement
from sites import the_site

ROOT = Path(__file__).parents[1]
NOTES = json.loads((ROOT / "docs/disagreements.json").read_text("utf-8"))
ACCOUNTS = {
    "dispute",
    "different-act",
    "coarser",
    "conversion",
    "variant",
    "outside-the-model",
    "not-supported",
}


def statements_at(note: dict[str, str]) -> list[Statement]:
    record = the_site().dataset.of("milestone")[note["milestone"]]
    return [s for s in the_site().statements(record) if s.address == note["pointer"]]


def test_the_numbers_of_the_small_dataset() -> None:
    numbers = numbers_of(small(), "jpn-khm")

    assert (8, 3, 1) == (numbers.milestones, numbers.sources, numbers.disputes)
    assert (25, 25) == (numbers.entries, numbers.first_hand)
    assert (1, Counter({"en": 3})) == (numbers.primary, numbers.languages)
    assert Counter({"different-act": 1}) == numbers.rules


def test_all_notes_are_there() -> None:
    assert 113 == len(NOTES)


@pytest.mark.parametrize("note", NOTES, ids=lambda note: f"{note['lead']}-{note['note'][:30]}")
def test_a_note_is_accounted_for(note: dict[str, str]) -> None:
    assert note["account"] in ACCOUNTS
    assert note["pointer"] or note["reason"]


@pytest.mark.parametrize(
    "note",
    [note for note in NOTES if note["account"] in {"dispute", "coarser"}],
    ids=lambda note: f"{note['lead']}-{note['note'][:30]}",
)
def test_a_note_that_became_a_dispute_is_one_at_its_pointer(note: dict[str, str]) -> None:
    found = statements_at(note)
    disputed = any(s.standing == "disputes" or s.outcome == "open" for s in found)
    coarser = any(s.standing == "coarser" for s in found)

    assert disputed if note["account"] == "dispute" else coarser


@pytest.mark.parametrize(
    "note",
    [note for note in NOTES if note["account"] == "conversion"],
    ids=lambda note: f"{note['lead']}-{note['note'][:30]}",
)
def test_a_note_on_conversions_is_settled_as_such(note: dict[str, str]) -> None:
    assert {"currency-conversion"} == {statement.rule for statement in statements_at(note)}
