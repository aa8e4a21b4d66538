"""Turtle 1.1: a block for each subject and a line for each object, with prefixes for terms."""

from collections.abc import Sequence
from functools import lru_cache
from operator import add

from milepost.release.rdf.namespaces import PREFIXES
from milepost.release.rdf.spelling import short

HEAD = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in PREFIXES.items())


def block(subject: str, predicates: tuple[str, ...], objects: Sequence[str]) -> str:
    """Return the block of a subject, with an empty line before it."""
    lines = " ;\n    ".join(map(add, _verbs(predicates), objects))
    return f"\n{short(subject)} {lines} .\n"


@lru_cache(maxsize=4096)
def _verbs(predicates: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"{short(predicate)} " for predicate in predicates)
