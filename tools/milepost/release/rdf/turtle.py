"""Turtle 1.1: a block for each subject and a line for each object, with prefixes for terms."""

from collections.abc import Iterable
from functools import cache
from operator import add

from milepost.release.rdf.namespaces import PREFIXES
from milepost.release.rdf.spelling import short

HEAD = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in PREFIXES.items())


def block(subject: str, predicates: Iterable[str], objects: Iterable[str]) -> str:
    """Return the block of a subject, with an empty line before it."""
    lines = " ;\n    ".join(map(add, map(_verb, predicates), objects))
    return f"\n{short(subject)} {lines} .\n"


@cache
def _verb(predicate: str) -> str:
    return f"{short(predicate)} "
