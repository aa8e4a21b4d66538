"""The fourteen facts of the seed articles are in the dataset, and none can be changed unnoticed."""

import copy
from collections.abc import Iterator
from functools import cache
from itertools import takewhile
from typing import Any

import pytest

from milepost.cli.show import described
from milepost.derive.labels import label_of
from milepost.loading import checked_tree
from milepost.model import Path, Record
from milepost.reading.tree import Memory
from milepost.schema.plan import values_of
from milepost.site.phrase import plain
from milepost.site.wording import value_phrase
from seeds import FILES, ROOT, SCHEMAS, Claim, claims, entry_of, findings_with, names, silent_at
from sites import built, read, the_site

CLEAN = checked_tree(ROOT, Memory(FILES), SCHEMAS)
ANOTHER = "something-else"
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

    # A member that is named by its value has another pointer once the value is another.
    renamed = claim.pointer.replace(claim.value, ANOTHER)
    found = findings_with(record.path, changed)
    assert names(claim.pointer, found) or names(renamed, found)


@pytest.mark.parametrize("claim", CLAIMS, ids=str)
def test_a_value_without_its_evidence_is_found_at_its_pointer(claim: Claim) -> None:
    record = the_record(claim)
    silent = silent_at(claim.pointer, record.body)

    assert names(claim.pointer, findings_with(record.path, silent))


def with_another_value(record: Record, pointer: str) -> Any:
    """Return a record whose value at a pointer is another one of the same kind."""
    facts = values_of(SCHEMAS.facts["milestone"], record.body)
    value = next(value for value in facts if value.address == pointer)
    other = "1901-01-01" if value.field.compare == "date" else ANOTHER
    return replaced(record.body, value.at, other)


def replaced(body: Any, at: Path, value: str) -> Any:
    changed = copy.deepcopy(dict(body))
    place: Any = changed
    for step in at[:-1]:
        place = place[step]
    place[at[-1]] = value
    return changed


@cache
def page_of(identifier: str) -> list[tuple[str, str, str]]:
    """Return address, source and claimed value of every claim on a milestone's page."""
    page = (built() / "milestones" / f"{identifier}.html").read_text("utf-8")
    found: list[tuple[str, str, str]] = []
    row: list[tuple[str, str]] = []
    for _, attributes in read(page).elements:
        if "mp-row" in str(attributes.get("class", "")):
            row = []
        if "data-address" in attributes:
            row.append((str(attributes["data-address"]), str(attributes["data-value"])))
        if "data-entry" in attributes:
            found.extend(shown(row, attributes))
    return found


def shown(
    row: list[tuple[str, str]], claim: dict[str, str | None]
) -> Iterator[tuple[str, str, str]]:
    """Yield what a claim says at each address of its row; values that agree share one claim."""
    source, said = str(claim["data-source"]), str(claim["data-value"])
    for address, published in row:
        yield address, source, said if len(row) == 1 else published


@pytest.mark.parametrize("claim", CLAIMS, ids=str)
def test_a_fact_is_on_the_page_with_its_source(claim: Claim) -> None:
    assert (claim.pointer, claim.source, claim.value) in page_of(claim.record)


@pytest.mark.parametrize("claim", CLAIMS, ids=str)
def test_a_fact_is_shown_by_the_command_with_its_source_and_paragraph(claim: Claim) -> None:
    record = the_record(claim)
    field = the_site().facts(record)[claim.pointer].field
    value = plain(value_phrase(the_site(), field, claim.value))
    source = label_of(CLEAN.view.dataset.of("source")[claim.source])
    lines = list(described(CLEAN.view, record))
    start = next(i for i, line in enumerate(lines) if f" [{claim.pointer}: " in line)
    under = list(takewhile(bool, lines[start + 1 :]))

    assert any(
        f" {value}: " in line and f"{source} (" in line and line.endswith(place(claim))
        for line in under
    )


def place(claim: Claim) -> str:
    return f", paragraph {claim.paragraph}"
