"""Findings as JSON for programs: an object with a list, each with the fields of Finding."""

import json
from dataclasses import asdict

from milepost.model import Finding


def as_json(findings: tuple[Finding, ...], _records: int) -> str:
    """Return {"findings": [...]} with the fields of each finding."""
    report = {"findings": [asdict(finding) for finding in findings]}
    return json.dumps(report, indent=2, ensure_ascii=False) + "\n"
