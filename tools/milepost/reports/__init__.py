"""Findings to text for people and programs: one module a format, loaded when it is asked for."""

from importlib import import_module

from milepost.reports.report import Report

FORMATS = ("github", "json", "junit", "sarif", "text")


def formatted(report: Report, name: str) -> str:
    """Return a report in one of the formats."""
    module = import_module(f"milepost.reports.{name}_report")
    return str(getattr(module, f"as_{name}")(report))
