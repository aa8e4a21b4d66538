"""Findings as annotations of GitHub Actions, the most relevant first, and as a job's summary.

The commands and their escapes are those of the workflow commands that GitHub documents.
"""

from itertools import accumulate, islice
from typing import Final

from milepost.model import Finding
from milepost.reports.report import Report
from milepost.reports.text_report import block, counted, summary
from milepost.reports.visible import visible

# GitHub shows ten annotations of each level a step, and fifty a job; it drops the rest in silence.
MOST: Final = 10
# What GitHub takes as the summary of a step, in bytes.
SUMMARY_LIMIT: Final = 1 << 20
_FENCE: Final = "~~~~"
_CUT: Final = "The list is cut short here: GitHub takes no longer summary."


def as_github(report: Report) -> str:
    """Return the annotations that GitHub will show, and the other findings as plain lines."""
    shown = _annotated(report)
    rest = [finding for finding in ranked(report) if finding not in shown]
    lines = [*map(_command, shown), *_more(rest), *map(_inert, rest), summary(report)]
    return "".join(f"{line}\n" for line in lines)


def as_summary(report: Report, room: int) -> str:
    """Return all findings in Markdown of at most so many bytes of UTF-8, or what fits of them."""
    blocks = list(map(block, ranked(report)))
    head, end = f"### {summary(report)}\n", f"{_FENCE}\n"
    if not blocks:
        return head
    opened = f"{head}\n{_FENCE}text\n"
    fitting = _fitting(blocks, room - len(f"{opened}{end}\n{_CUT}\n".encode()))
    note = "" if len(fitting) == len(blocks) else f"\n{_CUT}\n"
    whole = "".join((opened, *fitting, end, note))
    return whole if len(whole.encode()) <= room else ""


def _fitting(blocks: list[str], room: int) -> list[str]:
    sizes = accumulate(len(each.encode()) for each in blocks)
    return [each for each, size in zip(blocks, sizes, strict=True) if size <= room]


def ranked(report: Report) -> list[Finding]:
    """Return the findings with errors before warnings, and in each what the change is about."""
    return sorted(
        report.findings, key=lambda f: (f.severity != "error", f.path not in report.changed, f)
    )


def _annotated(report: Report) -> list[Finding]:
    levels = ([f for f in ranked(report) if f.severity == level] for level in ("error", "warning"))
    return [finding for level in levels for finding in islice(level, MOST)]


def _command(finding: Finding) -> str:
    place = {"file": visible(finding.path), "line": finding.line, "col": finding.column}
    properties = {**place, "title": finding.rule}
    listed = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    text = "\n".join(visible(part) for part in (finding.message, finding.hint) if part)
    return f"::{finding.severity} {listed}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _more(rest: list[Finding]) -> list[str]:
    if not rest:
        return []
    return [f"::notice::{counted(rest, ' and ')} more: all are in the summary of this job"]


def _inert(finding: Finding) -> str:
    """Return a finding as plain lines in which GitHub sees no command of the older form."""
    return block(finding).rstrip("\n").replace("##[", "##\\u005b")
