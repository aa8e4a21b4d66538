"""Sources as triples: works with their dates, languages, addresses, stake and descent."""

from collections.abc import Iterator

from milepost.model import Body, Record
from milepost.release.rdf.names import Names
from milepost.release.rdf.triple import ISSUED, Literal, Triple, dated, texts


def source(record: Record, names: Names) -> Iterator[Triple]:
    """Yield what the record of a source says."""
    this, body = names.record("source", record.id), record.body
    yield this, "rdf:type", "schema:CreativeWork"
    yield this, "dcterms:identifier", Literal(record.id)
    yield this, "dcterms:type", names.term("source-kind", body["kind"])
    yield this, "schema:inLanguage", Literal(body["language"], datatype="xsd:language")
    for predicate, field in _TEXTS.items():
        yield from texts(this, predicate, body.get(field))
    for author in body.get("authors", ()):
        yield this, "dc:creator", Literal(author)
    yield from dated(this, ISSUED, body.get("published"))
    if "published_basis" in body:
        yield this, "milepost:publishedBasis", Literal(body["published_basis"])
    if "rights" in body:
        yield this, "dc:rights", Literal(body["rights"])
    yield from _copies(this, body)
    for party in body.get("stake", ()):
        yield this, "milepost:stake", names.record("party", party)
    for origin in body.get("derived_from", ()):
        yield this, "prov:wasDerivedFrom", names.record("source", origin)


def _copies(this: str, body: Body) -> Iterator[Triple]:
    """Yield addresses as literals: what a source has for an address need not be a sound IRI."""
    for place in body.get("urls", ()):
        yield this, "schema:url", Literal(place["url"], datatype="xsd:anyURI")
        if "archived" in place:
            yield this, "schema:archivedAt", Literal(place["archived"], datatype="xsd:anyURI")
    for snapshot in body.get("snapshots", ()):
        yield this, "schema:sha256", Literal(snapshot["sha256"])


_TEXTS = {
    "rdfs:label": "label",
    "dcterms:title": "title",
    "dc:publisher": "publisher",
    "skos:editorialNote": "note",
}
