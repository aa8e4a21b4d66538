"""Addresses in words: /stages/agreed/date in, "the date of the stage Agreed" out."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from milepost.addresses import tokens
from milepost.model import Record
from milepost.site.naming import actor_link, term_link
from milepost.site.phrase import Code, Link, Part, Phrase
from milepost.site.site import Site
from milepost.site.wording import list_name

TRACKS = {
    "diplomatic": "diplomatic relations",
    "missions": "missions",
    "partnership": "partnership",
}
# The natural key of each list in which members have addresses.
_NATURAL = {
    "stages": "stage",
    "actors": "actor",
    "agenda": "topic",
    "effects": "track",
    "quantities": "kind",
    "memberships": "list",
    "governments": "id",
    "affiliations": "office",
}
_FIELDS = {
    "stage": "occurrence",
    "date": "date",
    "end": "end",
    "place": "place",
    "actor": "part",
    "office": "office",
    "topic": "topic",
    "act": "act",
    "by": "person or body acting",
    "to": "person or body addressed",
    "from": "beginning",
    "level": "level",
    "value": "figure",
    "occasion": "occasion",
    "protocol": "protocol",
    "number": "number",
    "organization": "organization",
    "id": "existence",
}
_HEADINGS = {
    ("agenda", "by"): "by",
    ("agenda", "to"): "to",
    ("actors", "actor"): "took part",
}
_AS = {"actors": "government", "agenda": "capacity", "effects": "government"}


@lru_cache(maxsize=2048)
def field_name(address: str) -> str:
    """Return what the field at an address is called, in lower case."""
    steps = tokens(address)
    if steps[0] == "effects" and steps[-1] == "from":
        return "level before"
    if steps[-1] == "as":
        return _AS[steps[0]]
    name = steps[2] if len(steps) > 3 else steps[-1]  # noqa: PLR2004 -- /agenda/water/by/hun-sen
    if steps[0] in {"memberships", "governments", "affiliations"} and name == "to":
        return "end"
    return _FIELDS.get(name, name)


@lru_cache(maxsize=2048)
def field_label(address: str) -> str:
    """Return how the field at an address is headed in a table."""
    steps = tokens(address)
    name = _HEADINGS.get((steps[0], steps[min(2, len(steps) - 1)])) or field_name(address)
    return name[0].upper() + name[1:]


@lru_cache(maxsize=2048)
def member_address(address: str) -> str:
    """Return the address of the member that a value lies in, empty for the record itself."""
    steps = address.split("/")
    return "/".join(steps[:3]) if steps[1] in _NATURAL else ""


def member_of(record: Record, address: str) -> Mapping[str, Any] | None:
    """Return the member that an address lies in, or None where the record has none there."""
    steps = tokens(address)
    if len(steps) < 2 or steps[0] not in _NATURAL:  # noqa: PLR2004 -- a list and a key
        return None
    return _member(record, steps)


def _member(record: Record, steps: tuple[str, ...]) -> Mapping[str, Any] | None:
    members, natural = record.body.get(steps[0], ()), _NATURAL[steps[0]]
    # A loop, which is quicker than a generator where there is a member or two.
    for each in members:
        if (each.get("key") or each[natural]) == steps[1]:
            found: Mapping[str, Any] = each
            return found
    return None


def member_phrase(site: Site, record: Record, address: str) -> Phrase:
    """Return the member that an address lies in, in words; the record itself for its own fields.

    Where there are several of a kind, the key of the member tells which.
    """
    steps = tokens(address)
    if steps[0] not in _NATURAL:
        return (f"the {record.kind}",)
    member = _member(record, steps) or {}
    natural = str(member.get(_NATURAL[steps[0]], steps[1]))
    return (*_NAMES[steps[0]](site, natural, member), *key_phrase(member))


def key_phrase(member: Mapping[str, Any]) -> Phrase:
    """Return what tells a member from others of its kind, as addresses have it; empty for most.

    An effect on the missions of one party says so without its key.
    """
    if "key" not in member or member["key"] == f"{member.get('track')}-{member.get('of')}":
        return ()
    return (" ", Code(member["key"]))


def what_phrase(site: Site, record: Record, address: str) -> Phrase:
    """Return what an address speaks of, such as the date of the stage Agreed."""
    if tokens(address)[0] == "quantities":
        return member_phrase(site, record, address)
    return (f"the {field_name(address)} of ", *member_phrase(site, record, address))


def stage_link(site: Site, stage: str) -> Part:
    """Return a link to a stage by the short form of its label, without what stands in brackets."""
    return _short(term_link(site, "stage", stage))


@lru_cache(maxsize=256)
def _short(link: Part) -> Part:
    if not isinstance(link, Link):
        return link
    return link._replace(text=link.text.partition(" (")[0])


def _stage(site: Site, natural: str, _member: Mapping[str, Any]) -> Phrase:
    return ("the stage ", stage_link(site, natural))


def _actor(site: Site, natural: str, _member: Mapping[str, Any]) -> Phrase:
    return (actor_link(site, natural),)


def _agenda(site: Site, natural: str, member: Mapping[str, Any]) -> Phrase:
    act: tuple[Part, ...] = ()
    if "act" in member:
        act = (" (", term_link(site, "agenda-act", member["act"]), ")")
    return ("the agenda item ", term_link(site, "topic", natural), *act)


def _effect(site: Site, natural: str, member: Mapping[str, Any]) -> Phrase:
    track = TRACKS.get(natural, natural)
    of: tuple[Part, ...] = (" of ", actor_link(site, member["of"])) if "of" in member else ()
    return (f"the effect on {track}", *of)


def _quantity(site: Site, natural: str, _member: Mapping[str, Any]) -> Phrase:
    return ("the figure for ", term_link(site, "quantity-kind", natural))


def _membership(_edition: Site, natural: str, _member: Mapping[str, Any]) -> Phrase:
    return (f"the membership in the list of {list_name(natural)}",)


def _government(_edition: Site, natural: str, member: Mapping[str, Any]) -> Phrase:
    return ("the government ", member.get("name", {}).get("en", natural))


def _affiliation(site: Site, natural: str, _member: Mapping[str, Any]) -> Phrase:
    return ("the office ", term_link(site, "office", natural))


_NAMES = {
    "stages": _stage,
    "actors": _actor,
    "agenda": _agenda,
    "effects": _effect,
    "quantities": _quantity,
    "memberships": _membership,
    "governments": _government,
    "affiliations": _affiliation,
}


@lru_cache(maxsize=2048)
def anchor_of(address: str) -> str:
    """Return the anchor of an address on the page of its record, such as at-stages-agreed-date."""
    return "at" + "".join(f"-{step}" for step in tokens(address))
