"""The graph: which records name which, read off the schema, in both directions."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from sys import intern
from typing import NamedTuple

from milepost.model import Record
from milepost.rules.view import View
from milepost.schema.plan import Value

# A vocabulary and a term of it.
Term = tuple[str, str]


class Edge(NamedTuple):
    """A record names another at an address of its own."""

    origin: Record
    address: str
    target: Record


@dataclass(frozen=True, slots=True)
class Graph:
    """All edges, by the file of the record that names and by that of the one that is named.

    `terms` has the terms that each record uses, as vocabulary and term, by its file.
    """

    outgoing: dict[str, list[Edge]] = field(default_factory=dict)
    incoming: dict[str, list[Edge]] = field(default_factory=dict)
    terms: dict[str, list[Term]] = field(default_factory=dict)

    def named_by(self, record: Record) -> list[Edge]:
        """Return the edges from a record to others."""
        return self.outgoing.get(record.path, [])

    def naming(self, record: Record, kind: str | None = None) -> list[Edge]:
        """Return the edges from others to a record, or of them those from one kind."""
        edges = self.incoming.get(record.path, [])
        return [edge for edge in edges if kind in (None, edge.origin.kind)]

    def records_naming(self, record: Record, kind: str) -> list[Record]:
        """Return the records of a kind that name a record, each once, in the order of files."""
        return list({e.origin.path: e.origin for e in self.naming(record, kind)}.values())


def graph_with(graph: Graph, view: View, old: Record, new: Record) -> Graph:
    """Return the graph after one record has taken the place of an older state of itself."""
    outgoing, incoming = dict(graph.outgoing), dict(graph.incoming)
    for edge in graph.named_by(old):
        others = incoming[edge.target.path]
        incoming[edge.target.path] = [other for other in others if other.origin is not old]
    naming = [Edge(edge.origin, edge.address, new) for edge in incoming.get(old.path, [])]
    incoming[old.path] = naming
    for origin in {edge.origin.path for edge in naming}:
        outgoing[origin] = [
            Edge(edge.origin, edge.address, new) if edge.target is old else edge
            for edge in outgoing[origin]
        ]
    values = view.links(new)
    outgoing[old.path] = list(_edges(view, new, values))
    for edge in outgoing[old.path]:
        incoming[edge.target.path] = [*incoming.get(edge.target.path, []), edge]
    kinds = {kind: place for place, kind in enumerate(view.dataset.records)}
    for path in {edge.target.path for edge in outgoing[old.path]}:
        incoming[path].sort(key=lambda e: (kinds[e.origin.kind], e.origin.path.split("/")))
    return Graph(outgoing, incoming, {**graph.terms, new.path: _terms(values)})


def graph_of(view: View) -> Graph:
    """Return the graph of a dataset."""
    graph = Graph()
    for record in view.dataset:
        values = view.links(record)
        graph.terms[record.path] = _terms(values)
        for edge in _edges(view, record, values):
            graph.outgoing.setdefault(record.path, []).append(edge)
            graph.incoming.setdefault(edge.target.path, []).append(edge)
    return graph


def _terms(values: list[Value]) -> list[Term]:
    used = (_term(value.field.vocabulary, value.text) for value in values if value.field.vocabulary)
    return list(dict.fromkeys(used))


@cache
def _term(vocabulary: str, term: str) -> Term:
    """Return a term, which is one value however many records use it."""
    return vocabulary, term


def _edges(view: View, record: Record, values: list[Value]) -> Iterable[Edge]:
    for value in values:
        for kind in value.field.references:
            target = view.dataset.get(kind, value.text)
            if target:
                yield Edge(record, intern(value.address), target)
