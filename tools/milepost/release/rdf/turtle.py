"""Turtle 1.1: a block for each subject and a line for each object, with prefixes for terms."""

from collections.abc import Iterable

from milepost.release.rdf.namespaces import PREFIXES, is_absolute
from milepost.release.rdf.nquads import quoted
from milepost.release.rdf.triple import Graph, Object, Pair


def as_turtle(graph: Graph) -> bytes:
    """Return a graph in Turtle, in UTF-8."""
    prefixes = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in PREFIXES.items())
    blocks = (f"\n{_iri(subject)} {_block(pairs)} .\n" for subject, pairs in graph.items())
    return (prefixes + "".join(blocks)).encode()


def _block(pairs: Iterable[Pair]) -> str:
    return " ;\n    ".join([f"{_iri(verb)} {_term(value)}" for verb, value in pairs])


def _iri(iri: str) -> str:
    return f"<{iri}>" if is_absolute(iri) else iri


def _term(value: Object) -> str:
    if isinstance(value, str):
        return _iri(value)
    return f"{quoted(value)}^^{value.datatype}" if value.datatype else quoted(value)
