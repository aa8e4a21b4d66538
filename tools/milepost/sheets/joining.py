"""What a row tells put into a record: members found by their keys, claims at their addresses."""

from collections.abc import Mapping, Sequence
from typing import Any

from milepost import edtf, identifiers, intervals
from milepost.derive.headline import headline_of, stage_key
from milepost.model import Body
from milepost.schema.engine import Schemas
from milepost.schema.plan import values_of

# What the editors write of a record; a row that joins one leaves it as it is.
EDITORIAL = ("title", "summary", "note", "topics", "type")


def aligned(part: Body, body: Body, keyed: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """Return what a row tells, each member of a list under the key that it has in a record."""
    result = {name: value for name, value in part.items() if name not in EDITORIAL}
    for name, natural in keyed:
        if name in result and name in body:
            result[name] = [_keyed(member, body[name], natural) for member in result[name]]
    return result


def _keyed(member: Body, others: Sequence[Body], natural: str) -> Body:
    same = [other for other in others if other[natural] == member.get(natural)]
    meant = next((other for other in same if _may_be(member, other)), None) or next(iter(same), {})
    return member if "key" not in meant else {**member, "key": meant["key"]}


def _may_be(member: Body, other: Body) -> bool:
    if "date" in member and "date" in other:
        return intervals.overlap(edtf.parse(member["date"]).days, edtf.parse(other["date"]).days)
    return all(other.get(name, value) == value for name, value in member.items())


def claims(schemas: Schemas, part: Body) -> dict[str, str]:
    """Return what a source says where a row tells this part of a record, by address.

    That a member is there is claimed where nothing else about it is.
    """
    values = values_of(schemas.facts["milestone"], part)
    told = {value.at[:2] for value in values if not value.field.identity}
    return {v.address: v.text for v in values if not v.field.identity or v.at[:2] not in told}


def told_already(body: Body, source: str, says: Mapping[str, str]) -> bool:
    """Return whether one entry of a source in a record says all of this."""
    entries = (entry for entry in body["evidence"] if entry["source"] == source)
    return any(says.items() <= entry["says"].items() for entry in entries)


def joined(body: Body, part: Body, entry: Body, headlines: Sequence[str]) -> dict[str, Any]:
    """Return a record with what a row tells added, and with its evidence.

    What the record says already stays; `headlines` are the stages that its type would have as the
    headline, the likeliest first.
    """
    headline = headline_of(body) if body["stages"] else None
    result = _filled(body, part)
    result["evidence"] = _with_entry(body["evidence"], entry)
    result["stages"] = _with_headline(result["stages"], headline, headlines)
    return result


def _filled(body: Body, part: Body) -> dict[str, Any]:
    result = dict(body)
    for name, value in part.items():
        have = result.get(name)
        if have is None:
            result[name] = value
        elif isinstance(value, dict) and isinstance(have, Mapping):
            result[name] = _filled(have, value)
        elif isinstance(value, list) and isinstance(have, list) and isinstance(value[0], dict):
            result[name] = _members(have, value)
    return result


def _members(have: Sequence[Body], more: Sequence[Body]) -> list[Body]:
    result = {_name(member): member for member in have}
    for member in more:
        name = _name(member)
        result[name] = _filled(result[name], member) if name in result else member
    return list(result.values())


def _name(member: Body) -> str:
    names = (member.get(name) for name in ("key", "stage", "actor", "kind", "topic"))
    return str(next((name for name in names if name), ""))


def _with_entry(evidence: Sequence[Body], entry: Body) -> list[Body]:
    """Return evidence with an entry added, to one of the same place in the source if it can be."""
    about = {name: value for name, value in entry.items() if name != "says"}
    for position, other in enumerate(evidence):
        rest = {name: value for name, value in other.items() if name not in {"says", "id"}}
        if rest == about and all(other["says"].get(a, t) == t for a, t in entry["says"].items()):
            whole = {**other, "says": {**other["says"], **entry["says"]}}
            return [*evidence[:position], whole, *evidence[position + 1 :]]
    taken = {identifiers.entry_id(other) for other in evidence}
    if entry["source"] not in taken:
        return [*evidence, dict(entry)]
    number = next(n for n in range(2, len(evidence) + 3) if f"{entry['source']}-{n}" not in taken)
    return [*evidence, {"id": f"{entry['source']}-{number}", **entry}]


def _with_headline(
    stages: Sequence[Body], headline: Body | None, wanted: Sequence[str]
) -> list[Body]:
    """Return stages of which one is the headline: the one that was, else as the type has it."""
    dated = [stage_key(stage) for stage in stages if "date" in stage]
    if len(dated) < 2 or any("headline" in stage for stage in stages):  # noqa: PLR2004 -- one is clear
        return list(stages)
    was = stage_key(headline) if headline else ""
    order = [was, *wanted, *dated]
    chosen = next(name for name in order if name in dated)
    return [{**s, "headline": True} if stage_key(s) == chosen else s for s in stages]
