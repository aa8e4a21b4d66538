"""Statements as triples: who says what of which value, where it stands and what became of it."""

import json
from collections.abc import Collection, Iterator
from functools import cache
from typing import NamedTuple

from milepost.addresses import tokens
from milepost.evidence.resolutions import Settlement, settlements
from milepost.evidence.statements import Statement
from milepost.model import Record
from milepost.release.rdf.names import Names, part, pointer
from milepost.release.rdf.triple import Literal, Triple, texts

_RANKS = {
    "preferred": "wikibase:PreferredRank",
    "normal": "wikibase:NormalRank",
    "deprecated": "wikibase:DeprecatedRank",
}
_LISTS = ("stages", "actors", "agenda", "effects", "quantities")
_PERIODS = ("affiliations", "governments", "memberships")


class _Place(NamedTuple):
    """What an address tells: the tokens of the part it lies in, and the datatype of its value."""

    member: tuple[str, ...]
    datatype: str


def statement(said: Statement, names: Names, primary: Collection[str]) -> Iterator[Triple]:
    """Yield a statement; `primary` has the slugs of the sources that stood at what they tell."""
    record = names.record(said.record.kind, said.record.id)
    passage = part(record, "evidence", said.entry_name)
    member, datatype = _place(said.address)
    this, settled = _this(said, passage, record), said.settlement
    yield this, "rdf:type", "milepost:Statement"
    yield this, "milepost:record", record
    yield this, "milepost:pointer", Literal(said.address)
    yield this, "rdf:value", Literal(said.value, datatype=datatype)
    yield this, "milepost:standing", f"milepost:standing-{said.standing}"
    yield this, "wikibase:rank", _RANKS[said.rank]
    yield this, "oa:hasTarget", passage
    origin = "prov:hadPrimarySource" if said.source in primary else "prov:wasDerivedFrom"
    yield this, origin, names.record("source", said.source)
    if said.published and member:
        yield this, "schema:about", part(record, *member)
    if "speaker" in said.entry:
        yield this, "prov:wasAttributedTo", names.actor(said.entry["speaker"]["who"])
        yield this, "prov:qualifiedAttribution", f"{passage}/speaker"
    if settled:
        yield this, "milepost:settledBy", _settlement_iri(settled, record)
    if "derivation" in said.entry:
        yield from _derivation(this, said, names)


def _derivation(this: str, said: Statement, names: Names) -> Iterator[Triple]:
    derivation = said.derivation
    if derivation:
        yield this, "milepost:derivationRule", names.term("derivation-rule", derivation["rule"])
        inputs = json.dumps(derivation, ensure_ascii=False)
        yield this, "milepost:derivation", Literal(inputs)


def _this(said: Statement, passage: str, record: str) -> str:
    """Return the pointer of the claim, or that of the group by which it is read elsewhere."""
    settled = said.settlement
    if settled and settled.outcome == "read-as":
        return _settlement_iri(settled, record) + pointer("over", said.entry_name)
    return passage + pointer("says", said.address)


@cache
def _place(address: str) -> _Place:
    steps = tokens(address)
    named = steps[:2] if steps[0] in {*_LISTS, *_PERIODS} else steps[:1]
    ends = ("from", "to") if steps[0] in _PERIODS else ("date", "end")
    is_part = steps[0] in {*_LISTS, *_PERIODS, "instrument"}
    return _Place(named if is_part else (), "edtf:EDTF" if steps[-1] in ends else "")


def settlements_of(record: Record, dataset: str, names: Names) -> Iterator[Triple]:
    """Yield how each dispute of a record was settled: the rule, the reason, by whom and when."""
    subject = names.record(record.kind, record.id)
    for settled in settlements(record.body):
        this, group = _settlement_iri(settled, subject), settled.group
        yield this, "rdf:type", "milepost:Settlement"
        yield this, "milepost:outcome", f"milepost:outcome-{settled.outcome}"
        yield this, "milepost:rule", names.term("resolution-rule", group["rule"])
        yield from texts(this, "dcterms:description", group["rationale"])
        yield this, "prov:wasAssociatedWith", names.editor(dataset, group["by"])
        yield this, "dcterms:date", Literal(group["on"], datatype="xsd:date")
        if "to" in group:
            yield this, "milepost:readAs", Literal(group["to"])


def _settlement_iri(settled: Settlement, record: str) -> str:
    return part(record, "resolutions", settled.address, str(settled.position))
