"""A key in the wrong place: the objects of a record in which it would be right."""

from collections.abc import Iterator, Mapping
from typing import Any

from milepost.schema.documents import Documents, dereferenced


def home_of(documents: Documents, kind: str, name: str) -> str:
    """Return where in a record of a kind a property belongs, in words, or an empty text."""
    whole, home = dereferenced(documents, documents[kind], kind)
    if name in whole.get("properties", {}):
        return "the record itself"
    found = [words for words, inner in _inside(documents, whole, home) if name in inner]
    return " or ".join(found)


def _inside(
    documents: Documents, whole: Mapping[str, Any], home: str
) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for name, part in whole.get("properties", {}).items():
        inner, here = dereferenced(documents, part, home)
        if "items" in inner:
            member, _ = dereferenced(documents, inner["items"], here)
            yield f'a member of "{name}"', member.get("properties", {})
        else:
            yield f'"{name}"', inner.get("properties", {})
