"""The derivations of a record: where each stands, and the claim that is made by it."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from milepost.model import Body, Path

Derivation = Mapping[str, Any]
Input = Mapping[str, Any]


class Derived(NamedTuple):
    """A claim with the rule and the inputs that give it, and the place of these in the record."""

    at: Path
    rule: str
    inputs: list[tuple[str, Input]]
    claimed: str


def derived_in(body: Body) -> list[Derived]:
    """Return each derivation of a claim that is made, the nested ones too."""
    found: list[Derived] = []
    for position, entry in enumerate(body.get("evidence", ())):
        if "derivation" in entry:
            says = entry["says"]
            for address, derivation in entry["derivation"].items():
                if address in says:
                    at = ("evidence", position, "derivation", address)
                    _add(at, derivation, says[address], found)
    return found


def _add(at: Path, derivation: Derivation, claimed: str, found: list[Derived]) -> None:
    inputs = [(name, given) for name, given in derivation.items() if name != "rule"]
    found.append(Derived(at, derivation["rule"], inputs, claimed))
    for name, given in inputs:
        if "derivation" in given:
            _add((*at, name, "derivation"), given["derivation"], given["value"], found)
