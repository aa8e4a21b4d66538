"""The shapes of the graph in SHACL: what each class must have, and of which kind it is.

They are written from the schemas by hand and judge the graph alone: that a record is sound, the
rules say.
"""

from collections.abc import Iterator
from typing import NamedTuple

from milepost.release.rdf.triple import Literal, Triple

_MANY = -1


class Constraint(NamedTuple):
    """What stands at a property: how often, and of which datatype, class or pattern, if any."""

    path: str
    least: int = 1
    most: int = 1
    datatype: str = ""
    kind: str = ""
    pattern: str = ""


_IDENTIFIER = Constraint("dcterms:identifier", datatype="xsd:string")
_LABEL = Constraint("rdfs:label", 1, _MANY, "rdf:langString")
_START = Constraint("schema:startDate", 0, datatype="edtf:EDTF")
_END = Constraint("schema:endDate", 0, datatype="edtf:EDTF")
_LEVEL = Constraint("milepost:level", kind="skos:Concept")
_TRACK = Constraint("milepost:track", pattern="^(diplomatic|missions|partnership)$")
_CONCEPT = Constraint("dcterms:type", kind="skos:Concept")
_HEX = "^[0-9a-f]{64}$"
_COUNT = "xsd:nonNegativeInteger"

SHAPES = {
    "milepost:Milestone": (
        Constraint("dcterms:identifier", pattern="^mp-[0-9bcdfghjkmnpqrstvwxz]{7}$"),
        _LABEL,
        _CONCEPT,
        Constraint("milepost:relationship", 1, _MANY, kind="milepost:Relationship"),
        Constraint("schema:subEvent", 1, _MANY, kind="milepost:Stage"),
        Constraint("milepost:headline", 0, kind="milepost:Stage"),
        Constraint("prov:qualifiedAssociation", 0, _MANY, kind="prov:Association"),
        Constraint("schema:superEvent", 0, kind="schema:Event"),
        Constraint("dcterms:date", 0, datatype="edtf:EDTF"),
        Constraint("milepost:earliest", 0, datatype="xsd:date"),
        Constraint("milepost:latest", 0, datatype="xsd:date"),
    ),
    "milepost:Stage": (_CONCEPT, _START, _END),
    "prov:Association": (
        Constraint("prov:agent"),
        Constraint("prov:hadRole", kind="skos:Concept"),
    ),
    "milepost:Effect": (_TRACK, _LEVEL),
    "milepost:StatusInterval": (
        _TRACK,
        _LEVEL,
        _START,
        _END,
        Constraint("milepost:relationship", kind="milepost:Relationship"),
        Constraint("milepost:openedBy", kind="milepost:Milestone"),
        Constraint("milepost:closedBy", 0, kind="milepost:Milestone"),
        Constraint("prov:wasDerivedFrom", 1, _MANY),
    ),
    "milepost:Relationship": (
        _IDENTIFIER,
        _LABEL,
        Constraint("milepost:party", 2, 2, kind="schema:Country"),
    ),
    "milepost:Statement": (
        Constraint("milepost:record"),
        Constraint("milepost:pointer", pattern="^/"),
        Constraint("rdf:value"),
        Constraint("milepost:standing", kind="skos:Concept"),
        Constraint("wikibase:rank"),
        Constraint("oa:hasTarget", kind="oa:SpecificResource"),
        Constraint("milepost:settledBy", 0, kind="milepost:Settlement"),
    ),
    "milepost:Settlement": (
        Constraint("milepost:rule", kind="skos:Concept"),
        Constraint("milepost:outcome", kind="skos:Concept"),
        Constraint("dcterms:description", 1, _MANY, "rdf:langString"),
        Constraint("prov:wasAssociatedWith", kind="prov:Agent"),
        Constraint("dcterms:date", datatype="xsd:date"),
    ),
    "oa:SpecificResource": (Constraint("oa:hasSource", kind="schema:CreativeWork"),),
    "oa:TextPositionSelector": (
        Constraint("oa:start", datatype=_COUNT),
        Constraint("oa:end", datatype=_COUNT),
        Constraint("oa:refinedBy", kind="milepost:DigestSelector"),
    ),
    "milepost:DigestSelector": (Constraint("schema:sha256", pattern=_HEX),),
    "skos:Concept": (
        Constraint("skos:definition", 1, _MANY, "rdf:langString"),
        Constraint("skos:inScheme", 0, kind="skos:ConceptScheme"),
        Constraint("skos:broader", 0, _MANY, kind="skos:Concept"),
    ),
    "schema:Person": (_IDENTIFIER, _LABEL),
    "schema:Organization": (_IDENTIFIER, _LABEL),
    "schema:Place": (_IDENTIFIER, _LABEL),
    "schema:Country": (_IDENTIFIER, _LABEL),
}


def shapes() -> Iterator[Triple]:
    """Yield the shapes, each property of a class with an IRI of its own."""
    for target, constraints in SHAPES.items():
        shape = f"milepost:{target.partition(':')[2]}Shape"
        yield shape, "rdf:type", "sh:NodeShape"
        yield shape, "sh:targetClass", target
        for constraint in constraints:
            this = f"{shape}-{constraint.path.replace(':', '-')}"
            yield shape, "sh:property", this
            yield from _property(this, constraint)


def _property(this: str, constraint: Constraint) -> Iterator[Triple]:
    yield this, "rdf:type", "sh:PropertyShape"
    yield this, "sh:path", constraint.path
    if constraint.least:
        yield this, "sh:minCount", _number(constraint.least)
    if constraint.most != _MANY:
        yield this, "sh:maxCount", _number(constraint.most)
    if constraint.datatype:
        yield this, "sh:datatype", constraint.datatype
    if constraint.kind:
        yield this, "sh:class", constraint.kind
    if constraint.pattern:
        yield this, "sh:pattern", Literal(constraint.pattern)


def _number(count: int) -> Literal:
    return Literal(str(count), datatype="xsd:integer")
