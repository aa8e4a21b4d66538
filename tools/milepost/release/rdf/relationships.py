"""Relationships as triples: their parties, what was searched for, and the levels they held."""

from collections.abc import Iterator

from milepost.model import Body, Record
from milepost.release.rdf.names import Names, part
from milepost.release.rdf.triple import END, START, Literal, Triple, dated, texts
from milepost.release.status import LevelHeld


def relationship(record: Record, names: Names) -> Iterator[Triple]:
    """Yield what the record of a relationship says."""
    this, body = names.record("relationship", record.id), record.body
    yield this, "rdf:type", "milepost:Relationship"
    yield this, "dcterms:identifier", Literal(record.id)
    for party in body["parties"]:
        yield this, "milepost:party", names.record("party", party)
    yield from texts(this, "rdfs:label", body.get("name"))
    yield from texts(this, "dcterms:description", body.get("summary"))
    yield from texts(this, "skos:editorialNote", body.get("note"))
    for coverage in body.get("coverage", ()):
        yield from _coverage(this, coverage, names)


def _coverage(relationship: str, coverage: Body, names: Names) -> Iterator[Triple]:
    this = part(relationship, "coverage", coverage["key"])
    yield relationship, "milepost:coverage", this
    yield this, "rdf:type", "milepost:Coverage"
    for searched in coverage["types"]:
        yield this, "milepost:covers", names.term("milestone-type", searched)
    yield from dated(this, START, coverage["from"])
    yield from dated(this, END, coverage["to"])
    yield this, "milepost:completeness", names.term("coverage", coverage["completeness"])
    yield from texts(this, "dcterms:description", coverage["method"])
    yield this, "dcterms:modified", Literal(coverage["as_of"], datatype="xsd:date")


def level_held(held: LevelHeld, names: Names) -> Iterator[Triple]:
    """Yield a level that a relationship held, what opened and ended it, and what it rests on."""
    opening, closing = held.opening, held.closing
    dyad = names.record("relationship", held.relationship)
    milestone = names.record("milestone", opening.milestone.id)
    this = part(dyad, "status", opening.milestone.id, opening.key)
    yield this, "rdf:type", "milepost:StatusInterval"
    yield this, "milepost:relationship", dyad
    yield this, "milepost:track", Literal(opening.track)
    yield this, "milepost:level", names.term("status-level", opening.level)
    yield this, "milepost:openedBy", milestone
    yield from dated(this, START, opening.date)
    if opening.of:
        yield this, "milepost:of", names.record("party", opening.of)
    if opening.government:
        yield this, "milepost:government", names.governments[opening.government]
    if closing:
        yield this, "milepost:closedBy", names.record("milestone", closing.milestone.id)
        yield from dated(this, END, closing.date)
    yield this, "prov:wasDerivedFrom", part(milestone, "effects", opening.key)
    for entry in held.entries:
        yield this, "prov:wasDerivedFrom", part(milestone, "evidence", entry)
