"""The bundle, the JSON Lines and the schema that says what the bundle is."""

import json
import re
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any

import jsonschema_rs
import pytest
from jsonschema import Draft202012Validator
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from milepost.kinds import KINDS, Kind
from milepost.release.enclosures import identified
from releases import EDITION, ROOT, the_files, the_release

RELEASE = the_release()
FILES = the_files()
BUNDLE: dict[str, Any] = json.loads(FILES["milepost.json"])
FOLDERS = [kind for kind in KINDS if kind.folder]
DOCUMENTS = {
    name.removeprefix("schema/v1/"): json.loads(raw)
    for name, raw in FILES.items()
    if name.startswith("schema/")
}
BASE = "https://data.example/schema/v1/"
HOME = f"{BASE}release.schema.json"
IDENTIFIED = [{"$id": BASE + name, **document} for name, document in DOCUMENTS.items()]
REGISTRY: Registry[Any] = Registry().with_resources(
    (document["$id"], DRAFT202012.create_resource(document)) for document in IDENTIFIED
)
SCHEMA = DOCUMENTS["release.schema.json"]
VALIDATOR = Draft202012Validator({"$ref": HOME}, registry=REGISTRY)
FAST = jsonschema_rs.Draft202012Validator(
    {"$ref": HOME},
    registry=jsonschema_rs.Registry([(document["$id"], document) for document in IDENTIFIED]),
)


def described(schema: Mapping[str, Any], pointer: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every subschema that describes a property or a definition, with its pointer."""
    for group in ("properties", "$defs"):
        for name, inner in schema.get(group, {}).items():
            yield f"{pointer}/{group}/{name}", inner
            yield from described(inner, f"{pointer}/{group}/{name}")


DESCRIBED = dict(described(SCHEMA))


def test_the_bundle_follows_its_schema() -> None:
    assert [] == [error.message for error in VALIDATOR.iter_errors(BUNDLE)]


def test_the_fast_engine_agrees() -> None:
    assert FAST.is_valid(BUNDLE)
    assert not FAST.is_valid({**BUNDLE, "statements": [{}]})


@pytest.mark.parametrize("key", BUNDLE)
def test_a_bundle_with_a_damaged_part_does_not(key: str) -> None:
    assert not FAST.is_valid({**BUNDLE, key: 1})


@pytest.mark.parametrize("key", [key for key in BUNDLE if key not in {"commit", "editors"}])
def test_a_bundle_without_a_part_does_not(key: str) -> None:
    rest = {name: part for name, part in BUNDLE.items() if name != key}
    assert not FAST.is_valid(rest)


@pytest.mark.parametrize(
    "version", ["0.1.0", "0.1.0-dev", "0.1.0-dev+g0123456789ab", "0.1.0-dev+g0123456789ab.dirty"]
)
def test_every_version_that_a_build_can_have_is_valid(version: str) -> None:
    assert FAST.is_valid({**BUNDLE, "version": version})


@pytest.mark.parametrize("pointer", DESCRIBED)
def test_an_example_in_the_schema_is_valid(pointer: str) -> None:
    validator = Draft202012Validator({"$ref": f"{HOME}#{pointer}"}, registry=REGISTRY)
    for example in DESCRIBED[pointer]["examples"]:
        assert [] == [error.message for error in validator.iter_errors(example)]
        assert not validator.is_valid([example])


@pytest.mark.parametrize("pointer", DESCRIBED)
def test_a_property_has_a_title_and_a_description_of_its_own(pointer: str) -> None:
    schema = DESCRIBED[pointer]
    assert schema["title"] != schema["description"]
    assert schema["description"].endswith(".")


def test_the_bundle_says_which_edition_it_is() -> None:
    assert ("0.1.0", EDITION.commit, "2026-05-28T20:26:40Z") == (
        BUNDLE["version"],
        BUNDLE["commit"],
        BUNDLE["time"],
    )


@pytest.mark.parametrize("kind", FOLDERS, ids=lambda kind: kind.folder)
def test_the_bundle_holds_every_record_in_full(kind: Kind) -> None:
    records = [record.body for record in RELEASE.dataset.of(kind.name).values()]
    assert records == BUNDLE[kind.folder]


@pytest.mark.parametrize("kind", FOLDERS, ids=lambda kind: kind.folder)
def test_a_line_of_json_lines_is_a_record_as_in_the_bundle(kind: Kind) -> None:
    lines = FILES[f"jsonl/{kind.folder}.jsonl"].decode().splitlines()
    assert BUNDLE[kind.folder] == [json.loads(line) for line in lines]


def test_a_file_is_named_with_the_hash_of_what_stands_in_the_repository() -> None:
    expected = {
        path.relative_to(ROOT).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in (ROOT / "dataset").rglob("*.json")
    }
    assert expected == {file["path"]: file["sha256"] for file in BUNDLE["files"]}


def test_a_settled_statement_says_by_whom_when_and_why() -> None:
    (statement,) = [
        s
        for s in BUNDLE["statements"]
        if (s["record"], s.get("outcome"), s["source"])
        == ("mp-bqdztmr", "read-as", "ppp-2023-fireworks")
    ]
    assert {
        "record": "mp-bqdztmr",
        "pointer": "/stages/agreed/date",
        "published": "2022-04-23",
        "value": "2023",
        "rule": "different-act",
        "read_as": "/stages/in-effect/date",
        "settled_by": "editors",
        "rank": "deprecated",
    }.items() <= statement.items()


def test_what_does_not_apply_to_a_statement_is_left_out() -> None:
    plain = next(s for s in BUNDLE["statements"] if not s.get("speaker") and "rule" not in s)
    assert set() == {"speaker", "outcome", "read_as", "rationale"} & set(plain)


def test_a_level_that_lasts_has_no_closing_turn() -> None:
    levels = {
        level["level"]: level for level in BUNDLE["status"] if level["relationship"] == "jpn-khm"
    }
    assert "mp-bqdztmr" == levels["strategic-partnership"]["closed"]["milestone"]
    assert "closed" not in levels["comprehensive-strategic-partnership"]


def test_the_schemas_are_those_of_the_repository_and_lack_none_that_they_refer_to() -> None:
    folder = ROOT / "schema/v1"
    assert {name: (folder / name).read_bytes() for name in RELEASE.schemas} == RELEASE.schemas
    named = re.findall(rb'"([a-z]+\.schema\.json)#', b"".join(RELEASE.schemas.values()))
    assert {name.decode() for name in named} <= set(RELEASE.schemas)


def test_a_schema_gets_an_id_once_the_dataset_has_an_address() -> None:
    raw = b'{"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "A"}'
    expected = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "https://data.example/milepost/schema/v1/a.schema.json",
        "title": "A",
    }
    with_id = identified({"a.schema.json": raw}, "https://data.example/milepost/")
    assert list(expected.items()) == list(json.loads(with_id["a.schema.json"]).items())
