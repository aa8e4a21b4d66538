"""Passages as triples: where in a source the claims of an entry stand, and never its words."""

from collections.abc import Iterator

from milepost.identifiers import entry_id
from milepost.model import Body, Record
from milepost.release.rdf.names import Names, part
from milepost.release.rdf.triple import Literal, Triple, texts
from milepost.release.tables.statements import place_in_words


def passages(record: Record, names: Names) -> Iterator[Triple]:
    """Yield each entry of a record: the passage of a source in terms of the Web Annotation."""
    subject = names.record(record.kind, record.id)
    for entry in record.body.get("evidence", ()):
        this = part(subject, "evidence", entry_id(entry))
        yield this, "rdf:type", "oa:SpecificResource"
        yield this, "oa:hasSource", names.record("source", entry["source"])
        yield this, "milepost:read", Literal(entry["read"])
        yield from texts(this, "skos:editorialNote", entry.get("note"))
        if words := place_in_words(entry["locator"]):
            yield this, "milepost:locator", Literal(words)
        if "span" in entry["locator"]:
            yield from _selector(this, entry["locator"]["span"])
        if "speaker" in entry:
            yield from _speaker(f"{this}/speaker", entry["speaker"], names)


def _selector(passage: str, span: Body) -> Iterator[Triple]:
    """Yield the place in code points, refined by the hash that the text there must have."""
    this = f"{passage}/locator/span"
    digest = f"{this}/sha256"
    end = span["start"] + span["length"]
    yield passage, "oa:hasSelector", this
    yield this, "rdf:type", "oa:TextPositionSelector"
    yield this, "oa:start", Literal(str(span["start"]), datatype="xsd:nonNegativeInteger")
    yield this, "oa:end", Literal(str(end), datatype="xsd:nonNegativeInteger")
    yield this, "oa:refinedBy", digest
    yield digest, "rdf:type", "milepost:DigestSelector"
    yield digest, "schema:sha256", Literal(span["sha256"])
    yield digest, "milepost:textProfile", Literal(span["profile"])


def _speaker(this: str, speaker: Body, names: Names) -> Iterator[Triple]:
    yield this, "rdf:type", "prov:Attribution"
    yield this, "prov:agent", names.actor(speaker["who"])
    if "office" in speaker:
        yield this, "milepost:office", names.term("office", speaker["office"])
    if "for" in speaker:
        yield this, "milepost:onBehalfOf", names.record("party", speaker["for"])
