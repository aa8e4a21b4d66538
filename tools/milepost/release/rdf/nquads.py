"""N-Quads 1.1: one triple a line, in the default graph, sorted by code points."""

import re
from collections.abc import Iterable
from functools import lru_cache

from milepost.release.rdf.namespaces import expanded, is_absolute
from milepost.release.rdf.triple import Graph, Literal, Object, Pair

# What a literal may not hold as it is, and other control characters, which no reader wants to meet.
_SPECIAL = re.compile(r'[\x00-\x1f"\\\x7f]')
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def as_nquads(graph: Graph) -> bytes:
    """Return a graph in N-Quads, in UTF-8."""
    # No IRI holds >, so none with it is the beginning of another: lines sort as their subjects do.
    subjects = sorted((f"{_full(subject)} ", subject) for subject in graph)
    return "".join(_block(start, graph[subject]) for start, subject in subjects).encode()


def _block(start: str, pairs: Iterable[Pair]) -> str:
    """Return the lines of a subject, with which each of them starts."""
    rests = sorted([f"{_full(verb)} {_term(value)} .\n" for verb, value in pairs])
    return start + start.join(rests)


@lru_cache(maxsize=8192)
def _full(iri: str) -> str:
    return f"<{iri}>" if is_absolute(iri) else expanded(iri)


def _term(value: Object) -> str:
    if isinstance(value, str):
        return _full(value)
    return f"{quoted(value)}^^{expanded(value.datatype)}" if value.datatype else quoted(value)


def quoted(literal: Literal) -> str:
    """Return the text of a literal in quotes, with its language, as N-Quads and Turtle have it."""
    text = literal.text
    if '"' in text or "\\" in text or not text.isprintable():
        text = _SPECIAL.sub(_escape, text)
    return f'"{text}"@{literal.language}' if literal.language else f'"{text}"'


def _escape(found: re.Match[str]) -> str:
    return _ESCAPES.get(found[0]) or f"\\u{ord(found[0]):04X}"
