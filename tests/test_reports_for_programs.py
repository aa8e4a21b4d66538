"""SARIF and JUnit: what a code host and a CI service read of a check."""

import json
from typing import Any
from xml.etree import ElementTree as ET

from findings import DOUBTFUL, HOSTILE, WRONG, many
from milepost.reports import formatted
from milepost.reports.report import Report
from milepost.rules.catalogue import BY_ID


def run_of(report: Report) -> dict[str, Any]:
    log = json.loads(formatted(report, "sarif"))
    assert "2.1.0" == log["version"]
    (run,) = log["runs"]
    return dict(run)


def test_a_result_of_sarif_has_its_rule_its_level_its_place_and_its_hint() -> None:
    first, second = run_of(Report((WRONG, DOUBTFUL), 2))["results"]

    assert {
        "ruleId": "REF-001",
        "ruleIndex": 1,
        "level": "error",
        "message": {"text": 'there is no place or party "jpm"\ndid you mean "jpn"?'},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {
                        "uri": "dataset/places/kumamoto.json",
                        "uriBaseId": "%SRCROOT%",
                    },
                    "region": {"startLine": 3, "startColumn": 9},
                },
                "logicalLocations": [{"fullyQualifiedName": "/within", "kind": "value"}],
            }
        ],
    } == first
    assert ("DUP-001", 0, "warning") == (second["ruleId"], second["ruleIndex"], second["level"])


def test_sarif_explains_each_rule_that_was_broken_once() -> None:
    rules = run_of(Report((WRONG, *many(3), DOUBTFUL), 2))["tool"]["driver"]["rules"]

    assert ["DUP-001", "REF-001"] == [rule["id"] for rule in rules]
    assert BY_ID["REF-001"].truth == rules[1]["shortDescription"]["text"]
    assert BY_ID["REF-001"].mend == rules[1]["help"]["text"]


def test_an_address_in_sarif_is_a_uri_whatever_the_file_is_named() -> None:
    (result,) = run_of(Report((HOSTILE,), 1))["results"]
    place = result["locations"][0]["physicalLocation"]["artifactLocation"]

    assert "dataset/50%25%0A%3A%3Aerror%3A%3Ax%2C%20y%3Az.json" == place["uri"]


def test_a_clean_check_in_sarif_has_an_empty_list_of_results() -> None:
    assert [] == run_of(Report((), 3))["results"]


def test_a_test_of_junit_fails_for_an_error_and_passes_with_a_note_for_a_warning() -> None:
    (suite,) = ET.fromstring(formatted(Report((WRONG, DOUBTFUL), 2), "junit"))  # noqa: S314 -- our own output
    whole, wrong, doubtful = suite

    assert {"name": "milepost check", "tests": "3", "failures": "1", "errors": "0"} == suite.attrib
    assert "2 records checked: 1 error, 1 warning" == whole.findtext("system-out")
    assert ("dataset/places/kumamoto.json", "REF-001 3:9") == (
        wrong.get("classname"),
        wrong.get("name"),
    )
    assert {"type": "REF-001", "message": WRONG.message} == wrong[0].attrib
    assert "failure" == wrong[0].tag
    assert "DUP-001 (warning) it may be told twice\n" in str(doubtful.findtext("system-out"))


def test_a_junit_report_stays_xml_whatever_a_contributor_wrote() -> None:
    (suite,) = ET.fromstring(formatted(Report((HOSTILE,), 1), "junit"))  # noqa: S314 -- our own output

    assert "100 %\\u000d\\u000a::warning::\\u001b[31m ##[add-mask]x <b>&~~~~" == suite[1][0].get(
        "message"
    )
