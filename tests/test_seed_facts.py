"""The fourteen facts of the seed articles are in the dataset, and none can be changed unnoticed."""

import copy
from typing import Any

import pytest

from milepost.loading import checked_tree
from milepost.model import Path, Record
from milepost.reading.tree import Memory
from milepost.schema.plan import values_of
from seeds import FILES, ROOT, SCHEMAS, Claim, claims, entry_of, findings_with, names, silent_at

CLEAN = checked_tree(ROOT, Memory(FILES), SCHEMAS)
CLAIMS = list(claims())


def the_record(claim: Claim) -> Record:
    return CLEAN.view.dataset.of("milestone")[claim.record]


def test_the_dataset_is_clean() -> None:
    assert () == CLEAN.findings


def test_all_fourteen_facts_are_listed() -> None:
    assert list(range(1, 15)) == sorted({claim.fact for claim in CLAIMS})


@pytest.mark.parametrize("claim", CLAIMS, ids=str)
def test_a_fact_is_a_claim_with_its_source_speaker_and_paragraph(claim: Claim) -> None:
    entry = entry_of(claim, the_record(claim))

    assert entry is not None
    assert "text-1" == entry["locator"]["span"]["profile"]


@pytest.mark.parametrize("claim", CLAIMS, ids=str)
def test_a_changed_value_is_found_at_its_pointer(claim: Claim) -> None:
    record = the_record(claim)
    changed = with_another_value(record, claim.pointer)

    assert names(claim.pointer, findings_with(record.path, changed))


@pytest.mark.parametrize("claim", CLAIMS, ids=str)
def test_a_value_without_its_evidence_is_found_at_its_pointer(claim: Claim) -> None:
    record = the_record(claim)
    silent = silent_at(claim.pointer, record.body)

    assert names(claim.pointer, findings_with(record.path, silent))


def with_another_value(record: Record, pointer: str) -> Any:
    """Return a record whose value at a pointer is another one of the same kind."""
    facts = values_of(SCHEMAS.facts["milestone"], record.body)
    value = next(value for value in facts if value.address == pointer)
    other = "1901-01-01" if value.field.compare == "date" else "something-else"
    return replaced(record.body, value.at, other)


def replaced(body: Any, at: Path, value: str) -> Any:
    changed = copy.deepcopy(dict(body))
    place: Any = changed
    for step in at[:-1]:
        place = place[step]
    place[at[-1]] = value
    return changed
