"""Text that would be more than text, and a site in which every text of every record is that."""

import json
import shutil
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from milepost.canonical import encode
from milepost.kinds import BY_NAME
from milepost.model import Dataset, Record
from milepost.provenance.edition import Edition
from milepost.rules.view import View
from milepost.schema.documents import dereferenced
from milepost.site.heading_layout import contents_html
from milepost.site.inline import Inline
from milepost.site.pages.every import record_pages
from milepost.site.rendering import body_of
from milepost.site.site import Site
from sites import BUILDS, ROOT, build, the_site

HOSTILE = (
    "</title></p><script>alert(1)</script> <img src=x onerror=alert(2)> \"'> "
    "[a](javascript:alert(3)) {{ 1009 * 1013 }} {% raw %} {milestone}`mp-0000000` "
    "```{raw} html <b>bold</b> `code` |x| :term:`y` &lt;"
)
# What the check refuses besides: text that turns the direction of writing, and a word without end.
WORST = f"{HOSTILE} \u202egnihtyna {'W' * 10_000}"
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
        return WORST
    if "properties" in whole and depth < 6:
        return {k: sample(v, here, depth + 1) for k, v in whole["properties"].items()}
    if "items" in whole:
        return [sample(whole["items"], here, depth + 1)]
    if whole.get("x-order") == "languages":
        return {"en": WORST, "ja": WORST}
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
                    "page": WORST,
                    "section": WORST,
                    "record": WORST,
                    "field": WORST,
                },
                "says": {f"/{name}": WORST for name in ("occasion", "instrument/number", "other")},
                "note": {"en": WORST},
            }
        ]
        group = {
            "over": ["akp-2022-kumamoto"],
            "rule": "different-act",
            "rationale": {"en": WORST},
            "by": "nobody",
            "on": "2026-11-22",
        }
        body["resolutions"] = {"/occasion": [group], "/instrument/number": [group]}
    return Record(kind, body["id"], f"dataset/{kind}.json", body)


@cache
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
    (page, body_of(page, INLINE) + contents_html(page)) for page in record_pages(hostile_site())
]


@cache
def hostile_built() -> Path:
    """Return a site of the real records with hostile texts, built by `milepost site`."""
    root = BUILDS / "hostile"
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(ROOT / "schema", root / "schema")
    shutil.copytree(ROOT / "docs", root / "docs")
    for record in the_site().dataset:
        write_hostile(root, record)
    return build(root, root / "dist" / "site")


def write_hostile(root: Path, record: Record) -> None:
    path = root / record.path
    path.parent.mkdir(parents=True, exist_ok=True)
    body = json.loads(json.dumps(record.body))
    path.write_bytes(encode(corrupted(body, DOCUMENTS[record.kind], record.kind)))
