"""The codebook: every property of every kind of record, read off the schemas."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from milepost.schema.documents import Documents, dereferenced
from milepost.site.naming import record_link
from milepost.site.page_names import PLURALS, list_of
from milepost.site.phrase import Code, Link, Part, Phrase, listed
from milepost.site.site import Site

_COMPARED = {
    "date": "compared as a set of days",
    "term": "compared as a term",
    "place": "compared as a place",
    "quantity": "compared as a range of numbers",
    "exact": "compared exactly",
}
# Properties whose own properties are told once, in the part on evidence.
_ELSEWHERE = ("evidence", "resolutions")
# The parts of the evidence schema that have properties of their own, in the order of reading.
_PARTS = {
    "entry": "evidence[].",
    "speaker": "evidence[].speaker.",
    "locator": "evidence[].locator.",
    "span": "evidence[].locator.span.",
    "derivation": "evidence[].derivation.<address>.",
    "input": "evidence[].derivation.<address>.<input>.",
    "group": "resolutions.<address>[].",
}


class Property(NamedTuple):
    """A property of a record: where it stands, what it means, what form it has."""

    path: str
    title: str
    description: str
    form: Phrase
    example: str
    required: bool


class _Place(NamedTuple):
    """A schema with the document that it stands in, and the path that leads to it in a record."""

    schema: Mapping[str, Any]
    home: str
    path: str


def description_of(site: Site, name: str) -> str:
    """Return what a kind of record is, after its schema."""
    return str(site.view.schemas.documents[name]["description"])


def properties(site: Site, name: str) -> tuple[Property, ...]:
    """Return the properties of a schema document, in its order, each before what it holds."""
    documents = site.view.schemas.documents
    if name == "evidence":
        parts = documents[name]["$defs"]
        found = (_Place(parts[part], name, path) for part, path in _PARTS.items())
        return tuple(p for place in found for p in _properties(site, place, deep=False))
    return tuple(_properties(site, _Place(documents[name], name, ""), deep=True))


def _properties(site: Site, place: _Place, *, deep: bool) -> Iterator[Property]:
    documents = site.view.schemas.documents
    whole, home = dereferenced(documents, place.schema, place.home)
    required = whole.get("required", ())
    for name, inner in whole.get("properties", {}).items():
        merged, there = dereferenced(documents, inner, home)
        path = place.path + name
        yield Property(
            path,
            merged.get("title", name),
            merged.get("description", ""),
            tuple(_form(site, merged, there)),
            _example(merged),
            name in required,
        )
        if deep and name not in _ELSEWHERE:
            yield from _properties(site, _within(documents, merged, there, path), deep=True)


def _within(documents: Documents, schema: Mapping[str, Any], home: str, path: str) -> _Place:
    """Return what a property holds: the members of a list, or the fields of an object."""
    if "items" in schema:
        inner, there = dereferenced(documents, schema["items"], home)
        return _Place(inner, there, f"{path}[].")
    return _Place(schema, home, f"{path}.")


def _example(schema: Mapping[str, Any]) -> str:
    example = next(iter(schema.get("examples", ())), "")
    return example if isinstance(example, str) else ""


def _form(site: Site, schema: Mapping[str, Any], home: str) -> Iterator[Part]:
    """Yield the form of a value: its type, its vocabulary or the kinds it names, its comparer."""
    value = schema
    kind = str(schema.get("type", "text"))
    if "items" in schema:
        value, _ = dereferenced(site.view.schemas.documents, schema["items"], home)
        kind = f"list of {value.get('type', 'text')}s"
    yield (
        "text by language"
        if schema.get("x-order") == "languages"
        else kind.replace("string", "text")
    )
    if "enum" in value:
        yield ": "
        yield from listed([(Code(str(choice)),) for choice in value["enum"]], ", ", " or ")
    if "x-vocabulary" in value:
        yield ", a term of "
        yield record_link(site, "vocabulary", value["x-vocabulary"])
    named = [kind for kind in value.get("x-reference", ()) if kind in PLURALS]
    if named:
        yield ", naming one of the "
        yield from listed(
            [(Link(list_of(kind), PLURALS[kind].lower()),) for kind in named], ", ", " or "
        )
    if value.get("x-edtf"):
        yield ", an EDTF date"
    if "x-compare" in value:
        yield f"; factual, {_COMPARED[value['x-compare']]}"
