"""The account of an import: what became of each row, and the files that it makes."""

from collections import Counter
from dataclasses import dataclass
from typing import Literal, NamedTuple

# mapped: into a record of this sheet; merged: into a likely duplicate; there: recorded already.
State = Literal["mapped", "merged", "there", "rejected", "empty"]
STATES: tuple[State, ...] = ("mapped", "merged", "there", "rejected", "empty")


class Refusal(NamedTuple):
    """Why a row is rejected: the rule, the column it is about (or none), and words for people."""

    rule: str
    column: str
    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of one row: its record's path where it has one, else why it was rejected."""

    row: int
    state: State
    path: str = ""
    note: str = ""
    refusals: tuple[Refusal, ...] = ()


@dataclass(frozen=True, slots=True)
class Account:
    """The fate of every row in the order of the sheet, and the files to write, by path."""

    fates: tuple[Fate, ...]
    files: tuple[tuple[str, bytes], ...] = ()

    @property
    def counts(self) -> Counter[State]:
        """The number of rows in each state."""
        return Counter(fate.state for fate in self.fates)
