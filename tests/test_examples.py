"""Every example of a rule is checked as a dataset of its own."""

import json

import pytest
from jsonschema import Draft202012Validator

from examples import BASE, BASE_EXAMPLE, EXAMPLES, FOLDER, SCHEMAS, title_of
from milepost.conformance.example import Example, findings_of, stated
from milepost.conformance.patch import patched

UPGRADE = "dataset/milestones/jpn-khm/2023-comprehensive-strategic-partnership.json"
SCHEMA = json.loads((FOLDER / "example.schema.json").read_text("utf-8"))


@pytest.mark.parametrize("example", EXAMPLES, ids=title_of)
def test_an_example_gives_its_findings_and_no_other(example: Example) -> None:
    assert example.expected == stated(findings_of(example, BASE, SCHEMAS))


@pytest.mark.parametrize("example", EXAMPLES, ids=title_of)
def test_an_example_follows_its_schema(example: Example) -> None:
    errors = Draft202012Validator(SCHEMA).iter_errors(dict(example.content))

    assert [] == [error.message for error in errors]


@pytest.mark.parametrize("example", EXAMPLES, ids=title_of)
def test_an_example_is_on_the_side_that_its_name_says(example: Example) -> None:
    side = "valid" if example.is_valid else "invalid"
    broken = {rule for rule, _, _ in example.expected}

    assert example.name.startswith(f"{side}-")
    assert (set() if example.is_valid else {example.rule}) == broken


def test_the_base_breaks_no_rule() -> None:
    assert () == findings_of(Example("", "valid-base", {"about": ""}), BASE, SCHEMAS)


def test_the_base_says_what_it_is() -> None:
    assert "evidence of nothing" in BASE_EXAMPLE.about


def test_the_example_of_the_design_is_the_centre_of_the_base() -> None:
    milestone = BASE[UPGRADE]
    spoken = milestone["evidence"][0]

    assert "mp-2x9zg7k" == milestone["id"]
    assert [
        {"stage": "agreed", "date": "2022-04-23", "place": "kumamoto"},
        {"stage": "in-effect", "date": "2023", "headline": True},
    ] == milestone["stages"]
    assert ["khm", "hun-sen"] == [actor["actor"] for actor in milestone["actors"]]
    assert "asia-pacific-water-summit-4" == milestone["occasion"]
    assert [
        {"topic": "deep-sea-port", "act": "support-reaffirmed", "by": ["kishida-fumio"]}
    ] == milestone["agenda"]
    assert "strategic-partnership" == milestone["effects"][0]["from"]
    assert [{"kind": "loan", "value": "41.39E9 JPY"}] == milestone["quantities"]
    assert [{"relation": "upgrades", "target": "mp-7b3k1ff"}] == milestone["links"]
    assert "kao-kim-hourn" == spoken["speaker"]["who"]
    assert "context-year" == spoken["derivation"]["/stages/agreed/date"]["rule"]
    assert "/stages/in-effect/date" == milestone["resolutions"]["/stages/agreed/date"][0]["to"]


def test_a_patch_changes_a_copy() -> None:
    value = {"a": [1, 3]}
    operations: list[dict[str, object]] = [
        {"op": "add", "path": "/a/1", "value": 2},
        {"op": "add", "path": "/a/-", "value": 4},
        {"op": "replace", "path": "/a/0", "value": 0},
        {"op": "add", "path": "/b~1c", "value": {}},
    ]

    assert {"a": [0, 2, 3, 4], "b/c": {}} == patched(value, operations)
    assert {"a": [1, 3]} == value


@pytest.mark.parametrize(
    "operation",
    [
        {"op": "remove", "path": "/b"},
        {"op": "replace", "path": "/a/9", "value": 1},
        {"op": "add", "path": "/b/c", "value": 1},
        {"op": "remove", "path": "/a/-"},
    ],
)
def test_a_patch_that_leads_nowhere_is_refused(operation: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="leads nowhere"):
        patched({"a": [1]}, [operation])
