"""Agreement: how many claims support what is published, and how many do not."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from milepost.evidence.statements import Statement


class Agreement(NamedTuple):
    """Claims counted by their standing; those in an open dispute support nothing, nor dispute it.

    The published value has room for each of them, and at most one of them is right.
    """

    supporting: int
    coarser: int
    disputing: int
    left_open: int
    unpublished: int

    @property
    def claims(self) -> int:
        """How many claims there are in all."""
        return sum(self)


def agreement_of(statements: Iterable[Statement]) -> Agreement:
    """Return how the statements of some records stand to the published values."""
    counted = Counter(
        ["open" if statement.outcome == "open" else statement.standing for statement in statements]
    )
    return Agreement(
        counted["supports"],
        counted["coarser"],
        counted["disputes"],
        counted["open"],
        counted["not-published"],
    )
