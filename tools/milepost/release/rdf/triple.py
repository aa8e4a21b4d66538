"""Triples: subject, predicate and object; IRIs in full or as prefix:name, and never a blank node.

They are grouped by subject, and each spelling is written subject by subject.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from milepost.release.tables.cells import earliest, latest


class Literal(NamedTuple):
    """A text with its language or its datatype; a plain one has neither."""

    text: str
    language: str = ""
    datatype: str = ""


Object: TypeAlias = str | Literal
Triple: TypeAlias = tuple[str, str, Object]


class Node(NamedTuple):
    """A subject with all that is said of it: predicates, and to each the object at its position."""

    subject: str
    predicates: tuple[str, ...]
    objects: Sequence[Object]


DATE = ("dcterms:date", "milepost:earliest", "milepost:latest")
ISSUED = ("dcterms:issued", "milepost:earliest", "milepost:latest")
START = ("schema:startDate", "milepost:startEarliest", "milepost:startLatest")
END = ("schema:endDate", "milepost:endEarliest", "milepost:endLatest")
TRUE = Literal("true", datatype="xsd:boolean")


def grouped(triples: Iterable[Triple]) -> Iterator[Node]:
    """Yield triples by subject, subjects and what is said of them in the order in which they came.

    What is said twice is there once.
    """
    said: dict[str, tuple[list[str], list[Object]]] = {}
    for subject, predicate, value in triples:
        pairs = said.get(subject)
        if pairs is None:
            said[subject] = [predicate], [value]
        else:
            pairs[0].append(predicate)
            pairs[1].append(value)
    for subject, (predicates, objects) in said.items():
        if len(set(predicates)) < len(predicates):
            once = dict.fromkeys(zip(predicates, objects, strict=True))
            yield Node(subject, *zip(*once, strict=True))
        else:
            yield Node(subject, tuple(predicates), objects)


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
