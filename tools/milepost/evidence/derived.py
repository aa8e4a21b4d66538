"""The derivations of a record: where each stands, and the claim that is made by it."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from milepost.model import Body, Path

Derivation = Mapping[str, Any]


class Derived(NamedTuple):
    """A claim with its derivation, and the place of that in the record."""

    at: Path
    derivation: Derivation
    claimed: str


def derived_in(body: Body) -> list[Derived]:
    """Return each derivation of a claim that is made, the nested ones too."""
    found: list[Derived] = []
    for position, entry in enumerate(body.get("evidence", ())):
        for address, derivation in entry.get("derivation", {}).items():
            if address in entry["says"]:
                at = ("evidence", position, "derivation", address)
                found += _with_nested(at, derivation, entry["says"][address])
    return found


def inputs_of(derivation: Derivation) -> list[tuple[str, Mapping[str, Any]]]:
    """Return the inputs of a derivation by name, without its rule."""
    return [(name, given) for name, given in derivation.items() if name != "rule"]


def _with_nested(at: Path, derivation: Derivation, claimed: str) -> Iterator[Derived]:
    yield Derived(at, derivation, claimed)
    for name, given in inputs_of(derivation):
        if "derivation" in given:
            yield from _with_nested((*at, name, "derivation"), given["derivation"], given["value"])
