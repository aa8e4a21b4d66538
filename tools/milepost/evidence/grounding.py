"""Grounding: which values of a record rest on a source, and not on derivations from each other."""

from collections.abc import Iterator, Mapping
from typing import Any

from milepost.evidence.weighing import Weight
from milepost.model import Body

_RECORD = "record/"


def grounded_addresses(body: Body, weights: Mapping[str, Weight]) -> frozenset[str]:
    """Return the addresses with a supporting claim that rests, in the end, on a source alone.

    A claim rests on the values of its record that its derivation refers to; those that refer to
    none are grounded at once, and the others as soon as all that they rest on are.
    """
    grounds = {
        (address, weighed.claim.position): _grounds(body, weighed.claim.position, address)
        for address, weight in weights.items()
        for weighed in weight.claims
        if weighed.relation == "supports"
    }
    found: frozenset[str] = frozenset()
    while True:
        more = frozenset(address for (address, _), needed in grounds.items() if needed <= found)
        if more <= found:
            return found
        found |= more


def _grounds(body: Body, position: int, address: str) -> frozenset[str]:
    derivation = body["evidence"][position].get("derivation", {}).get(address, {})
    return frozenset(_references(derivation))


def _references(derivation: Mapping[str, Any]) -> Iterator[str]:
    for name, given in derivation.items():
        if name == "rule":
            continue
        if given.get("ref", "").startswith(_RECORD):
            yield given["ref"].removeprefix(_RECORD[:-1])
        yield from _references(given.get("derivation", {}))
