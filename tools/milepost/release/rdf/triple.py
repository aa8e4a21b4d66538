"""Triples: subject, predicate and object; IRIs in full or as prefix:name, and never a blank node.

The list of triples is grouped once, and each spelling is written from the groups.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, TypeAlias

from milepost.release.tables.cells import earliest, latest


class Literal(NamedTuple):
    """A text with its language or its datatype; a plain one has neither."""

    text: str
    language: str = ""
    datatype: str = ""


Object: TypeAlias = str | Literal
Triple: TypeAlias = tuple[str, str, Object]
# The predicates and objects of each subject, in the order in which they came, each pair once.
Pair: TypeAlias = tuple[str, Object]
Graph: TypeAlias = Mapping[str, Mapping[Pair, None]]

DATE = ("dcterms:date", "milepost:earliest", "milepost:latest")
ISSUED = ("dcterms:issued", "milepost:earliest", "milepost:latest")
START = ("schema:startDate", "milepost:startEarliest", "milepost:startLatest")
END = ("schema:endDate", "milepost:endEarliest", "milepost:endLatest")
TRUE = Literal("true", datatype="xsd:boolean")


def grouped(triples: Iterable[Triple]) -> Graph:
    """Return triples by subject."""
    graph: dict[str, dict[Pair, None]] = defaultdict(dict)
    for subject, predicate, value in triples:
        graph[subject][predicate, value] = None
    return graph


def texts(subject: str, predicate: str, by_language: Mapping[str, str] | None) -> Iterator[Triple]:
    """Yield a text in each of its languages."""
    for language, text in (by_language or {}).items():
        yield subject, predicate, Literal(text, language)


def dated(subject: str, predicates: tuple[str, str, str], date: str | None) -> Iterator[Triple]:
    """Yield a date in EDTF, with the first and the last day that it allows, where it has them."""
    if not date:
        return
    written, first, last = predicates
    yield subject, written, edtf(date)
    for predicate, day in ((first, earliest(date)), (last, latest(date))):
        if day:
            yield subject, predicate, Literal(day.removeprefix("+"), datatype="xsd:date")


def edtf(date: str) -> Literal:
    """Return a date as a literal of the datatype that the Library of Congress defines for EDTF."""
    return Literal(date, datatype="edtf:EDTF")
