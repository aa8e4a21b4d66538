"""Agreement: how many claims support what is published, and how many do not."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from milepost.evidence.statements import Statement


class Agreement(NamedTuple):
    """Claims counted by their standing; `left_open` are those that dispute and are not settled."""

    supporting: int
    coarser: int
    disputing: int
    left_open: int
    unpublished: int

    @property
    def claims(self) -> int:
        """How many claims there are in all."""
        return self.supporting + self.coarser + self.disputing + self.unpublished


def agreement_of(statements: Iterable[Statement]) -> Agreement:
    """Return how the statements of some records stand to the published values."""
    told = list(statements)
    counted = Counter([statement.standing for statement in told])
    left_open = sum(s.standing == "disputes" and s.outcome == "open" for s in told)
    return Agreement(
        counted["supports"],
        counted["coarser"],
        counted["disputes"],
        left_open,
        counted["not-published"],
    )
