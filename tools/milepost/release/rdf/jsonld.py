"""JSON-LD 1.1: one node a line, with a context that stands in the file itself."""

from collections.abc import Mapping
from typing import Any

import orjson

from milepost.release.rdf.namespaces import PREFIXES
from milepost.release.rdf.triple import Graph, Literal, Object


def as_jsonld(graph: Graph) -> bytes:
    """Return a graph in JSON-LD, in UTF-8."""
    nodes = b",\n".join(orjson.dumps(_node(subject, graph[subject])) for subject in graph)
    return b'{"@context":%b,\n"@graph":[\n%b\n]}\n' % (orjson.dumps(PREFIXES), nodes)


def _node(subject: str, predicates: Mapping[str, Mapping[Object, None]]) -> dict[str, Any]:
    node: dict[str, Any] = {"@id": subject}
    for predicate, values in predicates.items():
        if predicate == "rdf:type":
            node["@type"] = list(values)
        else:
            node[predicate] = [_value(value) for value in values]
    return node


def _value(value: Object) -> str | dict[str, str]:
    if not isinstance(value, Literal):
        return {"@id": value}
    if value.language:
        return {"@value": value.text, "@language": value.language}
    return {"@value": value.text, "@type": value.datatype} if value.datatype else value.text
