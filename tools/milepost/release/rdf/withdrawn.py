"""Withdrawn records as triples: what became of each, and what stands in its stead."""

from collections.abc import Iterator

from milepost.model import Record
from milepost.release.rdf.names import Names
from milepost.release.rdf.triple import Literal, Triple, texts


def tombstone(record: Record, names: Names) -> Iterator[Triple]:
    """Yield the fate of a record that was published once, under the IRI that it had."""
    kind, body = record.body["kind"], record.body
    this = names.record(kind, record.id)
    yield this, "rdf:type", "milepost:Withdrawn"
    yield this, "dcterms:identifier", Literal(record.id)
    yield this, "milepost:fate", Literal(body["fate"])
    yield from texts(this, "dcterms:description", body["reason"])
    for target in body["targets"]:
        yield this, "dcterms:isReplacedBy", names.record(kind, target)
