"""Reports as others read them: SARIF by its own JSON Schema, JUnit by a library."""

import json
import os
from pathlib import Path
from typing import Final

import jsonschema
import junitparser
import pytest

from findings import DOUBTFUL, HOSTILE, WRONG, many
from milepost.reports import formatted
from milepost.reports.report import Report

pytestmark = pytest.mark.judge

MODULES: Final = Path(
    os.environ.get("MILEPOST_NODE_MODULES")
    or Path(__file__).resolve().parents[2] / "build" / "node_modules"
)
SCHEMA: Final = MODULES / "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"
REPORTS: Final = {
    "clean": Report((), 3),
    "of both severities": Report((WRONG, DOUBTFUL), 3),
    "with hostile text": Report((HOSTILE,), 3),
    "of many findings": Report(many(300), 300),
}


@pytest.mark.parametrize("name", REPORTS)
def test_a_sarif_report_follows_the_schema_of_sarif(name: str) -> None:
    if not SCHEMA.exists():
        pytest.skip("needs npm package @microsoft/jest-sarif: make judges")
    schema = json.loads(SCHEMA.read_text("utf-8"))
    log = json.loads(formatted(REPORTS[name], "sarif"))

    assert [] == [error.message for error in jsonschema.Draft4Validator(schema).iter_errors(log)]


@pytest.mark.parametrize("name", REPORTS)
def test_a_junit_report_is_read_with_its_failures(name: str) -> None:
    report = REPORTS[name]
    read = junitparser.JUnitXml.fromstring(formatted(report, "junit").encode())
    failed = [
        (case.classname, result.type)
        for suite in read
        for case in suite
        for result in case.result
        if isinstance(result, junitparser.Failure)
    ]
    errors = [found for found in report.findings if found.severity == "error"]

    assert (len(report.findings) + 1, len(errors)) == (read.tests, read.failures)
    assert [found.rule for found in errors] == [rule for _, rule in failed]
