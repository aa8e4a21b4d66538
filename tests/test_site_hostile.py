"""Text of a record is text: nothing in it is ever markup, a directive, a template or a script."""

import json
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from milepost.canonical import encode
from milepost.kinds import BY_NAME
from milepost.model import Dataset, Record
from milepost.provenance.edition import Edition
from milepost.rules.view import View
from milepost.schema.documents import dereferenced
from milepost.site.page import Page
from milepost.site.pages.every import record_pages
from milepost.site.rendering import Inline, body_of, contents_of
from milepost.site.safety import is_web_address
from milepost.site.site import Site
from sites import BUILDS, ROOT, build, read, the_site

HOSTILE = (
    "</title></p><script>alert(1)</script> <img src=x onerror=alert(2)> \"'> "
    "[a](javascript:alert(3)) {{ 7 * 7 }} {% raw %} {milestone}`mp-0000000` "
    "```{raw} html <b>bold</b> `code` |x| :term:`y` &lt;"
)
ADDRESS = "javascript:alert(4)"
DOCUMENTS = the_site().view.schemas.documents
KINDS = [kind for kind in BY_NAME if kind not in {"dataset", "editors", "ledger", "tombstone"}]
TEXT_PATTERN = DOCUMENTS["values"]["$defs"]["text"]["pattern"]


Json = Any


def is_text(schema: Mapping[str, Any]) -> bool:
    return bool(schema.get("pattern") == TEXT_PATTERN)


def is_address(schema: Mapping[str, Any]) -> bool:
    return schema.get("format") == "uri"


def corrupted(value: Json, schema: Mapping[str, Any], home: str) -> Json:
    """Return a value with every plain text made hostile, as its schema tells what is plain text."""
    whole, here = dereferenced(DOCUMENTS, schema, home)
    if isinstance(value, dict):
        patterns = list(whole.get("patternProperties", {}).values())
        parts = whole.get("properties", {})
        return {
            k: corrupted(v, parts.get(k) or (patterns or [{}])[0], here) for k, v in value.items()
        }
    if isinstance(value, list):
        return [corrupted(member, whole.get("items", {}), here) for member in value]
    if is_text(whole) and home != "evidence":
        return HOSTILE
    return value


def sample(schema: Mapping[str, Any], home: str, depth: int = 0) -> Json:
    """Return a value with every property that a schema knows, text hostile and addresses too."""
    whole, here = dereferenced(DOCUMENTS, schema, home)
    if is_address(whole):
        return ADDRESS
    if is_text(whole):
        return HOSTILE
    if "properties" in whole and depth < 6:
        return {k: sample(v, here, depth + 1) for k, v in whole["properties"].items()}
    if "items" in whole:
        return [sample(whole["items"], here, depth + 1)]
    if whole.get("x-order") == "languages":
        return {"en": HOSTILE, "ja": HOSTILE}
    return whole.get("examples", ["x"])[0]


def sampled(kind: str) -> Record:
    body = sample(DOCUMENTS[kind], kind)
    if kind == "milestone":
        body["stages"].append({"stage": "in-effect", "date": "2023", "headline": True})
    if "evidence" in body:
        body["evidence"] = [
            {
                "source": "akp-2022-kumamoto",
                "read": "relayed",
                "speaker": {"who": "hun-sen", "office": "prime-minister", "for": "khm"},
                "locator": {
                    "page": HOSTILE,
                    "section": HOSTILE,
                    "record": HOSTILE,
                    "field": HOSTILE,
                },
                "says": {
                    f"/{name}": HOSTILE for name in ("occasion", "instrument/number", "other")
                },
                "note": {"en": HOSTILE},
            }
        ]
        group = {
            "over": ["akp-2022-kumamoto"],
            "rule": "different-act",
            "rationale": {"en": HOSTILE},
            "by": "nobody",
            "on": "2026-11-22",
        }
        body["resolutions"] = {"/occasion": [group], "/instrument/number": [group]}
    return Record(kind, body["id"], f"dataset/{kind}.json", body)


def hostile_site() -> Site:
    """Return a site of one record of each kind, never checked, hostile in every field."""
    real = the_site()
    records = {kind: {record.id: record} for kind in KINDS for record in [sampled(kind)]}
    meta = dict(real.dataset.records["dataset"])
    dataset = Dataset({**records, "dataset": meta})
    view = View(dataset, real.view.schemas)
    return Site(view, Edition("0.1.0", 0), "2026-11-22")


INLINE = Inline(lambda name, anchor: f"../{name}.html#{anchor}")
HOSTILE_PAGES = [
    (page, body_of(page, INLINE) + contents_of(page)) for page in record_pages(hostile_site())
]


@pytest.mark.parametrize(("page", "html"), HOSTILE_PAGES, ids=[p.name for p, _ in HOSTILE_PAGES])
def test_hostile_text_is_text_on_its_page(page: Page, html: str) -> None:
    assert [] == list(dangers(html))
    if page.record:
        assert " ".join(HOSTILE.split()) in read(html).text


def dangers(html: str) -> Iterator[str]:
    """Yield every element, attribute and link by which a text would have become more than text."""
    for tag, attributes in read(html).elements:
        if tag in {"script", "img", "b", "iframe", "title"}:
            yield tag
        yield from (name for name in attributes if name.startswith("on"))
        href = str(attributes.get("href") or "")
        if href.partition(":")[0] in {"javascript", "data", "vbscript"}:
            yield href


def test_the_addresses_of_a_hostile_source_are_shown_and_lead_nowhere() -> None:
    (html,) = (html for page, html in HOSTILE_PAGES if page.name.startswith("sources/akp"))

    assert ADDRESS in read(html).text


@pytest.mark.parametrize(
    ("url", "may"),
    [
        ("https://example.org/a", True),
        ("http://example.org", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("//example.org", False),
        ("https://name:word@example.org/", False),
        ("https://[", False),
    ],
)
def test_only_the_web_without_a_password_may_be_linked(url: str, may: bool) -> None:  # noqa: FBT001 -- what is expected
    assert may == is_web_address(url)


def test_a_whole_site_of_hostile_records_has_no_element_more() -> None:
    root = BUILDS / "hostile"
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(ROOT / "schema", root / "schema")
    shutil.copytree(ROOT / "docs", root / "docs")
    for record in the_site().dataset:
        write_hostile(root, record)
    site = build(root, root / "dist" / "site")

    for path in site.rglob("*.html"):
        reader = read(path.read_text("utf-8"))
        shown = [tag for tag, _ in reader.elements if tag in {"img", "b", "iframe"}]
        scripts = [a for tag, a in reader.elements if tag == "script" and "alert" in str(a)]
        assert [] == shown + scripts, path
        assert "<script>alert" not in path.read_text("utf-8"), path
        assert "49" not in reader.words, path
    home = read((site / "index.html").read_text("utf-8")).text
    assert "<script>alert(1)</script>" in home


def write_hostile(root: Path, record: Record) -> None:
    path = root / record.path
    path.parent.mkdir(parents=True, exist_ok=True)
    body = json.loads(json.dumps(record.body))
    path.write_bytes(encode(corrupted(body, DOCUMENTS[record.kind], record.kind)))
