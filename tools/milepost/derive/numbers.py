"""Numbers of a relationship: how much is recorded, from how many sources, and how sure it is."""

from collections import Counter
from collections.abc import Collection, Iterable
from typing import NamedTuple

from milepost.derive.chronology import chronology
from milepost.evidence.disputes import disputed, left_open
from milepost.evidence.resolutions import settlements
from milepost.evidence.witnesses import independent_sources, is_one_sided
from milepost.identifiers import entry_id
from milepost.model import Body, Record
from milepost.rules.view import View


class Numbers(NamedTuple):
    """What was counted; `languages`, `rules` and `grades` count by language, rule and letter.

    `one_sided` and `values` count published values that one party alone says, and all of them.
    """

    milestones: int
    sources: int
    primary: int
    languages: Counter[str]
    entries: int
    first_hand: int
    several_roots: int
    disputes: int
    open_disputes: int
    rules: Counter[str]
    one_sided: int
    values: int


def numbers_of(view: View, dyad: str) -> Numbers:
    """Return the numbers of one relationship."""
    milestones = chronology(view.dataset, dyad)
    entries = [entry for record in milestones for entry in record.body["evidence"]]
    cited = [view.dataset.of("source")[slug] for slug in {entry["source"] for entry in entries}]
    one_sided, values = _sides(view, milestones)
    return Numbers(
        len(milestones),
        len(cited),
        sum(_is_primary(view, source) for source in cited),
        Counter(str(source.body["language"]) for source in cited),
        len(entries),
        sum(entry["read"] == "first-hand" for entry in entries),
        sum(independent_sources(view.dataset, record) > 1 for record in milestones),
        sum(len(disputed(record, view)) for record in milestones),
        sum(len(left_open(record, view)) for record in milestones),
        Counter(s.group["rule"] for record in milestones for s in settlements(record.body)),
        one_sided,
        values,
    )


def _is_primary(view: View, source: Record) -> bool:
    term = view.terms.get("source-kind", {}).get(source.body["kind"], {})
    return term.get("proximity") == "primary"


def _sides(view: View, milestones: Iterable[Record]) -> tuple[int, int]:
    """Return how many supported values one party alone says, and how many are supported at all."""
    supports = (
        _named(record, weight.named("supports"))
        for record in milestones
        for weight in view.weighing(record).weights.values()
    )
    found = [is_one_sided(view.dataset, entries) for entries in supports if entries]
    return sum(found), len(found)


def _named(record: Record, names: Collection[str]) -> list[Body]:
    return [entry for entry in record.body.get("evidence", ()) if entry_id(entry) in names]
