"""What strict reading finds in a text, in the few words that tests need."""

from milepost.reading.flaw import Flaw
from milepost.reading.strict import parse


def flaws_of(text: str) -> list[Flaw]:
    """Give the flaws of a text."""
    return parse(text.encode())[1]


def only_flaw_of(text: str) -> Flaw:
    """Give the flaw of a text that has one."""
    (flaw,) = flaws_of(text)
    return flaw


def place(flaw: Flaw) -> tuple[str, int, int]:
    """Give the rule of a flaw, its line and its column."""
    return flaw.rule, flaw.line, flaw.column


def holding(text: str) -> str:
    """Give a canonical file with one text, whose first character stands in line 2, column 12."""
    return f'{{\n  "note": "{text}"\n}}\n'
