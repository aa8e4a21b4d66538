"""The JSON-LD of a page, in schema.org's words: a page's name in, one object out."""

from typing import Any

import orjson
from markupsafe import Markup

from milepost.derive.headline import headline_of
from milepost.derive.labels import text_in
from milepost.model import Record
from milepost.site.languages.words import catalogue_of
from milepost.site.machines.named_record import record_at
from milepost.site.machines.things import (
    Thing,
    filled,
    parties,
    source_address,
    span,
    texts,
    thing,
)
from milepost.site.naming import label
from milepost.site.site import Site

# Whole, so that no reader has to fetch a context.
_CONTEXT = {"@vocab": "https://schema.org/"}
# Where the dataset is kept among the things, which are named by the files of records.
_DATASET = "dataset"
# What would end the element, begin another, or end a line of a script.
_ESCAPES = {mark.encode(): f"\\u{ord(mark):04x}".encode() for mark in "<>&\u2028\u2029"}


def linked_data(site: Site, page: str) -> Thing:
    """Return what a page says of itself: the dataset for the home page, the record for its own."""
    if page == "index":
        return {"@context": _CONTEXT, **_whole_dataset(site)}
    record = record_at(site, page)
    url = site.home.page(page)
    about = _of_record(site, record) if record else {}
    return filled(
        at_context=_CONTEXT,
        at_type="WebPage",
        at_id=url,
        url=url,
        inLanguage=catalogue_of(page).language,
        isPartOf=_dataset(site),
        **about,
    )


def as_script(members: Thing) -> Markup:
    """Return an object as the script of a page; no text in it can end the element."""
    said = _safe(orjson.dumps(members)).decode()
    return Markup(f'<script type="application/ld+json">{said}</script>')  # noqa: S704 -- _safe leaves no < in it


def _safe(text: bytes) -> bytes:
    for mark, escaped in _ESCAPES.items():
        # In one pass over it as a text, str.translate takes ten times as long.
        text = text.replace(mark, escaped)
    return text


def _of_record(site: Site, record: Record) -> dict[str, Any]:
    body = record.body
    dyads = body.get("relationships") or ([record.id] if record.kind == "relationship" else [])
    return {
        "name": label(record).text,
        "identifier": record.id,
        "version": site.version,
        "license": licence_address(site),
        "temporalCoverage": _coverage(record),
        "about": parties(site, dyads),
        "mainEntity": thing(site, record),
        "citation": _cited(site, record),
    }


def _coverage(record: Record) -> str:
    headline = (headline_of(record.body) if record.kind == "milestone" else None) or {}
    return span(headline["date"]) if "date" in headline else ""


def _cited(site: Site, record: Record) -> list[Thing]:
    slugs = dict.fromkeys(entry["source"] for entry in record.body.get("evidence", ()))
    sources = (site.dataset.get("source", slug) for slug in slugs)
    return [_work(site, source) for source in sources if source]


def _work(site: Site, source: Record) -> Thing:
    if source.path not in site.found_things:
        site.found_things[source.path] = filled(
            at_type="CreativeWork",
            identifier=source.id,
            name=label(source).text,
            url=source_address(source),
        )
    return site.found_things[source.path]


def _dataset(site: Site) -> Thing:
    """Return the dataset as pages name it, without what takes a look at every record."""
    if _DATASET not in site.found_things:
        site.found_things[_DATASET] = filled(
            at_type="Dataset",
            name=text_in(site.dataset.meta["title"]),
            version=site.version,
            url=site.home.address,
        )
    return site.found_things[_DATASET]


def _whole_dataset(site: Site) -> Thing:
    meta, work = site.dataset.meta, site.work
    return _dataset(site) | filled(
        description=texts(meta["description"]),
        creator={"@type": "Organization", "name": work.creator},
        license=licence_address(site),
        keywords=list(meta.get("keywords", ())),
        dateModified=site.edition.day,
        datePublished=site.edition.day if site.edition.is_final else "",
        identifier=work.swhid,
        isAccessibleForFree=True,
        inLanguage="en",
    )


def licence_address(site: Site) -> str:
    """Return the page of the licence at SPDX, whose identifier dataset.json names."""
    return f"https://spdx.org/licenses/{site.dataset.meta['licence']}.html"
