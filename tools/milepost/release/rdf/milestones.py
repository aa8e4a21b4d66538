"""Milestones as triples: events with sub-events, qualified associations and their effects."""

from collections.abc import Iterator
from decimal import Decimal

from milepost import quantity
from milepost.derive.headline import headline_of, stage_key
from milepost.model import Body, Record
from milepost.release.rdf.names import Names, part
from milepost.release.rdf.triple import DATE, END, START, Literal, Triple, dated, texts


def milestone(record: Record, names: Names) -> Iterator[Triple]:
    """Yield what the record of a milestone says, its evidence aside."""
    this, body = names.record("milestone", record.id), record.body
    yield this, "rdf:type", "milepost:Milestone"
    yield this, "dcterms:identifier", Literal(record.id)
    yield this, "dcterms:type", names.term("milestone-type", body["type"])
    yield from texts(this, "rdfs:label", body.get("title"))
    yield from texts(this, "dcterms:description", body.get("summary"))
    yield from texts(this, "skos:editorialNote", body.get("note"))
    for language in body.get("translated", ()):
        yield this, "milepost:translated", Literal(language, datatype="xsd:language")
    yield from _references(this, body, names)
    yield from _headline(this, body)
    for member in body["stages"]:
        yield from _stage(this, member, names)
    for parts, triples in _PARTS.items():
        for member in body.get(parts, ()):
            yield from triples(this, member, names)


def _references(this: str, body: Body, names: Names) -> Iterator[Triple]:
    for dyad in body["relationships"]:
        yield this, "milepost:relationship", names.record("relationship", dyad)
    for topic in body.get("topics", ()):
        yield this, "dcterms:subject", names.term("topic", topic)
    if "occasion" in body:
        yield this, "schema:superEvent", names.record("occasion", body["occasion"])
    if "protocol" in body:
        yield this, "milepost:protocol", names.term("protocol", body["protocol"])
    if "instrument" in body:
        yield from _instrument(this, body["instrument"], names)
    # A relation is a term and a property at once, so links are as short here as in the record.
    for link in body.get("links", ()):
        relation = names.term("relation", link["relation"])
        yield this, relation, names.record("milestone", link["target"])


def _headline(this: str, body: Body) -> Iterator[Triple]:
    headline = headline_of(body)
    if headline:
        yield this, "milepost:headline", part(this, "stages", stage_key(headline))
        yield from dated(this, DATE, headline.get("date"))


def _instrument(milestone: str, instrument: Body, names: Names) -> Iterator[Triple]:
    this = part(milestone, "instrument")
    yield milestone, "prov:generated", this
    yield this, "rdf:type", "schema:CreativeWork"
    yield this, "dcterms:type", names.term("instrument-kind", instrument["kind"])
    yield from texts(this, "rdfs:label", instrument.get("name"))
    if "number" in instrument:
        yield this, "dcterms:identifier", Literal(instrument["number"])


def _stage(milestone: str, stage: Body, names: Names) -> Iterator[Triple]:
    this = part(milestone, "stages", stage_key(stage))
    yield milestone, "schema:subEvent", this
    yield this, "rdf:type", "milepost:Stage"
    yield this, "dcterms:type", names.term("stage", stage["stage"])
    yield from dated(this, START, stage.get("date"))
    yield from dated(this, END, stage.get("end"))
    if "place" in stage:
        yield this, "schema:location", names.actor(stage["place"])


def _actor(milestone: str, actor: Body, names: Names) -> Iterator[Triple]:
    this = part(milestone, "actors", actor.get("key") or actor["actor"])
    yield milestone, "prov:qualifiedAssociation", this
    yield this, "rdf:type", "prov:Association"
    yield this, "prov:agent", names.actor(actor["actor"])
    yield this, "prov:hadRole", names.term("actor-role", actor["role"])
    if actor["side"] != "other":
        yield this, "milepost:side", names.record("party", actor["side"])
    if "office" in actor:
        yield this, "milepost:office", names.term("office", actor["office"])
    if "as" in actor:
        yield this, "milepost:government", names.governments[actor["as"]]
    if "at" in actor:
        yield this, "milepost:atStage", part(milestone, "stages", actor["at"])


def _item(milestone: str, item: Body, names: Names) -> Iterator[Triple]:
    this = part(milestone, "agenda", item.get("key") or item["topic"])
    yield milestone, "milepost:agendaItem", this
    yield this, "rdf:type", "milepost:AgendaItem"
    yield this, "dcterms:subject", names.term("topic", item["topic"])
    yield this, "milepost:act", names.term("agenda-act", item["act"])
    for field in ("by", "to"):
        for slug in item.get(field, ()):
            yield this, f"milepost:{field}", names.actor(slug)
    if "as" in item:
        yield this, "milepost:capacity", names.term("office", item["as"])


def _effect(milestone: str, effect: Body, names: Names) -> Iterator[Triple]:
    this = part(milestone, "effects", effect.get("key") or effect["track"])
    yield milestone, "milepost:effect", this
    yield this, "rdf:type", "milepost:Effect"
    yield this, "milepost:track", Literal(effect["track"])
    yield this, "milepost:level", names.term("status-level", effect["level"])
    yield this, "milepost:atStage", part(milestone, "stages", effect.get("at", "in-effect"))
    if "from" in effect:
        yield this, "milepost:fromLevel", names.term("status-level", effect["from"])
    if "of" in effect:
        yield this, "milepost:of", names.record("party", effect["of"])
    if "as" in effect:
        yield this, "milepost:government", names.governments[effect["as"]]


def _quantity(milestone: str, member: Body, names: Names) -> Iterator[Triple]:
    this = part(milestone, "quantities", member.get("key") or member["kind"])
    amount = quantity.parse(member["value"])
    yield milestone, "milepost:quantity", this
    yield this, "rdf:type", "schema:QuantitativeValue"
    yield this, "dcterms:type", names.term("quantity-kind", member["kind"])
    yield this, "rdf:value", Literal(member["value"])
    for predicate, number in (("schema:minValue", amount.low), ("schema:maxValue", amount.high)):
        if number:
            yield this, predicate, Literal(f"{Decimal(number):f}", datatype="xsd:decimal")
    if amount.unit:
        yield this, "schema:unitText", Literal(amount.unit)


_PARTS = {"actors": _actor, "agenda": _item, "effects": _effect, "quantities": _quantity}
