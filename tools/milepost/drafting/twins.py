"""Twins: records that may tell already of what a new one is about."""

from collections.abc import Iterator

from milepost.derive.labels import label_of
from milepost.drafting.slugs import slug_of
from milepost.model import Body, Record
from milepost.rules.view import View

_NAMED = ("person", "organization", "place", "occasion", "party")


def namesakes(view: View, kind: str, body: Body) -> Iterator[Record]:
    """Yield the records of a kind that bear one of the names of a new one, in whatever order.

    "Fumio Kishida" and "Kishida Fumio" are one name here: who writes the second record of a person
    has often turned the names round.
    """
    if kind not in _NAMED:
        return
    names = _names(body)
    for record in view.dataset.of(kind).values():
        if names & _names(record.body):
            yield record


def _names(body: Body) -> set[tuple[str, ...]]:
    texts = (*body["name"].values(), *(v["text"] for v in body.get("variants", ())))
    return {
        tuple(sorted(slug_of(text, 200).split("-"))) if slug_of(text) else (text,) for text in texts
    }


def told_of(record: Record) -> str:
    """Return a record in a line: its file and what it is called."""
    return f"{record.path} “{label_of(record)}”"
