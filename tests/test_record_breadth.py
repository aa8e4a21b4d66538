"""How broad the record is: its coverage, and what proves the model beyond one relationship."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from milepost.derive.chronology import chronology
from milepost.derive.numbers import numbers_of
from milepost.evidence.witnesses import independent_sources
from milepost.model import Record
from sites import the_site

DYADS = sorted(the_site().dataset.of("relationship"))
OTHERS = [dyad for dyad in DYADS if dyad != "jpn-khm"]
BROKERS = {"mediator", "co-chair"}


def milestones(dyad: str) -> list[Record]:
    return chronology(the_site().dataset, dyad)


def of_type(milestone_type: str) -> list[Record]:
    records = the_site().dataset.of("milestone").values()
    return [record for record in records if record.body["type"] == milestone_type]


def types_of(records: Iterable[Record]) -> set[str]:
    return {record.body["type"] for record in records}


def test_three_more_relationships_prove_the_model() -> None:
    assert 3 <= len(OTHERS)


@pytest.mark.parametrize("dyad", OTHERS)
def test_a_further_relationship_has_twelve_milestones_of_five_types(dyad: str) -> None:
    assert 12 <= len(milestones(dyad))
    assert 5 <= len(types_of(milestones(dyad)))


@pytest.mark.parametrize("dyad", OTHERS)
def test_a_further_relationship_has_sources_in_two_languages_and_a_dispute(dyad: str) -> None:
    numbers = numbers_of(the_site().view, dyad)

    assert 2 <= len(numbers.languages)
    assert 1 <= numbers.disputes


@pytest.mark.parametrize("dyad", DYADS)
def test_at_least_half_of_what_is_cited_was_read(dyad: str) -> None:
    numbers = numbers_of(the_site().view, dyad)

    assert numbers.entries <= 2 * numbers.first_hand


@pytest.mark.parametrize("dyad", DYADS)
def test_coverage_names_each_type_that_is_recorded(dyad: str) -> None:
    coverage = the_site().dataset.of("relationship")[dyad].body["coverage"]
    named = {name for part in coverage for name in part.get("types", [])}

    assert set() == types_of(milestones(dyad)) - named


@pytest.mark.parametrize("dyad", DYADS)
def test_coverage_spans_the_years_that_are_recorded(dyad: str) -> None:
    coverage = the_site().dataset.of("relationship")[dyad].body["coverage"]
    years = {Path(record.path).name.partition("-")[0] for record in milestones(dyad)}

    assert min(part["from"] for part in coverage) <= min(years)
    assert max(years) <= max(part["to"] for part in coverage)


@pytest.mark.parametrize(
    "milestone_type", ["severance-of-relations", "boundary-treaty", "friendship-treaty"]
)
def test_a_severance_a_boundary_treaty_and_an_alliance_have_independent_roots(
    milestone_type: str,
) -> None:
    beyond = [r for r in of_type(milestone_type) if "jpn-khm" not in r.body["relationships"]]

    assert beyond
    assert any(2 <= independent_sources(the_site().dataset, record) for record in beyond)


def test_a_third_country_that_brought_two_together_is_an_actor_of_neither_side() -> None:
    brokers = {
        (record.id, actor["actor"])
        for record in the_site().dataset.of("milestone").values()
        for actor in record.body.get("actors", [])
        if actor["role"] in BROKERS and actor["side"] == "other"
    }
    states = {(record, actor) for record, actor in brokers if actor in {"fra", "idn"}}

    assert 3 <= len(states)


def test_one_event_of_two_relationships_is_stored_once() -> None:
    shared = [
        record
        for record in the_site().dataset.of("milestone").values()
        if 1 < len(record.body["relationships"])
    ]

    assert shared
    for record in shared:
        assert all(record in milestones(dyad) for dyad in record.body["relationships"])
