"""JSON-LD 1.1: one node a line, with a context that stands in the file itself."""

from collections.abc import Sequence
from functools import lru_cache
from operator import add
from typing import Final, NamedTuple

import orjson

from milepost.release.rdf.namespaces import PREFIXES
from milepost.release.rdf.spelling import Spelt, iri_in_json

HEAD: Final = f'{{"@context":{orjson.dumps(PREFIXES).decode()},\n"@graph":[\n'
BETWEEN: Final = ",\n"
FOOT: Final = "\n]}\n"
_TYPE: Final = "rdf:type"


class _Members(NamedTuple):
    """The names of the members of a node, where the values of each are, and which are types."""

    names: tuple[str, ...]
    places: tuple[tuple[int, ...], ...]
    types: tuple[int, ...]
    is_single: bool


def block(subject: str, predicates: tuple[str, ...], objects: Sequence[Spelt]) -> str:
    """Return the node of a subject, with the values of each predicate where it is named first."""
    members = _members(predicates)
    values = [value[2] for value in objects]
    for place in members.types:
        values[place] = objects[place][3]
    if not members.is_single:
        values = [",".join([values[place] for place in places]) for places in members.places]
    inside = "],".join(map(add, members.names, values))
    return f'{{"@id":{iri_in_json(subject)},{inside}]}}'


@lru_cache(maxsize=4096)
def _members(predicates: tuple[str, ...]) -> _Members:
    places: dict[str, list[int]] = {}
    for place, predicate in enumerate(predicates):
        places.setdefault(predicate, []).append(place)
    names = ("@type" if predicate == _TYPE else predicate for predicate in places)
    return _Members(
        tuple(f"{iri_in_json(name)}:[" for name in names),
        tuple(map(tuple, places.values())),
        tuple(places.get(_TYPE, ())),
        is_single=len(places) == len(predicates),
    )
