"""Turtle 1.1: a block for each subject, with prefixes for the terms of vocabularies."""

from collections.abc import Iterator, Mapping

from milepost.release.rdf.namespaces import PREFIXES, is_absolute
from milepost.release.rdf.nquads import quoted
from milepost.release.rdf.triple import Graph, Literal, Object


def as_turtle(graph: Graph) -> bytes:
    """Return a graph in Turtle, in UTF-8."""
    prefixes = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in PREFIXES.items())
    blocks = (f"\n{_iri(subject)} {_block(graph[subject])} .\n" for subject in graph)
    return (prefixes + "".join(blocks)).encode()


def _block(predicates: Mapping[str, Mapping[Object, None]]) -> str:
    return " ;\n    ".join(_lines(predicates))


def _lines(predicates: Mapping[str, Mapping[Object, None]]) -> Iterator[str]:
    for predicate, values in predicates.items():
        verb = "a" if predicate == "rdf:type" else _iri(predicate)
        yield f"{verb} {', '.join([_term(value) for value in values])}"


def _iri(iri: str) -> str:
    return f"<{iri}>" if is_absolute(iri) else iri


def _term(value: Object) -> str:
    if isinstance(value, Literal):
        return f"{quoted(value)}^^{value.datatype}" if value.datatype else quoted(value)
    return _iri(value)
