"""Statements as triples: who says what of which value, where it stands and what became of it."""

import json
from collections.abc import Container, Iterator
from functools import cache
from typing import NamedTuple

from milepost.addresses import tokens
from milepost.evidence.resolutions import Settlement, settlements
from milepost.evidence.statements import Statement
from milepost.model import Body, Record
from milepost.release.rdf.names import Names, part, pointer
from milepost.release.rdf.triple import PLAIN, Literal, Node, Part, Triple, texts

_RANKS = {
    "preferred": "wikibase:PreferredRank",
    "normal": "wikibase:NormalRank",
    "deprecated": "wikibase:DeprecatedRank",
}
_LISTS = ("stages", "actors", "agenda", "effects", "quantities")
_PERIODS = ("affiliations", "governments", "memberships")
_FIRST = (
    *("rdf:type", "milepost:record", "milepost:pointer", "rdf:value", "milepost:standing"),
    *("wikibase:rank", "oa:hasTarget"),
)
# What every statement has, by whether its source is a primary one; then what only some have.
_ALWAYS = ((*_FIRST, "prov:wasDerivedFrom"), (*_FIRST, "prov:hadPrimarySource"))
_ABOUT = ("schema:about",)
_SPOKEN = ("prov:wasAttributedTo", "prov:qualifiedAttribution")
_SETTLED = ("milepost:settledBy",)
_DERIVED = ("milepost:derivationRule", "milepost:derivation")


class _Place(NamedTuple):
    """What an address tells: the part it lies in, and the datatype of its value.

    The part and the claim are fragments of IRIs.
    """

    part: str
    datatype: str
    claim: str


def statement(said: Statement, names: Names, primary: Container[str]) -> Node:
    """Return a statement; `primary` has the slugs of the sources that stood at what they tell."""
    record = names.record(said.record.kind, said.record.id)
    passage = f"{record}#{pointer('evidence', said.entry_name)}"
    place, entry, settled = _place(said.address), said.entry, said.settlement
    source = entry["source"]
    this = _this(said, passage, record, place.claim)
    values = [this, record, said.address, said.value, passage, names.record("source", source)]
    predicates: tuple[str, ...] = _ALWAYS[source in primary]
    parts = _parts(said.standing, said.rank, place.datatype)
    if said.published and place.part:
        predicates += _ABOUT
        parts += (None,)
        values.append(f"{record}#{place.part}")
    if "speaker" in entry:
        predicates += _SPOKEN
        parts += (None, None)
        values += (names.actor(entry["speaker"]["who"]), f"{passage}/speaker")
    if settled:
        predicates += _SETTLED
        parts += (None,)
        values.append(_settlement_iri(settled, record))
    if "derivation" in entry and (derivation := said.derivation):
        predicates += _DERIVED
        parts += (None, PLAIN)
        values += _derived(derivation, names)
    return Node(predicates, parts, values)


@cache
def _parts(standing: str, rank: str, datatype: str) -> tuple[Part, ...]:
    """Return the parts of what every statement has."""
    judged = (f"milepost:standing-{standing}", _RANKS[rank])
    return ("milepost:Statement", None, PLAIN, ("", datatype), *judged, None, None)


def _derived(derivation: Body, names: Names) -> tuple[str, str]:
    inputs = json.dumps(derivation, ensure_ascii=False)
    return names.term("derivation-rule", derivation["rule"]), inputs


def _this(said: Statement, passage: str, record: str, claim: str) -> str:
    """Return the pointer of the claim, or that of the group by which it is read elsewhere."""
    settled = said.settlement
    if settled and settled.outcome == "read-as":
        return _settlement_iri(settled, record) + pointer("over", said.entry_name)
    return passage + claim


@cache
def _place(address: str) -> _Place:
    steps = tokens(address)
    named = steps[:2] if steps[0] in {*_LISTS, *_PERIODS} else steps[:1]
    ends = ("from", "to") if steps[0] in _PERIODS else ("date", "end")
    is_part = steps[0] in {*_LISTS, *_PERIODS, "instrument"}
    return _Place(
        pointer(*named) if is_part else "",
        "edtf:EDTF" if steps[-1] in ends else "",
        pointer("says", address),
    )


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
