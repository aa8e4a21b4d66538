"""What a rule may look at: the dataset, the schemas, and what is computed from them once."""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from milepost.evidence.comparers import Comparers, Tree, ancestors
from milepost.evidence.weighing import Weighing, weigh
from milepost.kinds import ACTING
from milepost.model import Dataset, Record
from milepost.rules.names import Anything, Glance, glances
from milepost.schema.engine import Schemas
from milepost.schema.plan import Field, Value, values_of

# The handles of editors stand in one file, and have no record each.
EDITORS = ("editor",)
# Among broken identifiers: one that could not be read, and may be any.
ANY = "*"


@dataclass(frozen=True)
class View:
    """A dataset as rules and derivations see it; what is computed is kept for the next to ask.

    `broken` holds the identifiers of records that cannot be read or do not follow their schema, by
    kind, so that a reference to one of them is not reported as well; `duplicates` pairs each record
    whose identifier was taken with the one that has it.
    """

    dataset: Dataset
    schemas: Schemas
    broken: Mapping[str, frozenset[str]] = field(default_factory=dict)
    duplicates: tuple[tuple[Record, Record], ...] = ()
    _weighings: dict[str, Weighing] = field(default_factory=dict, repr=False)
    _facts: dict[str, list[Value]] = field(default_factory=dict, repr=False)
    _dates: dict[str, list[Value]] = field(default_factory=dict, repr=False)
    _clear: dict[str, bool] = field(default_factory=dict, repr=False)

    def facts(self, record: Record) -> list[Value]:
        """Return the factual values of a record."""
        if record.path not in self._facts:
            node = self.schemas.facts[record.kind]
            self._facts[record.path] = values_of(node, record.body)
        return self._facts[record.path]

    def links(self, record: Record) -> list[Value]:
        """Return the places of a record that name other records or terms."""
        return values_of(self.schemas.links[record.kind], record.body)

    def dates(self, record: Record) -> list[Value]:
        """Return the dates of a record, factual or not."""
        if record.path not in self._dates:
            node = self.schemas.dates[record.kind]
            self._dates[record.path] = values_of(node, record.body)
        return self._dates[record.path]

    def is_clear(self, record: Record) -> bool:
        """Return whether all that a record names is there, and each term is one to publish.

        True leaves the rules on names nothing to find; False says only that they have to look.
        """
        if record.path not in self._clear:
            self._clear[record.path] = self._glances[record.kind].is_clear(record.body)
        return self._clear[record.path]

    def forget(self, record: Record) -> None:
        """Drop what is kept of a record; whoever asks again has it computed again."""
        for kept in (self._weighings, self._facts, self._dates, self._clear):
            kept.pop(record.path, None)

    def weighing(self, record: Record) -> Weighing:
        """Return a record with every claim weighed."""
        if record.path not in self._weighings:
            facts = self.facts(record)
            self._weighings[record.path] = weigh(record.body, facts, self.comparers, self.names)
        return self._weighings[record.path]

    def knows(self, kinds: tuple[str, ...], identifier: str) -> bool:
        """Return whether a record of one of the kinds has this identifier, sound or broken."""
        if any(identifier in self.dataset.of(kind) for kind in kinds):
            return True
        return any({identifier, ANY} & self.broken.get(kind, frozenset()) for kind in kinds)

    def names(self, place: Field, text: str) -> bool:
        """Return whether a text names what a field refers to; a field of no reference takes any."""
        if place.vocabulary:
            unread = place.vocabulary in self.broken.get("vocabulary", ())
            return unread or text in self.terms.get(place.vocabulary, {})
        return not place.references or self.knows(place.references, text)

    @cached_property
    def _glances(self) -> Mapping[str, Glance]:
        return glances(self.schemas.links, self._clear_names)

    def _clear_names(self, place: Field) -> Container[str]:
        """Return the names that may stand at a place without a rule having to look at them."""
        broken = self.broken.get("vocabulary", ())
        if place.vocabulary:
            terms = self.terms.get(place.vocabulary, {}).items()
            sound = {n for n, t in terms if not ("replaced_by" in t or t.get("abstract"))}
            return Anything() if place.vocabulary in broken else sound
        if place.references == EDITORS:
            return Anything() if self.broken.get("editors") else self.editors
        if len(place.references) == 1 and not self.broken.get(place.references[0]):
            return self.dataset.of(place.references[0])
        kinds = place.references
        return frozenset(n for k in kinds for n in (*self.dataset.of(k), *self.broken.get(k, ())))

    def with_evidence(self) -> Iterator[Record]:
        """Yield the records whose kind has factual fields."""
        for record in self.dataset:
            if self.schemas.facts[record.kind].below:
                yield record

    @cached_property
    def published(self) -> frozenset[tuple[str, str]]:
        """Kind and identifier of every record that a release has had."""
        ledgers = self.dataset.of("ledger").values()
        return frozenset((row["kind"], row["id"]) for r in ledgers for row in r.body["records"])

    @cached_property
    def editors(self) -> frozenset[str]:
        """The handles that may settle a dispute."""
        records = self.dataset.of("editors").values()
        return frozenset(editor["id"] for r in records for editor in r.body["editors"])

    @cached_property
    def terms(self) -> Mapping[str, Mapping[str, Mapping[str, Any]]]:
        """The terms of each vocabulary by identifier."""
        vocabularies = self.dataset.of("vocabulary").values()
        return {v.id: {term["id"]: term for term in v.body["terms"]} for v in vocabularies}

    @cached_property
    def actors(self) -> frozenset[str]:
        """Every identifier of a party, person, organization or place."""
        return frozenset(identifier for kind in ACTING for identifier in self.dataset.of(kind))

    @cached_property
    def comparers(self) -> Comparers:
        """The comparers, with the places and terms of this dataset above each other."""
        places = self.dataset.of("place").values()
        within = {p.id: [p.body["within"]] for p in places if "within" in p.body}
        vocabularies = self.dataset.of("vocabulary").values()
        return Comparers(
            Tree(ancestors(within)),
            {
                v.id: Tree(ancestors({t["id"]: t.get("broader", ()) for t in v.body["terms"]}))
                for v in vocabularies
            },
        )
