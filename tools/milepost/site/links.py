"""Links between milestones, both ways: what a record says of others and others say of it."""

from collections.abc import Iterator
from typing import NamedTuple

from milepost.derive.labels import text_in
from milepost.model import Record
from milepost.site.phrase import Phrase
from milepost.site.site import Site
from milepost.site.wording import milestone_phrase


class Related(NamedTuple):
    """How a milestone stands to another: the relation in words, and the other with its date."""

    relation: str
    target: Phrase


def related(site: Site, record: Record) -> tuple[Related, ...]:
    """Return the links of a milestone, its own first, then those that lead to it."""
    return (*_own(site, record), *_of_others(site, record))


def _own(site: Site, record: Record) -> Iterator[Related]:
    for link in record.body.get("links", ()):
        target = site.dataset.get("milestone", link["target"])
        if target:
            yield Related(_words(site, link["relation"], "label"), milestone_phrase(target))


def _of_others(site: Site, record: Record) -> Iterator[Related]:
    for other in site.graph.records_naming(record, "milestone"):
        for link in other.body.get("links", ()):
            if link["target"] == record.id:
                words = _words(site, link["relation"], "inverse")
                yield Related(words, milestone_phrase(other))


def _words(site: Site, relation: str, direction: str) -> str:
    term = site.view.terms.get("relation", {}).get(relation, {})
    texts = term.get(direction) or term.get("label") or {"en": relation}
    return text_in(texts)
