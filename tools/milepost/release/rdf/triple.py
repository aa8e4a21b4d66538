"""Triples: subject, predicate and object; IRIs in full or as prefix:name, and never a blank node.

They are grouped by subject, and each spelling is written subject by subject.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple, TypeAlias

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
PLAIN: Final = ("", "")


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
    said: dict[str, tuple[list[str], list[Part], list[str]]] = {}
    last = None
    for subject, predicate, value in triples:
        if subject is not last:
            predicates, parts, values = said.setdefault(subject, ([], [], [subject]))
            last = subject
        predicates.append(predicate)
        if not isinstance(value, str):
            parts.append((value[1], value[2]))
            values.append(value[0])
        elif value.startswith(ABSOLUTE):
            parts.append(None)
            values.append(value)
        else:
            parts.append(value)
    for predicates, parts, values in said.values():
        node = Node(tuple(predicates), tuple(parts), values)
        yield _once(node) if len(set(predicates)) < len(predicates) else node


def _once(node: Node) -> Node:
    pairs = list(zip(node.predicates, node.objects, strict=True))
    once = dict.fromkeys(pairs)
    if len(once) == len(pairs):
        return node
    return next(grouped((node.subject, *pair) for pair in once))


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
