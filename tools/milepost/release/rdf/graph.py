"""The graph of a release: its records, statements, passages and vocabularies as triples."""

from collections.abc import Callable, Iterator
from itertools import chain

from milepost.model import Record
from milepost.release.rdf.milestones import milestone
from milepost.release.rdf.named import named
from milepost.release.rdf.names import Names, names_of
from milepost.release.rdf.own_terms import own_terms
from milepost.release.rdf.passages import passages
from milepost.release.rdf.relationships import level_held, relationship
from milepost.release.rdf.sources import source
from milepost.release.rdf.statements import settlements_of, statement
from milepost.release.rdf.triple import Graph, Literal, Triple, grouped, texts
from milepost.release.rdf.vocabularies import vocabulary
from milepost.release.rdf.withdrawn import tombstone
from milepost.release.release import Release

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


def graph_of(release: Release) -> Graph:
    """Return the graph of a release."""
    return grouped(triples(release))


def triples(release: Release) -> Iterator[Triple]:
    """Return every triple of a release, in the order of its records."""
    names = names_of(release.dataset)
    return chain(
        own_terms(),
        _dataset(release, names),
        chain.from_iterable(_records(release, names)),
        chain.from_iterable(level_held(held, names) for held in release.levels),
        chain.from_iterable(_evidence(release, names)),
    )


def _records(release: Release, names: Names) -> Iterator[Iterator[Triple]]:
    for kind, triples_of in _KINDS.items():
        for record in release.dataset.of(kind).values():
            yield triples_of(record, names)


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


def _evidence(release: Release, names: Names) -> Iterator[Iterator[Triple]]:
    dataset, primary = release.dataset.meta["id"], _primary(release)
    for record in release.view.with_evidence():
        yield passages(record, names)
        yield settlements_of(record, dataset, names)
    for said in release.statements:
        yield statement(said, names, primary)


def _primary(release: Release) -> frozenset[str]:
    """Return the slugs of the sources whose kind is marked as primary in its vocabulary."""
    kinds = release.dataset.get("vocabulary", "source-kind")
    terms = kinds.body["terms"] if kinds else ()
    primary = {term["id"] for term in terms if term.get("proximity") == "primary"}
    sources = release.dataset.of("source").values()
    return frozenset(source.id for source in sources if source.body["kind"] in primary)
