"""What changed between two states, its category, and the part of the number that it raises."""

import json
from typing import Any

import pytest

from changing import (
    FILES,
    SCHEMAS,
    SMALL,
    Change,
    a_tombstone,
    body_of,
    path_of,
    side,
    since_small,
    with_changed,
    without,
)
from milepost.canonical import encode
from milepost.changes.change import ValueChange
from milepost.changes.columns import column_changes
from milepost.changes.comparison import as_object, compare
from milepost.changes.differences import Difference, differences
from milepost.changes.markdown import as_markdown
from milepost.changes.policy import BY_NAME, CATEGORIES
from milepost.changes.schemas import schema_changes
from milepost.changes.side import Typed
from milepost.changes.text import as_text

UPGRADE = "mp-bqdztmr"
DATE = "/stages/agreed/date"


def told(name: str, change: Change) -> list[tuple[str, str]]:
    """Return address and category of each value that changes with a record."""
    comparison = since_small(with_changed(name, change))
    return [(v.address, v.category) for record in comparison.records for v in record.values]


def with_stage(**members: Any) -> Change:
    """Return what changes the first stage of a milestone."""
    return lambda body: body["stages"][0].update(members)


def test_a_dataset_compared_with_itself_has_no_changes() -> None:
    comparison = since_small(FILES)
    assert ("none", [], []) == (comparison.bump, comparison.records, comparison.schemas)


def test_a_date_that_lies_within_the_old_one_is_precision() -> None:
    assert [(DATE, "precision")] == told(UPGRADE, with_stage(date="2022-04"))


def test_a_date_that_excludes_the_old_one_is_another_value() -> None:
    assert [(DATE, "value")] == told(UPGRADE, with_stage(date="2022-05"))


def test_the_date_that_stands_for_a_milestone_is_its_headline() -> None:
    def later(body: dict[str, Any]) -> None:
        (stage,) = [s for s in body["stages"] if s.get("headline")]
        stage["date"] = "1999"

    comparison = since_small(with_changed(UPGRADE, later))
    assert ["headline value"] == [v.category for v in comparison.records[0].values]
    (headline,) = comparison.impact.headlines
    assert (UPGRADE, "1999", "incompatible") == tuple(
        headline[name] for name in ("milestone", "new", "relation")
    )


def test_a_changed_headline_moves_levels_and_cells() -> None:
    def later(body: dict[str, Any]) -> None:
        (stage,) = [s for s in body["stages"] if s.get("headline")]
        stage["date"] = "2020"

    impact = since_small(with_changed(UPGRADE, later)).impact
    levels = {(level["level"], level["new"]) for level in impact.levels}
    assert ("comprehensive-strategic-partnership", "from 2020") in levels
    moved = {(c["column"], c["year"]) for c in impact.cells if c["table"] == "dyad_year"}
    assert ("partnership_last", "2021") in moved


def test_the_reason_of_the_resolution_goes_with_the_change() -> None:
    reason = body_of(UPGRADE)["resolutions"][DATE][0]["rationale"]["en"]
    comparison = since_small(with_changed(UPGRADE, with_stage(date="2022-04")))
    assert [reason] == [v.reason for v in comparison.records[0].values]


@pytest.mark.parametrize(
    ("category", "name", "change"),
    [
        ("label", UPGRADE, lambda body: body["title"].update(en="Another title")),
        ("evidence", UPGRADE, lambda body: body["evidence"][0].update(note={"en": "N."})),
        ("classification", UPGRADE, lambda body: body.update(type="summit-meeting")),
        ("value removed", UPGRADE, lambda body: body["stages"][0].pop("place")),
        ("source", "ppp-2023-fireworks", lambda body: body.update(publisher={"en": "P"})),
        ("coverage", "jpn-khm", lambda body: body["coverage"][0].update(to="2024")),
        ("label", "kumamoto", lambda body: body["name"].update(en="Kumamoto City")),
        ("classification", "kumamoto", lambda body: body.pop("within", None)),
        ("terms of use", "milepost", lambda body: body.update(licence="CC0-1.0")),
        ("label", "milepost", lambda body: body["title"].update(en="Another")),
        ("term removed", "stage", lambda body: body["terms"].pop()),
        ("label", "stage", lambda body: body["terms"][0]["label"].update(en="Another")),
        ("order", UPGRADE, lambda body: body["evidence"].reverse()),
    ],
)
def test_a_change_has_the_category_of_what_it_touches(
    category: str, name: str, change: Change
) -> None:
    assert {category} == {found for _, found in told(name, change)}


def test_another_definition_is_another_meaning_and_other_marks_are_not() -> None:
    def reworded(text: str) -> Change:
        return lambda body: body["terms"][0]["definition"].update(en=text)

    definition = body_of("stage")["terms"][0]["definition"]["en"]
    assert ["term redefined"] == [c for _, c in told("stage", reworded("Something else."))]
    assert ["label"] == [c for _, c in told("stage", reworded(f"{definition.upper()}!"))]


def test_a_record_that_is_gone_without_a_tombstone_is_lost() -> None:
    comparison = since_small(without(UPGRADE))
    assert [("lost", UPGRADE)] == [(r.fate, r.id) for r in comparison.records]
    assert "major" == comparison.bump


@pytest.mark.parametrize(
    ("fate", "targets"),
    [("withdrawn", ()), ("merged", ("mp-fp0tj7b",)), ("moved", ("mp-fp0tj7b",))],
)
def test_a_tombstone_tells_what_became_of_a_record(fate: str, targets: tuple[str, ...]) -> None:
    stone = a_tombstone("milestone", UPGRADE, fate, *targets)
    comparison = since_small(without(UPGRADE, stone))
    (gone,) = comparison.records
    assert (fate, targets, "The two told the same.") == (gone.fate, gone.targets, gone.reason)
    assert "minor" == comparison.bump


def test_a_tombstone_that_is_gone_leaves_its_identifier_lost() -> None:
    buried = side(without(UPGRADE, a_tombstone("milestone", UPGRADE, "withdrawn")))
    comparison = compare(buried, side(without(UPGRADE)))
    assert [("lost", UPGRADE)] == [(r.fate, r.id) for r in comparison.records]


def test_a_vocabulary_that_is_withdrawn_breaks_what_was_coded_with_it() -> None:
    stone = a_tombstone("vocabulary", "protocol", "withdrawn")
    assert "major" == since_small(without("protocol", stone)).bump


def test_a_new_record_is_added() -> None:
    body = {**body_of("kumamoto"), "id": "kumamoto-castle"}
    comparison = since_small({**FILES, "dataset/places/kumamoto-castle.json": encode(body)})
    assert [("added", "kumamoto-castle")] == [(r.fate, r.id) for r in comparison.records]
    assert "minor" == comparison.bump


def test_members_without_a_key_are_told_apart_by_what_they_are() -> None:
    old, new = [{"a": 1}, {"a": 2}], [{"a": 2}, {"a": 3}]
    expected = [Difference("/0", {"a": 1}, None), Difference("/1", None, {"a": 3})]
    assert expected == list(differences(old, new))


def test_another_order_is_told_once() -> None:
    assert [Difference("", ["a", "b"], ["b", "a"])] == list(differences(["a", "b"], ["b", "a"]))
    twice = [{"a": 1}, {"a": 1}, {"a": 2}]
    assert [Difference("", twice, twice[::-1])] == list(differences(twice, twice[::-1]))


def of_schema(**changed: Any) -> list[tuple[str, str]]:
    """Return what changes where the place schema is another."""
    documents = {**SCHEMAS.documents, "place": {**SCHEMAS.documents["place"], **changed}}
    return [(c.address, c.category) for c in schema_changes(SCHEMAS.documents, documents)]


def test_properties_come_go_and_become_others() -> None:
    properties = SCHEMAS.documents["place"]["properties"]
    rest = {name: part for name, part in properties.items() if name != "point"}
    added = {**properties, "height": {"type": "string", "title": "H"}}
    retyped = {**properties, "id": {**properties["id"], "$ref": "values.schema.json#/$defs/text"}}
    worded = {**properties, "id": {**properties["id"], "title": "Name"}}

    assert [("place/properties/point", "property removed")] == of_schema(properties=rest)
    assert [("place/properties/height", "property added")] == of_schema(properties=added)
    assert [("place/properties/id/$ref", "property retyped")] == of_schema(properties=retyped)
    assert [("place/properties/id/title", "wording")] == of_schema(properties=worded)


def test_what_is_asked_for_comes_and_goes() -> None:
    required = SCHEMAS.documents["place"]["required"]
    assert [("place/within", "property required")] == of_schema(required=[*required, "within"])
    assert [("place/name", "property now optional")] == of_schema(
        required=[name for name in required if name != "name"]
    )


def test_a_schema_comes_or_goes() -> None:
    assert [ValueChange("a", "schema added")] == schema_changes({}, {"a": {}})
    assert [ValueChange("a", "schema removed")] == schema_changes({"a": {}}, {})


@pytest.mark.parametrize(
    ("expected", "after"),
    [
        ([], "a b"),
        ([("t/c", "column appended")], "a b c"),
        ([("t/b", "column removed")], "a"),
        ([("t/a", "column removed")], "b"),
        ([("t/b", "column moved"), ("t/a", "column moved")], "b a"),
        ([("t/c", "column moved"), ("t/b", "column moved")], "a c b"),
        ([("t/b", "column removed"), ("t/c", "column appended")], "a c"),
    ],
)
def test_columns_are_appended_removed_or_moved(expected: list[Any], after: str) -> None:
    old, new = ({"t": tuple(Typed(n, "string") for n in names.split())} for names in ("a b", after))
    assert expected == [(c.address, c.category) for c in column_changes(old, new)]


def test_tables_and_datatypes_are_compared_where_both_sides_tell_them() -> None:
    text, number = {"t": (Typed("a", "string"),)}, {"t": (Typed("a", "integer"),)}
    assert [ValueChange("t/a", "column retyped", "string", "integer")] == column_changes(
        text, number
    )
    assert [ValueChange("t", "table removed")] == column_changes(text, {})
    assert [ValueChange("t", "table added")] == column_changes({}, text)
    assert [] == column_changes(None, text)


def test_the_greatest_number_that_a_change_raises_is_that_of_all() -> None:
    changed = with_changed(UPGRADE, lambda body: body["title"].update(en="Another title"))
    assert "patch" == since_small(changed).bump
    del changed[path_of("kumamoto")]
    assert "major" == since_small(changed).bump


def test_every_change_says_its_number_and_why() -> None:
    told_of = as_object(since_small(with_changed(UPGRADE, with_stage(date="2022-05"))))
    (value,) = told_of["records"][0]["values"]
    assert BY_NAME["value"] == (value["category"], value["bump"], value["why"])
    assert ("minor", "0.1.1") == (told_of["bump"], told_of["least_version"])
    assert json.loads(json.dumps(told_of)) == told_of


def test_a_category_is_named_once() -> None:
    assert len(CATEGORIES) == len(BY_NAME)


def test_the_small_dataset_is_what_it_is_compared_with() -> None:
    assert "0.1.0" == SMALL.version


def test_nothing_that_a_record_says_commands_a_terminal_or_ends_a_span_of_code() -> None:
    def hostile(body: dict[str, Any]) -> None:
        body["title"]["en"] = "\x1b[2J`<b>"

    changed = as_object(since_small(with_changed(UPGRADE, hostile)))
    changes = {"version": "0.1.1", "withdrawn": [], **changed}
    assert "\x1b" not in as_text(changes)
    assert "\\u001b[2J`<b>" in as_text(changes)
    assert "\\`\\<b\\>" in as_markdown(changes)


def test_of_many_cells_the_first_are_told_and_the_rest_counted() -> None:
    cell = {"table": "dyad_year", "dyad": "jpn-khm", "year": "1953", "row": "added"}
    lists: dict[str, list[object]] = {
        name: [] for name in ("records", "schemas", "columns", "headlines", "levels")
    }
    changes = {"version": "0.1.1", "withdrawn": [], **lists, "cells": [cell] * 1060}
    assert as_text(changes).endswith("  and 1,000 more; the JSON has them all\n")
