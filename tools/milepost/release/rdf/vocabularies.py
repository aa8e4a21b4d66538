"""Vocabularies as triples: a concept scheme each, in SKOS."""

from collections.abc import Iterator

from milepost.model import Body, Record
from milepost.release.rdf.names import Names
from milepost.release.rdf.triple import TRUE, Literal, Triple, texts

_TEXTS = {
    "skos:prefLabel": "label",
    "skos:definition": "definition",
    "skos:scopeNote": "scope_note",
}
_FLAGS = ("abstract", "planned", "directed", "overlay", "starting")


def vocabulary(record: Record, names: Names) -> Iterator[Triple]:
    """Yield a vocabulary with its terms."""
    this, body = names.record("vocabulary", record.id), record.body
    yield this, "rdf:type", "skos:ConceptScheme"
    yield this, "dcterms:identifier", Literal(record.id)
    yield from texts(this, "rdfs:label", body["title"])
    yield from texts(this, "skos:definition", body["definition"])
    yield from texts(this, "skos:editorialNote", body.get("note"))
    for term in body["terms"]:
        yield from _term(record.id, term, names)


def _term(vocabulary: str, term: Body, names: Names) -> Iterator[Triple]:
    this, scheme = names.term(vocabulary, term["id"]), names.record("vocabulary", vocabulary)
    yield this, "rdf:type", "skos:Concept"
    if vocabulary == "relation":
        yield this, "rdf:type", "rdf:Property"
    yield this, "skos:inScheme", scheme
    yield this, "skos:notation", Literal(term["id"])
    for predicate, field in _TEXTS.items():
        yield from texts(this, predicate, term.get(field))
    for example in term.get("examples", ()):
        yield this, "skos:example", Literal(example)
    for broader in term.get("broader", ()):
        yield this, "skos:broader", names.term(vocabulary, broader)
    if "replaced_by" in term:
        yield this, "dcterms:isReplacedBy", names.term(vocabulary, term["replaced_by"])
    yield from _of_levels(this, term)


def _of_levels(this: str, term: Body) -> Iterator[Triple]:
    if "track" in term:
        yield this, "milepost:track", Literal(term["track"])
    if "rank" in term:
        yield this, "milepost:levelRank", Literal(str(term["rank"]), datatype="xsd:integer")
    for flag in _FLAGS:
        if term.get(flag):
            yield this, f"milepost:{flag}", TRUE
