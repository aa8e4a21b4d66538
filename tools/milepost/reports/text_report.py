"""Findings as lines for people: place, rule and message, and the hint beneath."""

from collections import Counter

from milepost.model import Finding


def as_text(findings: tuple[Finding, ...], records: int) -> str:
    """Return one block a finding and a last line that counts."""
    return "".join(map(block, findings)) + _summary(findings, records)


def block(finding: Finding) -> str:
    """Return one finding as the check prints it: its line, and its hint on the next."""
    place = f"{finding.path}:{finding.line}:{finding.column}"
    mark = " (warning)" if finding.severity == "warning" else ""
    hint = f"    hint: {finding.hint}\n" if finding.hint else ""
    return f"{place} {finding.rule}{mark} {finding.message}\n{hint}"


def _summary(findings: tuple[Finding, ...], records: int) -> str:
    counts = Counter(finding.severity for finding in findings)
    parts = [_count(counts[severity], severity) for severity in ("error", "warning")]
    return f"{_count(records, 'record')} checked: {', '.join(parts)}\n"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
