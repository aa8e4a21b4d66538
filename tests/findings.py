"""Findings for tests of the reports: one of each severity, and some that try to break out."""

from milepost.model import Finding, Severity

WRONG = Finding(
    "dataset/places/kumamoto.json", 3, 9, "REF-001", "error", "/within",
    'there is no place or party "jpm"', 'did you mean "jpn"?',
)  # fmt: skip
DOUBTFUL = Finding("dataset/a.json", 1, 1, "DUP-001", "warning", "", "it may be told twice")
HOSTILE = Finding(
    "dataset/50%\n::error::x, y:z.json", 1, 1, "FIL-001", "error", "",
    "100 %\r\n::warning::\x1b[31m ##[add-mask]x <b>&~~~~", "\u202eeno",
)  # fmt: skip


def many(number: int, severity: Severity = "error") -> tuple[Finding, ...]:
    """Return so many findings of a severity, each in a file of its own."""
    return tuple(
        Finding(f"dataset/places/p{at:04}.json", 1, 1, "REF-001", severity, "", f"no {at}", "mend")
        for at in range(number)
    )
