"""People, organizations, places, parties and occasions as triples: names, codes and periods."""

from collections.abc import Iterator

from milepost.model import Body, Record
from milepost.release.rdf.names import Names, part
from milepost.release.rdf.triple import END, START, Literal, Triple, dated, texts

_CLASSES = {
    "person": "schema:Person",
    "organization": "schema:Organization",
    "place": "schema:Place",
    "party": "schema:Country",
    "occasion": "schema:Event",
}
_CODES = {
    "iso_alpha_2": "milepost:isoAlpha2",
    "iso_alpha_3": "milepost:isoAlpha3",
    "iso_numeric": "milepost:isoNumeric",
}
_WIKIDATA = "http://www.wikidata.org/entity/"


def named(record: Record, names: Names) -> Iterator[Triple]:
    """Yield what the record of somebody or something with a name says."""
    this, body = names.record(record.kind, record.id), record.body
    yield this, "rdf:type", _CLASSES[record.kind]
    yield this, "dcterms:identifier", Literal(record.id)
    yield from texts(this, "rdfs:label", body.get("name"))
    yield from texts(this, "skos:editorialNote", body.get("note"))
    for variant in body.get("variants", ()):
        yield this, "skos:altLabel", Literal(variant["text"], variant["language"])
    yield from _codes(this, body.get("codes", {}))
    yield from _references(this, body, names)
    yield from dated(this, START, body.get("date"))
    yield from dated(this, END, body.get("end"))
    for parts, triples in _PARTS.items():
        for member in body.get(parts, ()):
            yield from triples(this, member, names)


def _codes(this: str, codes: Body) -> Iterator[Triple]:
    for code, text in codes.items():
        if code == "wikidata":
            yield this, "schema:sameAs", _WIKIDATA + text
        else:
            yield this, _CODES[code], Literal(text)


def _references(this: str, body: Body, names: Names) -> Iterator[Triple]:
    if "party" in body:
        yield this, "milepost:party", names.record("party", body["party"])
    if "place" in body:
        yield this, "schema:location", names.actor(body["place"])
    if "within" in body:
        yield this, "schema:containedInPlace", names.actor(body["within"])
    if "point" in body:
        yield from _point(this, body["point"], names)


def _point(this: str, point: Body, names: Names) -> Iterator[Triple]:
    for field in ("latitude", "longitude"):
        yield this, f"schema:{field}", Literal(str(point[field]), datatype="xsd:decimal")
    if "source" in point:
        yield this, "dcterms:source", names.record("source", point["source"])


def _name(party: str, name: Body, _names: Names) -> Iterator[Triple]:
    yield from texts(party, "skos:altLabel", name["name"])


def _membership(party: str, membership: Body, _names: Names) -> Iterator[Triple]:
    this = part(party, "memberships", membership.get("key") or membership["list"])
    yield party, "milepost:membership", this
    yield this, "rdf:type", "milepost:Membership"
    yield this, "milepost:stateList", Literal(membership["list"])
    yield this, "milepost:stateNumber", Literal(membership["number"])
    yield this, "schema:version", Literal(membership["version"])
    yield from _period(this, membership)


def _government(party: str, government: Body, _names: Names) -> Iterator[Triple]:
    this = part(party, "governments", government["id"])
    yield this, "rdf:type", "schema:GovernmentOrganization"
    yield this, "dcterms:identifier", Literal(government["id"])
    yield this, "milepost:party", party
    yield from texts(this, "rdfs:label", government["name"])
    yield from _period(this, government)


def _affiliation(person: str, affiliation: Body, names: Names) -> Iterator[Triple]:
    this = part(person, "affiliations", affiliation.get("key") or affiliation["office"])
    yield person, "schema:hasOccupation", this
    yield this, "rdf:type", "schema:Role"
    yield this, "milepost:office", names.term("office", affiliation["office"])
    if "organization" in affiliation:
        yield this, "schema:memberOf", names.actor(affiliation["organization"])
    yield from _period(this, affiliation)


def _period(this: str, body: Body) -> Iterator[Triple]:
    yield from dated(this, START, body.get("from"))
    yield from dated(this, END, body.get("to"))


_PARTS = {
    "names": _name,
    "memberships": _membership,
    "governments": _government,
    "affiliations": _affiliation,
}
