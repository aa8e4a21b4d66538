"""The schemas: valid, told to people, strict, and read alike by two engines."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

import jsonschema_rs
import pytest
from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry, Resource

from examples import BASE, ROOT, SCHEMAS
from milepost.kinds import KINDS, kind_of
from milepost.loading import checked
from milepost.schema.documents import dereferenced, subschemas

# A base that the reference joins relative references to; it knows the schemes of the web alone.
BASE_URI = "http://localhost/"
DOCUMENTS = {
    name: {"$id": f"{BASE_URI}{name}.schema.json", **document}
    for name, document in SCHEMAS.documents.items()
}
NAMES = sorted(DOCUMENTS)
REGISTRY: Registry[Any] = Registry().with_resources(
    (document["$id"], Resource.from_contents(document)) for document in DOCUMENTS.values()
)
FAST_REGISTRY = jsonschema_rs.Registry([(d["$id"], d) for d in DOCUMENTS.values()])
# The reference checks web addresses only with a further package; their pattern says most of it.
FORMATS = FormatChecker(formats=["date"])
GUARD = "$(?!\\n)"
# Plain text, web addresses and addresses in records may end in an exclamation mark.
FREE = re.compile(r"\\S\)\?|\[\^\\s|\[\^/~")
OTHER_TYPES = {
    "string": 5,
    "integer": 1.5,
    "number": "5",
    "boolean": "true",
    "array": {"0": "a"},
    "object": ["a"],
}


@dataclass(frozen=True, slots=True)
class Part:
    """A subschema that describes a property or a definition: its document, its place, itself."""

    name: str
    path: tuple[str, ...]
    own: Mapping[str, Any]

    @property
    def whole(self) -> Mapping[str, Any]:
        """The subschema with what its reference adds."""
        return dereferenced(SCHEMAS.documents, self.own, self.name)[0]

    @property
    def reference(self) -> dict[str, str]:
        """A schema that refers to this part."""
        tokens = (token.replace("~", "~0").replace("/", "~1") for token in self.path)
        return {"$ref": f"{BASE_URI}{self.name}.schema.json#/{quote('/'.join(tokens))}"}

    def __str__(self) -> str:
        """Name the part in the list of tests."""
        return "/".join((self.name, *self.path))


def parts() -> Iterator[Part]:
    for name in NAMES:
        for path, schema in subschemas(SCHEMAS.documents[name]):
            yield Part(name, path, schema)


PARTS = list(parts())
PROPERTIES = [p for p in PARTS if p.path[-2] == "properties"]
DEFINITIONS = [p for p in PARTS if p.path[-2] == "$defs"]
WITH_EXAMPLES = [p for p in PARTS if "examples" in p.whole]


def both_accept(schema: Mapping[str, Any], value: object) -> tuple[bool, bool]:
    """Return the verdicts of the reference and of the fast engine."""
    reference = Draft202012Validator(dict(schema), registry=REGISTRY, format_checker=FORMATS)
    fast = jsonschema_rs.Draft202012Validator(
        dict(schema), registry=FAST_REGISTRY, validate_formats=True
    )
    return reference.is_valid(value), fast.is_valid(value)


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_is_valid(name: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS.documents[name])


def test_every_kind_has_its_schema() -> None:
    assert {"values", "evidence", *(kind.name for kind in KINDS)} == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_in_the_repository_has_no_id_and_refers_to_files_beside_it(name: str) -> None:
    references = [part.own["$ref"] for part in PARTS if part.name == name and "$ref" in part.own]

    assert "$id" not in SCHEMAS.documents[name]
    assert [] == [r for r in references if not re.fullmatch(r"([a-z]+\.schema\.json)?#/.+", r)]


@pytest.mark.parametrize("part", PROPERTIES, ids=str)
def test_a_property_is_told_to_people(part: Part) -> None:
    title, description = part.own["title"], part.own["description"]

    assert title[0].isupper()
    assert description.endswith(".")
    assert title.lower() != description.rstrip(".").lower()
    assert len(part.own["examples"]) > 0


@pytest.mark.parametrize("part", DEFINITIONS, ids=str)
def test_a_definition_says_what_it_is(part: Part) -> None:
    said = part.own.get("$comment") or f"{part.own['title']}: {part.own['description']}"

    assert re.fullmatch(r"[A-Z][^:]+: .+\.", said)


@pytest.mark.parametrize(
    "part", [p for p in PARTS if "$ref" in p.own and p.path[-2] != "$defs"], ids=str
)
def test_words_stand_where_editors_look_for_them(part: Part) -> None:
    """The JSON language server of editors lets a definition's words win over those beside $ref."""
    told = {"title", "description", "examples"}
    definition = dereferenced(SCHEMAS.documents, {"$ref": part.own["$ref"]}, part.name)[0]

    assert told <= part.whole.keys()
    assert set() == told & part.own.keys() & definition.keys()


@pytest.mark.parametrize("part", WITH_EXAMPLES, ids=str)
def test_an_example_of_a_property_validates_in_both_engines(part: Part) -> None:
    for example in part.whole["examples"]:
        assert (True, True) == both_accept(part.reference, example)


@pytest.mark.parametrize("part", WITH_EXAMPLES, ids=str)
def test_a_damaged_example_validates_in_neither_engine(part: Part) -> None:
    for example in part.whole["examples"]:
        for damaged in damages(part.whole, example):
            assert (False, False) == both_accept(part.reference, damaged), damaged


def damages(schema: Mapping[str, Any], example: Any) -> Iterator[object]:
    """Yield an example as another type, with another end, or as a word that is no choice."""
    yield OTHER_TYPES[schema["type"]]
    yield None
    if "pattern" in schema:
        yield f"{example}\n"
        if not FREE.search(schema["pattern"]):
            yield f"{example}!"
    if "enum" in schema:
        yield f"{example}-"
    if schema["type"] == "object":
        yield {**example, "no such property": 1}


@pytest.mark.parametrize("part", [p for p in PARTS if "pattern" in p.own], ids=str)
def test_a_pattern_is_anchored_and_guarded_against_a_final_newline(part: Part) -> None:
    pattern = part.own["pattern"]

    assert pattern.startswith("^")
    assert pattern.endswith(GUARD)


def test_the_names_of_maps_are_anchored_and_guarded_too() -> None:
    names = [part.path[-1] for part in PARTS if part.path[-2] == "patternProperties"]

    assert len(names) > 0
    assert [] == [name for name in names if name[0] != "^" or not name.endswith(GUARD)]


@pytest.mark.parametrize("part", [p for p in PARTS if "format" in p.own], ids=str)
def test_a_format_has_a_pattern_beside_it(part: Part) -> None:
    assert "pattern" in part.own


def test_no_schema_leaves_a_choice_of_types() -> None:
    schemas = [part.own for part in PARTS] + list(SCHEMAS.documents.values())

    assert [] == [s for s in schemas if {"anyOf", "oneOf", "allOf", "not", "if"} & set(s)]
    assert [] == [s for s in schemas if not isinstance(s.get("type", ""), str)]


@pytest.mark.parametrize("part", PARTS, ids=str)
def test_every_value_has_one_type(part: Part) -> None:
    assert part.whole["type"] in OTHER_TYPES


def test_every_object_is_closed() -> None:
    kinds = [SCHEMAS.documents[kind.name] for kind in KINDS]
    objects = [s for s in (*kinds, *(p.whole for p in PARTS)) if s.get("type") == "object"]

    assert len(objects) > len(KINDS)
    assert [] == [s["title"] for s in objects if s.get("unevaluatedProperties") is not False]


def test_a_factual_field_names_a_comparer_that_there_is() -> None:
    found = {part.own["x-compare"] for part in PARTS if "x-compare" in part.own}

    assert {"date", "term", "place", "quantity", "exact"} == found


def records() -> list[tuple[str, object]]:
    """Return every record of the dataset and of the base of the examples, with its kind."""
    real = [(record.kind, dict(record.body)) for record in checked(ROOT).view.dataset]
    return real + [(str(kind_of(path)), body) for path, body in BASE.items()]


RECORDS = records()


@pytest.mark.parametrize("kind", sorted({kind for kind, _ in RECORDS}))
def test_the_engines_agree_that_the_records_are_valid(kind: str) -> None:
    schema = {"$ref": DOCUMENTS[kind]["$id"]}
    verdicts = {both_accept(schema, body) for name, body in RECORDS if name == kind}

    assert {(True, True)} == verdicts
