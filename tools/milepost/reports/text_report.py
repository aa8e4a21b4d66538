"""Findings as lines for people: place, rule and message, and the hint beneath."""

from collections import Counter
from collections.abc import Iterable

from milepost.model import Finding
from milepost.reports.report import Report
from milepost.reports.visible import visible

# Codes of ECMA-48 for the parts of a finding.
_BOLD, _RED, _YELLOW, _CYAN, _PLAIN = (f"\x1b[{code}m" for code in (1, 31, 33, 36, 0))
_COLOURS = {"error": _RED, "warning": _YELLOW}


def as_text(report: Report) -> str:
    """Return one block a finding and a last line that counts."""
    show = _coloured if report.colour else block
    return "".join(map(show, report.findings)) + f"{summary(report)}\n"


def block(finding: Finding) -> str:
    """Return one finding as the check prints it: its line, and its hint on the next."""
    place, rule, message = _parts(finding)
    return f"{place} {rule} {message}\n" + _hint(finding)


def _coloured(finding: Finding) -> str:
    place, rule, message = _parts(finding)
    hint = _hint(finding).replace("hint:", f"{_CYAN}hint:{_PLAIN}", 1)
    colour = _COLOURS[finding.severity]
    return f"{_BOLD}{place}{_PLAIN} {colour}{rule}{_PLAIN} {message}\n{hint}"


def _parts(finding: Finding) -> tuple[str, str, str]:
    place = f"{visible(finding.path)}:{finding.line}:{finding.column}"
    mark = " (warning)" if finding.severity == "warning" else ""
    return place, f"{finding.rule}{mark}", visible(finding.message)


def _hint(finding: Finding) -> str:
    return f"    hint: {visible(finding.hint)}\n" if finding.hint else ""


def summary(report: Report) -> str:
    """Return how many records were checked and what was found."""
    return f"{number_of(report.records, 'record')} checked: {counted(report.findings, ', ')}"


def counted(findings: Iterable[Finding], between: str) -> str:
    """Return how many errors and how many warnings there are, in words."""
    counts = Counter(finding.severity for finding in findings)
    return between.join(number_of(counts[severity], severity) for severity in ("error", "warning"))


def number_of(number: int, noun: str) -> str:
    """Return a number with its noun, in the plural where there is not one."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
