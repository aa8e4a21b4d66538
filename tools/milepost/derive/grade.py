"""A grade for each milestone: how well its headline is attested, with the reasons in words."""

from collections.abc import Iterable
from typing import NamedTuple

from milepost.derive.headline import headline_of, stage_key
from milepost.evidence.statements import Statement, statements_below
from milepost.evidence.witnesses import is_one_sided, witnesses
from milepost.model import Record
from milepost.rules.view import View

MEANINGS = {
    "A": "several independent witnesses, a primary one or both parties among them",
    "B": "several independent witnesses",
    "C": "one witness",
    "D": "no witness that the editors have read",
}


class Grade(NamedTuple):
    """A letter from A to D, and the sentences that explain it."""

    letter: str
    reasons: tuple[str, ...]

    @property
    def meaning(self) -> str:
        """What the letter means for every milestone that has it."""
        return MEANINGS[self.letter]


class _Marks(NamedTuple):
    """What raises or lowers a grade, for a headline that somebody attests."""

    has_primary: bool
    is_one_sided: bool
    is_open: bool


def grade_of(record: Record, view: View, said: Iterable[Statement] | None = None) -> Grade:
    """Return the grade of a milestone, from the claims that support its headline.

    Who has the statements of the record at hand gives them as `said`.

    Witnesses are counted by root and not by document; a claim that the editors know only from
    somebody else's notes is no witness. An open dispute about the headline lowers A to B.
    """
    told = _of_headline(record, view, said)
    support = [s for s in told if s.standing == "supports"]
    read = [s for s in support if s.entry["read"] == "first-hand"]
    count = len(witnesses(view.dataset, [s.entry for s in read]))
    marks = _Marks(
        has_primary=_has_primary(read, view),
        is_one_sided=is_one_sided(view.dataset, [s.entry for s in read]),
        is_open=any(s.outcome == "open" for s in told),
    )
    strong = (marks.has_primary or not marks.is_one_sided) and not marks.is_open
    letter = _letter(count, strong=strong)
    return Grade(letter, tuple(_reasons(support, read, count, marks)))


def _letter(count: int, *, strong: bool) -> str:
    if count == 0:
        return "D"
    if count == 1:
        return "C"
    return "A" if strong else "B"


def _of_headline(record: Record, view: View, said: Iterable[Statement] | None) -> list[Statement]:
    """Return the statements about the date of the headline, or else about the stage itself."""
    stage = headline_of(record.body)
    member = f"/stages/{stage_key(stage)}" if stage else "/stages"
    if said is None:
        told = statements_below(record, view, member)
    else:
        told = [s for s in said if s.address.startswith(f"{member}/")]
    dated = [s for s in told if s.address == f"{member}/date"]
    return dated or told


def _has_primary(read: list[Statement], view: View) -> bool:
    kinds = view.terms.get("source-kind", {})
    sources = (view.dataset.get("source", s.source) for s in read if not s.speaker)
    return any(kinds.get(s.body["kind"], {}).get("proximity") == "primary" for s in sources if s)


def _reasons(
    support: list[Statement], read: list[Statement], count: int, marks: _Marks
) -> list[str]:
    reasons = [_counted(count, len({s.source for s in read}))]
    if len(read) < len(support):
        reasons.append("Some of the support is known only from notes that others made.")
    if read:
        primary = "A primary source" if marks.has_primary else "No primary source"
        reasons.append(f"{primary} is among them.")
    if marks.is_one_sided:
        reasons.append("Only one of the two parties says so.")
    if marks.is_open:
        reasons.append("Sources differ about it, and the dispute is open.")
    return reasons


def _counted(count: int, documents: int) -> str:
    if count == 0:
        return "Nobody whom the editors have read says so directly."
    witness = "one witness speaks" if count == 1 else f"{count} independent witnesses speak"
    source = "one source" if documents == 1 else f"{documents} sources"
    return f"For its headline {witness}, in {source}."
