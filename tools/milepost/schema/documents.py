"""Schema documents and the references between them; in memory each has a base of its own."""

from collections.abc import Iterator, Mapping
from typing import Any

Schema = Mapping[str, Any]
Documents = Mapping[str, Schema]
BASE = "milepost://schema/v1/"


def identified(documents: Documents) -> dict[str, dict[str, Any]]:
    """Return the documents with an `$id` each, by which relative references find each other."""
    return {n: {"$id": f"{BASE}{n}.schema.json", **dict(d)} for n, d in documents.items()}


def dereferenced(documents: Documents, schema: Schema, home: str) -> tuple[dict[str, Any], str]:
    """Return a schema merged with what its `$ref` leads to, and the document it then stands in.

    Keywords beside `$ref` win, as titles and descriptions do; JSON Schema 2020-12, section 8.2.3.
    """
    merged, here = dict(schema), home
    while "$ref" in merged:
        reference = merged.pop("$ref")
        target, here = _target(documents, reference, here)
        merged = {**target, **merged}
    return merged, here


def _target(documents: Documents, reference: str, home: str) -> tuple[Schema, str]:
    file, _, pointer = reference.partition("#")
    name = file.removesuffix(".schema.json") or home
    found: Any = documents[name]
    for token in pointer.split("/")[1:]:
        found = found[token]
    return found, name


def subschemas(schema: Any) -> Iterator[tuple[tuple[str, ...], Schema]]:
    """Yield every subschema that describes a property, with its path in the document."""
    yield from _below(schema, ())


def _below(schema: Any, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Schema]]:
    if not isinstance(schema, Mapping):
        return
    for group in ("properties", "patternProperties", "$defs"):
        for name, inner in schema.get(group, {}).items():
            yield (*path, group, name), inner
            yield from _below(inner, (*path, group, name))
    if "items" in schema:
        yield (*path, "items"), schema["items"]
        yield from _below(schema["items"], (*path, "items"))
