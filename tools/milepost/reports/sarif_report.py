"""Findings as SARIF 2.1.0 (OASIS), which code hosts and editors take in."""

import json
from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import quote

from milepost.model import Finding
from milepost.reports.report import Report
from milepost.rules.catalogue import BY_ID
from milepost.rules.registry import Rule

VERSION: Final = "2.1.0"


def as_sarif(report: Report) -> str:
    """Return a log of one run: the rules that were broken, and a result for each finding."""
    broken = sorted({finding.rule for finding in report.findings})
    places = {rule: position for position, rule in enumerate(broken)}
    run = {
        "tool": {"driver": {"name": "milepost", "rules": [_rule(BY_ID[rule]) for rule in broken]}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, places) for finding in report.findings],
    }
    return json.dumps({"version": VERSION, "runs": [run]}, indent=2, ensure_ascii=False) + "\n"


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "name": rule.name,
        "shortDescription": {"text": rule.truth},
        "fullDescription": {"text": rule.reason},
        "help": {"text": rule.mend},
        "defaultConfiguration": {"level": rule.severity},
    }


def _result(finding: Finding, places: Mapping[str, int]) -> dict[str, Any]:
    text = "\n".join(part for part in (finding.message, finding.hint) if part)
    return {
        "ruleId": finding.rule,
        "ruleIndex": places[finding.rule],
        "level": finding.severity,
        "message": {"text": text},
        "locations": [_location(finding)],
    }


def _location(finding: Finding) -> dict[str, Any]:
    physical = {
        "artifactLocation": {"uri": _uri(finding.path), "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": finding.line, "startColumn": finding.column},
    }
    if not finding.pointer:
        return {"physicalLocation": physical}
    logical = [{"fullyQualifiedName": finding.pointer, "kind": "value"}]
    return {"physicalLocation": physical, "logicalLocations": logical}


def _uri(path: str) -> str:
    return quote(path.encode("utf-8", "surrogateescape"))
