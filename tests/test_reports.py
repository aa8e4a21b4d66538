"""Reports: findings as lines for people and as JSON for programs."""

import json
from pathlib import Path

import jsonschema

from milepost.model import Finding
from milepost.reports import FORMATS

ROOT = Path(__file__).parents[1]
WRONG = Finding(
    "dataset/places/kumamoto.json", 3, 9, "REF-001", "error", "/within",
    'there is no place or party "jpm"', 'did you mean "jpn"?',
)  # fmt: skip
DOUBTFUL = Finding("dataset/a.json", 1, 1, "DUP-001", "warning", "", "it may be told twice")


def test_a_finding_is_its_place_its_rule_its_message_and_its_hint() -> None:
    expected = """\
dataset/places/kumamoto.json:3:9 REF-001 there is no place or party "jpm"
    hint: did you mean "jpn"?
dataset/a.json:1:1 DUP-001 (warning) it may be told twice
1,204 records checked: 1 error, 1 warning
"""

    assert expected == FORMATS["text"]((WRONG, DOUBTFUL), 1204)


def test_the_json_report_follows_its_schema() -> None:
    report = json.loads(FORMATS["json"]((WRONG, DOUBTFUL), 2))
    schema = json.loads((ROOT / "schema/v1/findings.schema.json").read_text("utf-8"))

    jsonschema.Draft202012Validator(schema).validate(report)
    assert ["REF-001", "DUP-001"] == [finding["rule"] for finding in report["findings"]]
