"""Triples: subject, predicate and object; IRIs in full or as prefix:name, and never a blank node.

They are grouped by subject, and each spelling is written subject by subject.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from milepost.release.rdf.namespaces import ABSOLUTE
from milepost.release.tables.cells import earliest, latest


class Literal(NamedTuple):
    """A text with its language or its datatype; a plain one has neither."""

    text: str
    language: str = ""
    datatype: str = ""


Object: TypeAlias = str | Literal
Triple: TypeAlias = tuple[str, str, Object]


# What an object is but for its IRI or its text: a term (prefix:name) as it stands, the language and
# the datatype of a literal, or None for an IRI in full.
Part: TypeAlias = str | tuple[str, str] | None


class Node(NamedTuple):
    """A subject with all that is said of it: predicates, and to each the part at its position.

    `values` has the subject, then the IRIs and texts of the parts in their order.
    """

    predicates: tuple[str, ...]
    parts: tuple[Part, ...]
    values: Sequence[str]

    @property
    def subject(self) -> str:
        """The IRI of which all is said."""
        return self.values[0]

    @property
    def objects(self) -> list[Object]:
        """The object of each predicate."""
        values = iter(self.values[1:])
        return [
            part
            if isinstance(part, str)
            else Literal(next(values), *part)
            if part
            else next(values)
            for part in self.parts
        ]


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
            yield node_of(subject, *zip(*once, strict=True))
        else:
            yield node_of(subject, predicates, objects)


def node_of(subject: str, predicates: Iterable[str], objects: Iterable[Object]) -> Node:
    """Return the node of a subject by its predicates and the object of each."""
    parts, values = list[Part](), [subject]
    for value in objects:
        if not isinstance(value, str):
            parts.append((value[1], value[2]))
            values.append(value[0])
        elif value.startswith(ABSOLUTE):
            parts.append(None)
            values.append(value)
        else:
            parts.append(value)
    return Node(tuple(predicates), tuple(parts), values)


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
