"""Links between milestones, both ways: what a record says of others and others say of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from milepost.derive.labels import text_in
from milepost.model import Record
from milepost.site.edition import Edition
from milepost.site.phrase import Phrase
from milepost.site.wording import milestone_phrase


@dataclass(frozen=True, slots=True)
class Related:
    """How a milestone stands to another: the relation in words, and the other with its date."""

    relation: str
    target: Phrase


def related(edition: Edition, record: Record) -> tuple[Related, ...]:
    """Return the links of a milestone, its own first, then those that lead to it."""
    return (*_own(edition, record), *_of_others(edition, record))


def _own(edition: Edition, record: Record) -> Iterator[Related]:
    for link in record.body.get("links", ()):
        target = edition.dataset.get("milestone", link["target"])
        if target:
            yield Related(_words(edition, link["relation"], "label"), milestone_phrase(target))


def _of_others(edition: Edition, record: Record) -> Iterator[Related]:
    for other in edition.graph.records_naming(record, "milestone"):
        for link in other.body.get("links", ()):
            if link["target"] == record.id:
                words = _words(edition, link["relation"], "inverse")
                yield Related(words, milestone_phrase(other))


def _words(edition: Edition, relation: str, direction: str) -> str:
    term = edition.view.terms.get("relation", {}).get(relation, {})
    texts = term.get(direction) or term.get("label") or {"en": relation}
    return text_in(texts)  # type: ignore[arg-type] # a language map by its schema
