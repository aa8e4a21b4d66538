"""The graph of a release: its records, statements, passages and vocabularies as nodes."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from milepost.evidence.statements import Statement
from milepost.model import Record
from milepost.release.rdf.milestones import milestone
from milepost.release.rdf.named import named
from milepost.release.rdf.names import Names, names_of
from milepost.release.rdf.own_terms import own_terms
from milepost.release.rdf.passages import passages
from milepost.release.rdf.relationships import level_held, relationship
from milepost.release.rdf.sources import source
from milepost.release.rdf.statements import settlements_of, statement
from milepost.release.rdf.triple import Literal, Node, Triple, grouped, texts
from milepost.release.rdf.vocabularies import vocabulary
from milepost.release.rdf.withdrawn import tombstone
from milepost.release.release import Release
from milepost.release.status import LevelHeld

_KINDS: dict[str, Callable[[Record, Names], Iterator[Triple]]] = {
    "relationship": relationship,
    "milestone": milestone,
    "source": source,
    "person": named,
    "organization": named,
    "place": named,
    "party": named,
    "occasion": named,
    "vocabulary": vocabulary,
    "tombstone": tombstone,
}


@dataclass(frozen=True, slots=True)
class Graph:
    """What the nodes of every record are made with.

    `dataset` is its identifier, `primary` has the slugs of the primary sources, and `levels` what
    each relationship held.
    """

    names: Names
    dataset: str
    primary: frozenset[str]
    levels: Mapping[str, Iterable[LevelHeld]]

    def of(self, record: Record, told: Iterable[Statement]) -> Iterator[Node]:
        """Yield the nodes of a record, then those of what is told of it; none for a ledger."""
        if record.kind in _KINDS:
            yield from grouped(self._triples(record))
            yield from passages(record, self.names)
            yield from grouped(settlements_of(record, self.dataset, self.names))
            for said in told:
                yield statement(said, self.names, self.primary)

    def _triples(self, record: Record) -> Iterator[Triple]:
        held = self.levels.get(record.id, ()) if record.kind == "relationship" else ()
        return chain(
            _KINDS[record.kind](record, self.names),
            chain.from_iterable(level_held(level, self.names) for level in held),
        )


def graph_of(release: Release) -> Graph:
    """Return what the graph of a release is made with."""
    levels = defaultdict[str, list[LevelHeld]](list)
    for held in release.levels:
        levels[held.relationship].append(held)
    dataset = release.dataset
    return Graph(names_of(dataset), dataset.meta["id"], _primary(release), levels)


def nodes(release: Release) -> Iterator[Node]:
    """Yield every node of a release, in the order of its records."""
    graph = graph_of(release)
    yield from about(release, graph)
    for share in release.shares():
        for record, told in share.by_record():
            yield from graph.of(record, told)


def about(release: Release, graph: Graph) -> Iterator[Node]:
    """Yield the nodes of the terms of our own, of the dataset and of its editors."""
    return grouped(chain(own_terms(), _dataset(release, graph.names)))


def _dataset(release: Release, names: Names) -> Iterator[Triple]:
    meta, edition = release.dataset.meta, release.edition
    this = names.record("dataset", meta["id"])
    yield this, "rdf:type", "schema:Dataset"
    yield from texts(this, "dcterms:title", meta["title"])
    yield from texts(this, "dcterms:description", meta["description"])
    yield from texts(this, "dc:creator", meta["creator"])
    yield this, "dc:rights", Literal(meta["licence"])
    yield this, "schema:version", Literal(edition.version)
    yield this, "dcterms:issued", Literal(edition.time, datatype="xsd:dateTime")
    yield this, "dcterms:identifier", Literal(release.swhid)
    for record in release.dataset.of("editors").values():
        for editor in record.body["editors"]:
            handle = names.editor(meta["id"], editor["id"])
            yield handle, "rdf:type", "prov:Agent"
            yield from texts(handle, "rdfs:label", editor["name"])


def _primary(release: Release) -> frozenset[str]:
    """Return the slugs of the sources whose kind is marked as primary in its vocabulary."""
    kinds = release.dataset.get("vocabulary", "source-kind")
    terms = kinds.body["terms"] if kinds else ()
    primary = {term["id"] for term in terms if term.get("proximity") == "primary"}
    sources = release.dataset.of("source").values()
    return frozenset(source.id for source in sources if source.body["kind"] in primary)
