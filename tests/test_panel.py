"""The panel: a zero only inside complete coverage, and a level only where it is certain."""

from typing import Any

import pytest

from builders import a_record
from milepost.derive.panel import dyad_year, dyad_year_directed
from milepost.derive.panel_counts import groups_of_types
from milepost.derive.panel_levels import Row
from milepost.loading import checked_tree
from milepost.model import Dataset, Record
from milepost.reading.tree import Memory
from milepost.release.tables.panel import DYAD_YEAR, GROUPS
from seeds import FILES, ROOT, SCHEMAS

REAL = checked_tree(ROOT, Memory(FILES), SCHEMAS).view.dataset
VISITS = ["head-of-state-visit", "head-of-government-visit"]


def a_relationship(
    completeness: str, types: list[str], start: str = "2012", end: str = "2016"
) -> Record:
    statement = {"types": types, "from": start, "to": end, "completeness": completeness}
    body = {"id": "jpn-khm", "parties": ["jpn", "khm"], "coverage": [statement]}
    return a_record(body, "relationship")


def a_milestone(identifier: str, kind: str, stage: str, date: str, **more: Any) -> Record:
    stages = [{"stage": stage, "date": date}]
    body = {"id": identifier, "relationships": ["jpn-khm"], "type": kind, "stages": stages}
    return a_record({**body, **more})


def rows(relationship: Record, *milestones: Record) -> dict[str, Row]:
    records = {
        **REAL.records,
        "relationship": {relationship.id: relationship},
        "milestone": {m.id: m for m in milestones},
    }
    return {row["year"]: row for row in dyad_year(Dataset(records))}


def all_visits() -> list[str]:
    terms = REAL.of("vocabulary")["milestone-type"].body["terms"]
    return [t["id"] for t in terms if "visit" in t.get("broader", ())]


def test_every_year_of_the_coverage_has_a_row() -> None:
    assert ["2012", "2013", "2014", "2015", "2016"] == list(rows(a_relationship("partial", VISITS)))


def test_nothing_recorded_is_a_zero_where_the_whole_group_was_looked_for() -> None:
    assert "0" == rows(a_relationship("complete", all_visits()))["2014"]["n_visit"]


@pytest.mark.parametrize("completeness", ["partial", "selective", "not-collected"])
def test_nothing_recorded_is_unknown_where_the_search_was_not_complete(completeness: str) -> None:
    assert "" == rows(a_relationship(completeness, all_visits()))["2014"]["n_visit"]


def test_nothing_recorded_is_unknown_where_a_type_of_the_group_was_left_out() -> None:
    assert "" == rows(a_relationship("complete", VISITS))["2014"]["n_visit"]


def test_a_year_that_is_covered_in_part_is_not_covered() -> None:
    covered = rows(a_relationship("complete", all_visits(), start="2012-03", end="2013"))

    assert ["", "0"] == [covered["2012"]["n_visit"], covered["2013"]["n_visit"]]


def test_what_was_found_is_counted_whatever_the_coverage() -> None:
    visit = a_milestone("mp-1", "head-of-state-visit", "occurred", "2014-05-02")

    assert "1" == rows(a_relationship("partial", VISITS), visit)["2014"]["n_visit"]


def test_a_milestone_of_uncertain_year_is_counted_as_possible_in_both() -> None:
    visit = a_milestone("mp-1", "head-of-state-visit", "occurred", "[2013,2014]")
    found = rows(a_relationship("partial", VISITS), visit)

    assert [("", "1"), ("", "1")] == [
        (found[year]["n_visit"], found[year]["n_possible"]) for year in ("2013", "2014")
    ]


def test_what_was_only_planned_did_not_happen() -> None:
    visit = a_milestone("mp-1", "head-of-state-visit", "planned", "2014-05-02")

    assert "0" == rows(a_relationship("complete", all_visits()), visit)["2014"]["n_visit"]


def test_the_level_of_a_year_of_change_is_given_at_both_of_its_ends() -> None:
    effects = [{"track": "partnership", "level": "strategic-partnership"}]
    upgrade = a_milestone("mp-1", "partnership-upgrade", "in-effect", "2013-12-15", effects=effects)
    row = rows(a_relationship("partial", VISITS), upgrade)["2013"]

    assert ("", "strategic-partnership") == (row["partnership_first"], row["partnership_last"])


def test_cambodia_is_no_member_when_relations_begin_and_one_before_the_year_is_out() -> None:
    row = next(row for row in dyad_year(REAL) if row["year"] == "1953")

    assert ("811", "1", "1") == (row["cow2"], row["in_cow2"], row["in_cow_both"])


def test_a_list_that_was_not_read_says_nothing() -> None:
    row = next(row for row in dyad_year(REAL) if row["year"] == "1953")

    assert ("", "", "") == (row["gw1"], row["in_gw1"], row["in_gw_both"])


def test_two_states_of_one_year_may_never_have_met() -> None:
    relationship = a_relationship("partial", VISITS, start="1945", end="1953")
    found = rows(relationship)

    assert [("1", "0"), ("0", "0"), ("1", "0"), ("1", "1")] == [
        (found[year]["in_cow1"], found[year]["in_cow_both"])
        for year in ("1945", "1950", "1952", "1953")
    ]


def test_the_directed_panel_has_a_row_for_each_sender() -> None:
    rows = [row for row in dyad_year_directed(REAL) if row["dyad"] == "jpn-khm"]

    assert {("JPN", "KHM"), ("KHM", "JPN")} == {(row["iso3c1"], row["iso3c2"]) for row in rows}


def test_the_released_panel_has_a_column_for_every_group_of_types() -> None:
    assert [group.replace("-", "_") for group in groups_of_types(REAL)] == list(GROUPS)


def test_the_released_panel_shows_all_that_was_computed() -> None:
    shown = {f"{column.name}" for column in DYAD_YEAR.columns}
    computed = {
        name.replace("cow", "ccode").replace("gw", "gwcode") if name[:2] in {"co", "gw"} else name
        for name in next(dyad_year(REAL))
    }

    assert computed == shown


def an_act(identifier: str, date: str, level: str, government: str = "") -> Record:
    alone = {"as": government} if government else {}
    effects = [{"track": "diplomatic", "level": level, **alone}]
    kind = "re-establishment-of-relations"
    return a_milestone(identifier, kind, "in-effect", date, effects=effects)


def test_of_two_governments_a_year_has_the_highest_level_and_says_whose_it_is() -> None:
    suspended = an_act("mp-1", "2012-06-01", "suspended", "democratic-kampuchea")
    relations = an_act("mp-2", "2013-06-01", "relations", "people-s-republic")
    found = rows(a_relationship("partial", VISITS), suspended, relations)

    assert [
        ("suspended", "democratic-kampuchea", "relations", "people-s-republic"),
        ("relations", "people-s-republic", "relations", "people-s-republic"),
    ] == [
        tuple(found[year][f"diplomatic_{end}"] for end in ("first", "first_as", "last", "last_as"))
        for year in ("2013", "2014")
    ]


def test_governments_with_one_level_are_named_side_by_side() -> None:
    north = an_act("mp-1", "2012-06-01", "relations", "north")
    south = an_act("mp-2", "2012-07-01", "relations", "south")
    found = rows(a_relationship("partial", VISITS), north, south)

    assert "north|south" == found["2014"]["diplomatic_first_as"]


def test_a_level_of_the_whole_state_names_no_government() -> None:
    found = rows(a_relationship("partial", VISITS), an_act("mp-1", "2012-06-01", "relations"))

    assert ("relations", "") == (
        found["2014"]["diplomatic_first"],
        found["2014"]["diplomatic_first_as"],
    )
