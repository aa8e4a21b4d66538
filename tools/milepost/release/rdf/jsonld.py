"""JSON-LD 1.1: one node a line, with a context that stands in the file itself."""

from collections.abc import Iterable
from functools import cache
from typing import Final

import orjson

from milepost.release.rdf.namespaces import PREFIXES
from milepost.release.rdf.spelling import Spelt, iri_in_json

HEAD: Final = f'{{"@context":{orjson.dumps(PREFIXES).decode()},\n"@graph":[\n'
BETWEEN: Final = ",\n"
FOOT: Final = "\n]}\n"
_TYPE: Final = "rdf:type"


def block(subject: str, predicates: Iterable[str], objects: Iterable[Spelt]) -> str:
    """Return the node of a subject, with the values of each predicate where it is named first."""
    members = dict[str, list[str]]()
    for predicate, value in zip(predicates, objects, strict=True):
        members.setdefault(_name(predicate), []).append(value[3 if predicate == _TYPE else 2])
    inside = "],".join([name + ",".join(values) for name, values in members.items()])
    return f'{{"@id":{iri_in_json(subject)},{inside}]}}'


@cache
def _name(predicate: str) -> str:
    """Return what stands before the values of a predicate."""
    return f"{iri_in_json('@type' if predicate == _TYPE else predicate)}:["
