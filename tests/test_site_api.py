"""The static interface: every answer has the shape that its description promises."""

import json
from functools import cache
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import Any

from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from gone import HOME
from milepost.loading import schemas_of
from milepost.model import Dataset, Record
from milepost.release.bundle import statement_object
from milepost.release.enclosures import enclosed_schemas
from milepost.rules.view import View
from milepost.site.api.files import api_files
from milepost.site.api.openapi import openapi
from milepost.site.site import Site
from sites import ROOT, the_small_site

BASE = "https://host.example.org/"


@cache
def files() -> dict[str, Any]:
    """Return the content of each file of the interface of the small dataset."""
    written = api_files(the_small_site(), enclosed_schemas(ROOT, ""))
    return {path: json.loads(raw) for path, raw in written}


@cache
def registry() -> Registry[Any]:
    """Return the description and the schemas at the addresses where a host would have them."""
    described = [path for path in files() if path.startswith("schema/") or "openapi" in path]
    resources = [(BASE + path, DRAFT202012.create_resource(files()[path])) for path in described]
    return Registry().with_resources(resources)


def shape_of(path: str) -> str:
    """Return the reference that the description gives for the answer at a path."""
    paths = files()["api/v1/openapi.json"]["paths"]
    told = paths.get(f"/{path}") or paths[f"/{dirname(path)}/{{id}}.json"]
    content = told["get"]["responses"]["200"]["content"]["application/json"]
    return str(content["schema"]["$ref"])


ANSWERS = [path for path in files() if path.startswith("api/")]


def test_every_answer_has_the_shape_that_the_description_promises() -> None:
    amiss = {}
    for path in ANSWERS:
        schema = {"$ref": f"{BASE}api/v1/openapi.json{shape_of(path)}"}
        validator = Draft202012Validator(schema, registry=registry())
        amiss[path] = [error.message[:300] for error in validator.iter_errors(files()[path])]

    assert {} == {path: told for path, told in amiss.items() if told}
    assert 20 < len(ANSWERS)


def test_an_answer_of_another_shape_is_told_apart() -> None:
    path = "api/v1/milestones/mp-bqdztmr.json"
    schema = {"$ref": f"{BASE}api/v1/openapi.json{shape_of(path)}"}
    validator = Draft202012Validator(schema, registry=registry())
    wrong = {**files()[path], "statements": [{"value": "2023"}]}

    assert not validator.is_valid(wrong)


def links(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [link for part in value.values() for link in links(part)]
    return [value] if isinstance(value, str) else [link for part in value for link in links(part)]


def test_every_link_of_the_interface_leads_to_a_file() -> None:
    pages = {"index.html"}
    for path in ANSWERS:
        answer = files()[path]
        told = [answer.get("links", {}), *(r["links"] for r in answer.get("records", ()))]
        for link in links(told):
            there = normpath(join(dirname(path), link))
            is_page = there.endswith(".html")
            assert there in pages | files().keys() or (is_page and not there.startswith("api"))


def test_the_answer_for_a_milestone_has_all_that_is_said_of_it() -> None:
    site = the_small_site()
    for record in site.dataset.of("milestone").values():
        answer = files()[f"api/v1/milestones/{record.id}.json"]

        assert [statement_object(s) for s in site.statements(record)] == answer["statements"]
        assert record.body == answer["record"]


def test_the_answer_for_a_source_has_all_that_it_says() -> None:
    told = files()["api/v1/sources/ppp-2023-fireworks.json"]["statements"]
    everything = [
        s for path in ANSWERS if "/milestones/" in path for s in files()[path]["statements"]
    ]

    assert [s for s in everything if s["source"] == "ppp-2023-fireworks"] == told
    assert told


def test_the_open_levels_are_among_all_levels() -> None:
    status = files()["api/v1/status.json"]

    assert status["open"]
    assert all(each["level"] in status["levels"] for each in status["open"])


def test_a_link_of_a_milestone_is_told_at_both_of_its_ends() -> None:
    both = {
        (path.rpartition("/")[2][:-5], each["target"], each["relation"], each["direction"])
        for path in ANSWERS
        if "/milestones/" in path
        for each in files()[path]["related"]
    }
    from_here = {(a, b, relation) for a, b, relation, way in both if way == "from-here"}

    assert from_here == {(b, a, relation) for a, b, relation, way in both if way == "to-here"}
    assert from_here


def site_at(address: str) -> Site:
    """Return the small site at an address."""
    site = the_small_site()
    (meta,) = site.dataset.of("dataset").values()
    body = {**meta.body, "base_url": address}
    records = {
        **site.dataset.records,
        "dataset": {meta.id: Record("dataset", meta.id, meta.path, body)},
    }
    return Site(View(Dataset(records), schemas_of(ROOT)), site.edition, site.as_of)


def test_the_description_names_a_server_only_where_the_site_has_an_address() -> None:
    assert "servers" not in files()["api/v1/openapi.json"]
    assert [{"url": HOME}] == openapi(site_at(HOME))["servers"]


def test_the_description_is_sound_for_an_independent_judge(tmp_path: Path) -> None:
    for path, content in files().items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(json.dumps(content), "utf-8")
    for description in (files()["api/v1/openapi.json"], openapi(site_at(HOME))):
        home = (tmp_path / "api/v1/openapi.json").as_uri()
        found = OpenAPIV31SpecValidator(description, base_uri=home).iter_errors()

        assert [] == list(map(str, found))
