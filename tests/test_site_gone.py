"""Pages of identifiers that are gone, and what a site with an address tells programs."""

import json
import shutil
import xml.etree.ElementTree as ET
from functools import cache
from pathlib import Path
from urllib.parse import urljoin

import feedparser
import pytest

from gone import FATES, HOME, SINCE, a_root
from milepost.kinds import BY_NAME
from milepost.loading import schemas_of
from sites import BUILDS, ROOT, Reader, build, python, read


@cache
def site() -> Path:
    """Return the folder of the built site, with an address."""
    return build(a_root(fresh("gone")), BUILDS / "gone-site")


def fresh(name: str) -> Path:
    folder = BUILDS / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def page_of(slug: str) -> str:
    return f"{BY_NAME[FATES[slug][0]].folder}/{slug}"


def opened(name: str) -> Reader:
    return read((site() / f"{name}.html").read_text("utf-8"))


def attributes(reader: Reader, tag: str, **wanted: str) -> list[dict[str, str | None]]:
    return [a for t, a in reader.elements if t == tag and wanted.items() <= a.items()]


@pytest.mark.parametrize("slug", FATES)
def test_the_page_of_what_is_gone_says_why_since_when_and_where_to_go(slug: str) -> None:
    kind, _, targets = FATES[slug]
    reader = opened(page_of(slug))

    assert "Two records told the same <b>thing</b>." in reader.text
    assert f"Gone since version {SINCE}" in reader.text
    for target in targets:
        assert f"../{BY_NAME[kind].folder}/{target}.html" in reader.links or (
            f"{target}.html" in reader.links
        )


def test_only_a_single_successor_is_gone_to_by_itself() -> None:
    led = {
        slug: [a["content"] for a in attributes(opened(page_of(slug)), "meta") if "http-equiv" in a]
        for slug in FATES
    }
    onwards = {slug: [c for c in told if c and "url=" in c] for slug, told in led.items()}

    assert {
        "hun-sen-2": ["0; url=hun-sen.html"],
        "kumamoto-city": ["0; url=kumamoto.html"],
        "mp-bcdfghk": [],
        "a-hoax": [],
    } == onwards


def test_the_canonical_page_of_what_was_merged_is_its_successor() -> None:
    (link,) = attributes(opened("people/hun-sen-2"), "link", rel="canonical")

    assert f"{HOME}/people/hun-sen.html" == link["href"]


def test_a_withdrawn_record_is_listed_by_no_search_engine() -> None:
    assert attributes(opened("sources/a-hoax"), "meta", name="robots", content="noindex")
    assert not attributes(opened("people/hun-sen-2"), "meta", name="robots")


def test_the_interface_tells_what_became_of_a_record() -> None:
    answer = json.loads((site() / "api/v1/places/kumamoto-city.json").read_bytes())

    assert ("moved", ["kumamoto"]) == (answer["gone"]["fate"], answer["gone"]["targets"])
    assert [f"{HOME}/api/v1/places/kumamoto.json"] == answer["links"]["targets"]


def test_what_the_interface_tells_of_a_gone_record_follows_the_schema_that_it_names() -> None:
    answer = json.loads((site() / "api/v1/sources/a-hoax.json").read_bytes())
    schema = json.loads((site() / "schema/v1/tombstone.schema.json").read_bytes())

    assert schema["$id"] == answer["links"]["schema"]
    assert schemas_of(ROOT).is_valid("tombstone", answer["gone"])


def test_another_project_can_go_on_linking_what_is_gone() -> None:
    done = python("-m", "sphinx.ext.intersphinx", str(site() / "objects.inv"))

    assert all(f"{page_of(slug)}.html" in done.stdout for slug in FATES)


def test_the_sitemap_has_every_page_and_nothing_that_is_gone() -> None:
    tree = ET.parse(site() / "sitemap.xml")  # noqa: S314 -- of a file that we wrote
    told = {element.text for element in tree.iter() if element.tag.endswith("}loc")}
    gone = {page_of(slug) for slug in FATES}
    made = {"404", "search"}
    there = {p.relative_to(site()).with_suffix("").as_posix() for p in site().rglob("*.html")}

    assert {
        f"{HOME}/" if name == "index" else f"{HOME}/{name}.html" for name in there - gone - made
    } == told


def test_a_feed_reader_finds_the_published_versions_from_the_home_page() -> None:
    (link,) = attributes(opened("index"), "link", type="application/atom+xml")
    read = feedparser.parse((site() / str(link["href"])).read_bytes())

    assert (f"{HOME}/", False) == (read.feed.id, read.bozo)
    assert [f"{HOME}/changes.atom"] == [it.href for it in read.feed.links if it.rel == "self"]
    assert ["Version 0.2.0 (withdrawn)", "Version 0.1.0"] == [e.title for e in read.entries]


def test_each_page_names_its_own_address_as_canonical() -> None:
    for name in ("index", "milestones/mp-bqdztmr", "people/index", "versions"):
        (link,) = attributes(opened(name), "link", rel="canonical")

        assert f"{HOME}/{'' if name == 'index' else f'{name}.html'}" == link["href"]


def test_the_schemas_lie_at_their_ids() -> None:
    paths = list((site() / "schema/v1").iterdir())
    ids = [json.loads(path.read_bytes())["$id"] for path in paths]

    assert [f"{HOME}/schema/v1/{path.name}" for path in paths] == ids
    assert 10 < len(ids)


def test_a_page_that_is_not_found_works_in_any_folder() -> None:
    reader = opened("404")
    inside = [link for link in reader.links if not link.startswith(("#", "https:", "data:"))]

    assert [] == [link for link in inside if not link.startswith("/milepost/")]
    for depth in ("", "people/", "api/v1/people/"):
        home = f"{HOME}/{depth}absent.html"
        for link in {urljoin(home, link).partition("?")[0] for link in inside}:
            path = link.removeprefix(f"{HOME}/").partition("#")[0]
            assert (site() / path).exists(), link


def test_the_versions_are_listed_with_the_withdrawn_one_marked() -> None:
    told = json.loads((site() / "versions.json").read_bytes())

    assert [
        {
            "version": "0.2.0",
            "folder": "versions/0.2.0/",
            "withdrawn": "Half of the sources were lost.",
        },
        {"version": "0.1.0", "folder": "versions/0.1.0/"},
    ] == told["versions"]
    assert "Version 0.2.0 was withdrawn: Half of the sources were lost." in opened("versions").text


def test_each_page_says_that_it_lies_between_two_versions() -> None:
    foot = "not published: a state after 0.2.0 on the way to 0.3.0"

    assert foot in opened("milestones/mp-bqdztmr").text
    assert foot in opened("versions").text
