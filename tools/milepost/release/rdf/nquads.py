"""N-Quads 1.1: one triple a line, in the default graph, sorted by code points."""

from collections.abc import Iterable, Sequence
from functools import cache

from milepost.release.rdf.spelling import full


def block(subject: str, predicates: Iterable[str], objects: Sequence[str]) -> str:
    """Return the sorted lines of a subject.

    No IRI holds >, so none with it is the beginning of another: lines sort as their subjects do.
    """
    start = f"{full(subject)} "
    lines = zip(map(_verb, predicates), objects, strict=True)
    return "".join(sorted([f"{start}{verb}{written} .\n" for verb, written in lines]))


@cache
def _verb(predicate: str) -> str:
    return f"{full(predicate)} "
