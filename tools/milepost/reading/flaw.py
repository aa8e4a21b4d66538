"""What is wrong with the text of one file, as a value: a rule, a place and words for people."""

from typing import NamedTuple


class Flaw(NamedTuple):
    """A rule that the text breaks; line and column count from 1, the column in code points."""

    rule: str
    line: int
    column: int
    message: str
    hint: str
