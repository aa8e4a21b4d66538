"""What a rule may look at: the dataset, the schemas, and what is computed from them once."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from types import MappingProxyType
from typing import Any

from milepost import edtf
from milepost.evidence.comparers import Comparers, Dates, Tree, ancestors
from milepost.evidence.derived import Derived, derived_in
from milepost.evidence.weighing import Weighing, is_even, weigh
from milepost.frozen import Frozen
from milepost.kinds import ACTING
from milepost.model import Dataset, Record
from milepost.rules.glance import ODD, Allowed, Glance, readable
from milepost.rules.ordinary import UNUSUAL, is_named_plainly, is_ordinary
from milepost.schema.engine import Schemas
from milepost.schema.plan import Field, Value, values_of

# The handles of editors stand in one file, and have no record each.
EDITORS = ("editor",)
# Among broken identifiers: one that could not be read, and may be any.
ANY = "*"
# A weight that rules on evidence have to look at (see weighing).
UNEVEN = "an uneven weight"


class _Kept:
    """What has been computed of a record so far."""

    facts: list[Value] | None = None
    weighing: Weighing | None = None
    derived: list[Derived] | None = None


class View(Frozen):
    """A dataset as rules and derivations see it; what is computed is kept for the next to ask.

    `broken` holds the identifiers of records that cannot be read or do not follow their schema, by
    kind, so that a reference to one of them is not reported as well; `duplicates` pairs each record
    whose identifier was taken with the one that has it.
    """

    dataset: Dataset
    schemas: Schemas
    broken: Mapping[str, AbstractSet[str]]
    duplicates: Sequence[tuple[Record, Record]]
    _kept: dict[str, "_Kept"]

    def __init__(
        self,
        dataset: Dataset,
        schemas: Schemas,
        broken: Mapping[str, AbstractSet[str]] = MappingProxyType({}),
        duplicates: Sequence[tuple[Record, Record]] = (),
    ) -> None:
        """Look at a dataset by its schemas; nothing is computed yet."""
        known = {"dataset": dataset, "schemas": schemas, "broken": broken}
        self._set(**known, duplicates=duplicates, _kept={})

    def facts(self, record: Record) -> list[Value]:
        """Return the factual values of a record."""
        kept = self._of(record)
        if kept.facts is None:
            kept.facts = values_of(self.schemas.facts[record.kind], record.body)
        return kept.facts

    def links(self, record: Record) -> list[Value]:
        """Return the places of a record that name other records or terms."""
        return values_of(self.schemas.links[record.kind], record.body)

    def dates(self, record: Record) -> list[Value]:
        """Return the dates of a record, factual or not."""
        return values_of(self.schemas.dates[record.kind], record.body)

    def derived(self, record: Record) -> list[Derived]:
        """Return the derivations of a record."""
        kept = self._of(record)
        if kept.derived is None:
            kept.derived = derived_in(record.body)
        return kept.derived

    def weighing(self, record: Record) -> Weighing:
        """Return a record with every claim weighed."""
        kept = self._of(record)
        if kept.weighing is None:
            facts = self.facts(record)
            kept.weighing = weigh(record.body, facts, self.comparers, self.names)
        return kept.weighing

    def traits(self, record: Record) -> frozenset[str]:
        """Return what is in a record that rules may need to have something to judge."""
        look = self._glance.at(record.kind, record.body)
        plan = self.schemas.facts[record.kind]
        if plan.below and not is_even(record.body.get("evidence", ()), look, plan):
            look.marks.add(UNEVEN)
        if ODD in look.marks or not self._is_ordinary(record):
            look.marks.add(UNUSUAL)
        return frozenset(look.marks)

    def _is_ordinary(self, record: Record) -> bool:
        if record.kind != "milestone":
            return is_named_plainly(record)
        terms = self.terms
        return is_ordinary(record, terms.get("milestone-type", {}), terms.get("status-level", {}))

    def forget(self, record: Record) -> None:
        """Drop what is kept of a record; whoever asks again has it computed again."""
        self._kept.pop(record.path, None)

    def _of(self, record: Record) -> "_Kept":
        kept = self._kept.get(record.path)
        if kept is None:
            kept = self._kept[record.path] = _Kept()
        return kept

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
    def _glance(self) -> Glance:
        return Glance(self.schemas, self._allowed, readable(edtf.parse), readable(Dates().parse))

    def _allowed(self, place: Field) -> Allowed:
        """Return the names that may stand at a place without a rule having to look at them."""
        if place.vocabulary:
            terms = self.terms.get(place.vocabulary, {}).items()
            sound = {n for n, t in terms if not ("replaced_by" in t or t.get("abstract"))}
            unread = place.vocabulary in self.broken.get("vocabulary", ())
            return Allowed(sound, lambda _: unread)
        if place.references == EDITORS:
            return Allowed(self.editors, lambda _: bool(self.broken.get("editors")))
        kinds = place.references
        if len(kinds) == 1:
            return Allowed(self.dataset.of(kinds[0]), lambda name: self.knows(kinds, name))
        known = frozenset(name for kind in kinds for name in self.dataset.of(kind))
        return Allowed(known, lambda name: self.knows(kinds, name))

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
