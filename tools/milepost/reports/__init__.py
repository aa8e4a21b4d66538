"""Findings to text for people and programs: one function a format."""

from collections.abc import Callable

from milepost.model import Finding
from milepost.reports.json_report import as_json
from milepost.reports.text_report import as_text

FORMATS: dict[str, Callable[[tuple[Finding, ...], int], str]] = {"text": as_text, "json": as_json}
