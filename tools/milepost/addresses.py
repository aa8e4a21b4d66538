"""Addresses: JSON Pointers (RFC 6901) in which members of a list are named by key, not position."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from milepost.model import Path

# The natural key of a member, in the order in which it is looked for.
NATURAL_KEYS = ("key", "id", "stage", "actor", "topic", "track", "kind", "source", "list", "office")


def escaped(token: str) -> str:
    """Return a token with ~ and / written as RFC 6901 asks."""
    return token.replace("~", "~0").replace("/", "~1")


def unescaped(token: str) -> str:
    """Return the token that an escaped one stands for."""
    return token.replace("~1", "/").replace("~0", "~")


@lru_cache(maxsize=16384)
def tokens(address: str) -> tuple[str, ...]:
    """Return the tokens of an address, unescaped; the empty address has none."""
    found = address.split("/")[1:]
    return tuple(map(unescaped, found) if "~" in address else found)


def address(names: Iterable[str]) -> str:
    """Return the address that tokens make."""
    return "".join(f"/{escaped(name)}" for name in names)


def ways_to(place: str) -> Iterator[str]:
    """Yield an address and every one above it, the nearest first."""
    while place:
        yield place
        place = parent(place)


def parent(address: str) -> str:
    """Return the address one level up."""
    return address.rpartition("/")[0]


def address_of(body: Any, path: Path) -> str:
    """Return the address of a path of keys and positions in a record, however malformed."""
    address, value = "", body
    for step in path:
        value = _step(value, step)
        address += "/" + escaped(_name(value, step))
    return address


def leads_somewhere(body: Any, address: str) -> bool:
    """Return whether a record has anything at an address, factual or not."""
    value = body
    for token in tokens(address):
        if isinstance(value, list):
            named = (member for at, member in enumerate(value) if _name(member, at) == token)
            value = next(named, None)
        else:
            value = value.get(token) if isinstance(value, Mapping) else None
    return value is not None


def _step(value: Any, step: str | int) -> Any:
    if isinstance(value, Mapping):
        return value.get(str(step))
    inside = isinstance(value, list) and isinstance(step, int) and step < len(value)
    return value[int(step)] if inside else None


def _name(member: Any, step: str | int) -> str:
    if isinstance(step, str):
        return step
    if isinstance(member, str):
        return member
    return key_of(member) or str(step)


def key_of(member: Any) -> str | None:
    """Return the key by which addresses name a member of a list, or None where it has none."""
    if not isinstance(member, Mapping):
        return None
    found = (member[name] for name in NATURAL_KEYS if isinstance(member.get(name), str))
    return next(found, None)


def numbered(members: Sequence[Mapping[str, Any]], natural: str) -> dict[str, int]:
    """Return the position of each member by its key; the first of two equal keys wins."""
    positions: dict[str, int] = {}
    for position, member in enumerate(members):
        positions.setdefault(member.get("key") or member[natural], position)
    return positions
