"""What a row makes of a record: its part, its claims, and the record with both."""

from collections.abc import Callable, Mapping
from typing import Any

from milepost.drafting.draft import draft, party_of, proposed_name
from milepost.model import Body, Record
from milepost.rules.view import View
from milepost.sheets.joining import aligned, claims, joined
from milepost.sheets.told import Told

_OTHER = "other"


def blank(told: Told, identifier: str) -> Record:
    """Return a new milestone of a row, before what the row tells of acts is in it."""
    body: dict[str, Any] = {
        "relationships": list(dict.fromkeys(told.dyads)),
        **told.milestone,
        "stages": [],
        "evidence": [],
    }
    return Record("milestone", identifier, "", body)


def claims_of(view: View, told: Told, body: Body) -> dict[str, str]:
    """Return what the source of a row says of a record, by address."""
    return claims(view.schemas, _part(view, told, body))


def record_with(
    view: View, told: Told, entry: Body, record: Record, is_taken: Callable[[str], bool]
) -> Record:
    """Return a record with what a row tells, in a file of its own where it is new."""
    term = view.terms.get("milestone-type", {}).get(str(record.body.get("type")), {})
    part = _part(view, told, record.body)
    body = joined(record.body, part, entry, term.get("headline", ()))
    name = proposed_name("milestone", body) or str(body["type"])
    made, number = draft(view, "milestone", body, name, record.id), 1
    if record.path:
        return Record("milestone", record.id, record.path, made.body)
    while is_taken(made.path):
        number += 1
        made = draft(view, "milestone", body, f"{name}-{number}", record.id)
    return made


def _part(view: View, told: Told, body: Body) -> Mapping[str, Any]:
    """Return what a row tells of a record, each actor with a side, members under their keys."""
    actors = told.milestone.get("actors", ())
    sides = {party for dyad in body["relationships"] for party in dyad.split("-")}
    sided = [{"side": _side(view, actor, sides), **actor} for actor in actors]
    part = {**told.milestone, **({"actors": sided} if sided else {})}
    return aligned(part, body, view.schemas.keyed["milestone"])


def _side(view: View, actor: Body, sides: set[str]) -> str:
    party = party_of(view, str(actor.get("actor", "")))
    return party if party in sides else _OTHER
