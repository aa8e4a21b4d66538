"""N-Quads 1.1: one triple a line, in the default graph, sorted by code points."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from operator import add, itemgetter
from typing import NamedTuple

from milepost.release.rdf.spelling import full


class _Order(NamedTuple):
    """The predicates of a subject in order, and where each was; none if one occurs twice."""

    verbs: tuple[str, ...]
    places: Callable[[Sequence[str]], tuple[str, ...]] | None


def block(subject: str, predicates: tuple[str, ...], objects: Sequence[str]) -> str:
    """Return the sorted lines of a subject."""
    start = opening(subject)
    verbs, places = _order(predicates)
    rests = map(add, verbs, places(objects)) if places else sorted(map(add, verbs, objects))
    between = f" .\n{start}"
    return f"{start}{between.join(rests)} .\n"


def opening(subject: str) -> str:
    """Return what the lines of a subject start with; blocks are sorted by it.

    No IRI holds >, so none with it is the beginning of another: lines sort as their subjects do.
    """
    return f"{full(subject)} "


@lru_cache(maxsize=4096)
def _order(predicates: tuple[str, ...]) -> _Order:
    """Return the order of lines, which predicates alone decide where each is there once."""
    verbs = [f"{full(predicate)} " for predicate in predicates]
    if len(set(verbs)) < len(verbs) or len(verbs) == 1:
        return _Order(tuple(verbs), None)
    places = sorted(range(len(verbs)), key=verbs.__getitem__)
    return _Order(tuple(sorted(verbs)), itemgetter(*places))
