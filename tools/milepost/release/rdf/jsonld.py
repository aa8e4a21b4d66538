"""JSON-LD 1.1: one node a line, with a context that stands in the file itself."""

from collections.abc import Iterable
from typing import Any

import orjson

from milepost.release.rdf.namespaces import PREFIXES
from milepost.release.rdf.triple import Graph, Object, Pair


def as_jsonld(graph: Graph) -> bytes:
    """Return a graph in JSON-LD, in UTF-8."""
    nodes = b",\n".join(orjson.dumps(_node(subject, graph[subject])) for subject in graph)
    return b'{"@context":%b,\n"@graph":[\n%b\n]}\n' % (orjson.dumps(PREFIXES), nodes)


def _node(subject: str, pairs: Iterable[Pair]) -> dict[str, Any]:
    node: dict[str, Any] = {"@id": subject}
    for predicate, value in pairs:
        if predicate == "rdf:type":
            node.setdefault("@type", []).append(value)
        else:
            node.setdefault(predicate, []).append(_value(value))
    return node


def _value(value: Object) -> str | dict[str, str]:
    if isinstance(value, str):
        return {"@id": value}
    if value.language:
        return {"@value": value.text, "@language": value.language}
    return {"@value": value.text, "@type": value.datatype} if value.datatype else value.text
