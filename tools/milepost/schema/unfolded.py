"""Schemas with their references followed: what each place of a record may hold, for all kinds."""

from collections.abc import Hashable, Mapping
from typing import Any

from milepost.frozen import Frozen
from milepost.schema.documents import Documents, Schema, dereferenced

# What lies below the members of a list, and below the values of a map with names of any kind.
ITEMS, VALUES = "[]", "*"
# What is said to people alone, so that places which differ in it are one.
_SAID = frozenset({"title", "description", "examples", "$comment"})


class Unfolded(Frozen):
    """One place: its keywords, and the places below by property, ITEMS or VALUES."""

    __slots__ = ("below", "keywords")
    keywords: Schema
    below: dict[str, "Unfolded"]

    def __init__(self, keywords: Schema, below: dict[str, "Unfolded"]) -> None:
        """Hold what is said of a place, and what lies below."""
        self._set(keywords=keywords, below=below)


class Unfolding(dict[str, Unfolded]):
    """The places of whole records by kind, each made when it is first asked for.

    Schemas share definitions and may refer to themselves, as derivations do, so that the places of
    all kinds together are one graph.
    """

    def __init__(self, documents: Documents) -> None:
        super().__init__()
        self._documents = documents
        self._places: dict[Hashable, Unfolded] = {}

    def __missing__(self, kind: str) -> Unfolded:
        """Make the place of a whole record."""
        self[kind] = self._unfolded(self._documents[kind], kind)
        return self[kind]

    def _unfolded(self, schema: Schema, home: str) -> Unfolded:
        label = _label(schema, home)
        if label not in self._places:
            whole, here = dereferenced(self._documents, schema, home)
            place = self._places[label] = Unfolded(whole, {})
            for name, inner in _parts(whole).items():
                place.below[name] = self._unfolded(inner, here)
        return self._places[label]


def _label(schema: Schema, home: str) -> Hashable:
    """Return the same for references of one document that differ in what is said to people."""
    if "$ref" not in schema:
        return id(schema)
    return (home, *[(name, str(value)) for name, value in schema.items() if name not in _SAID])


def _parts(schema: Schema) -> Mapping[str, Any]:
    parts = dict(schema.get("properties", {}))
    if "items" in schema:
        parts[ITEMS] = schema["items"]
    for inner in schema.get("patternProperties", {}).values():
        parts[VALUES] = inner
    return parts
