"""A field that the schema marks as factual is compared, with no code that knows of it."""

import json
from copy import deepcopy
from typing import Any

import pytest

from examples import SCHEMAS
from golden import ROOT, files
from milepost.canonical import encode
from milepost.loading import checked_tree
from milepost.reading.tree import Memory
from milepost.schema.engine import Schemas, compiled
from milepost.schema.key_order import ordered

TALKS = "dataset/milestones/jpn-khm/2022-kumamoto-talks.json"
# A value, a claim that supports it, one that says less, and one that says otherwise.
CASES = {
    "date": ("2022-05", "2022-05-01", "2022", "2021"),
    "quantity": ("300 km", "300.2 km", "[200..400] km", "2 km"),
    "place": ("phnom-penh", "phnom-penh-riverbank", "khm", "kumamoto"),
    "exact": ("an oath", "an oath", "", "a toast"),
}


def schemas(compare: str) -> Schemas:
    """Return the schemas with one more property of a milestone, which is compared so."""
    documents: Any = deepcopy(dict(SCHEMAS.documents))
    documents["milestone"]["properties"]["novelty"] = {
        "title": "Novelty",
        "description": "A field that no code has heard of.",
        "examples": ["x"],
        "type": "string",
        "x-compare": compare,
        **({"x-reference": ["place", "party"]} if compare == "place" else {}),
    }
    return compiled(documents)


def broken(compare: str, value: str, *claims: str) -> set[tuple[str, str]]:
    """Return rule and pointer of what is found where sources make claims of the new field."""
    known = schemas(compare)
    body = json.loads(files()[TALKS])
    for entry, said in zip(body["evidence"], claims, strict=False):
        entry["says"]["/novelty"] = said
    written = encode(ordered(known.orders["milestone"], {**body, "novelty": value}))
    found = checked_tree(ROOT, Memory({**files(), TALKS: written}), known).findings
    return {(finding.rule, finding.pointer) for finding in found}


@pytest.mark.parametrize("compare", CASES)
def test_a_claim_that_lies_within_the_value_supports_it(compare: str) -> None:
    value, within, _, _ = CASES[compare]

    assert "EVD-001" not in {rule for rule, _ in broken(compare, value, within)}


@pytest.mark.parametrize("compare", CASES)
def test_a_value_without_a_claim_is_found(compare: str) -> None:
    assert {("EVD-001", "/novelty")} == broken(compare, CASES[compare][0])


@pytest.mark.parametrize("compare", [name for name in CASES if name != "exact"])
def test_a_claim_that_says_less_is_no_support(compare: str) -> None:
    value, _, less, _ = CASES[compare]

    assert {("EVD-001", "/novelty")} == broken(compare, value, less)


@pytest.mark.parametrize("compare", CASES)
def test_a_claim_that_says_otherwise_is_an_unresolved_dispute(compare: str) -> None:
    value, _, _, other = CASES[compare]

    assert "DSP-001" in {rule for rule, _ in broken(compare, value, value, other)}
