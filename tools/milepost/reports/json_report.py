"""Findings as JSON for programs: an object with a list, each with the fields of Finding."""

import json

from milepost.reports.report import Report


def as_json(report: Report) -> str:
    """Return {"findings": [...]} with the fields of each finding."""
    whole = {"findings": [finding._asdict() for finding in report.findings]}
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"
