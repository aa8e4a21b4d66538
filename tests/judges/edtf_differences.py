"""Where a judge and Milepost part over EDTF texts, and whether a table explains each such place."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from milepost import edtf

Day: TypeAlias = tuple[int, int, int]
Bounds: TypeAlias = tuple[Day | None, Day | None]
Side: TypeAlias = Literal["the judge accepts", "the judge refuses", "other bounds"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a judge says of one text: refused, or its first and last day (None: open)."""

    accepted: bool
    bounds: Bounds | Literal["fails"] = "fails"


@dataclass(frozen=True, slots=True)
class Difference:
    """One text over which the two part; `shows` is our reason where we refuse, else the text."""

    text: str
    side: Side
    shows: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """A class of differences: the pattern found in what they show, and why we hold to our view."""

    side: Side
    pattern: str
    why: str

    def explains(self, difference: Difference) -> bool:
        return self.side == difference.side and bool(re.search(self.pattern, difference.shows))


def differences(verdicts: Mapping[str, Verdict]) -> Iterator[Difference]:
    """Give each text that only one of the two accepts, or to which they give other bounds."""
    for text, verdict in verdicts.items():
        try:
            date = edtf.parse(text)
        except ValueError as reason:
            if verdict.accepted:
                yield Difference(text, "the judge accepts", str(reason))
            continue
        if not verdict.accepted:
            yield Difference(text, "the judge refuses", text)
        elif verdict.bounds != (date.earliest, date.latest):
            yield Difference(text, "other bounds", text)


def unexplained(found: Iterable[Difference], table: Sequence[Explanation]) -> list[Difference]:
    """Give the differences that no row of the table explains."""
    return [one for one in found if not any(row.explains(one) for row in table)]


def needless(found: Sequence[Difference], table: Iterable[Explanation]) -> list[Explanation]:
    """Give the rows of the table that explain nothing."""
    return [row for row in table if not any(row.explains(one) for one in found)]
