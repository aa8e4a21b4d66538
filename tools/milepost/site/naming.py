"""Names: identifiers of records and terms in, links with their labels out."""

from typing import Any, NamedTuple

from milepost.derive.labels import text_in
from milepost.kinds import ACTING
from milepost.model import Body, Record
from milepost.site.page_names import page_of
from milepost.site.phrase import Link, Part, Text, text_of
from milepost.site.site import Site


class Title(NamedTuple):
    """A title or name in a language, and whether it is the editors' own translation."""

    text: str
    language: str
    translated: bool = False


def label(record: Record) -> Text:
    """Return what a record is called: for a source the editors' label, since few have a title."""
    body = record.body
    texts = body.get("label") or body.get("title") or body.get("name") or {"en": record.id}
    return text_of(texts)


def titles(body: Body) -> tuple[Title, ...]:
    """Return the titles or names of a record, one a language."""
    translated = body.get("translated", ())
    texts = body.get("title") or body.get("name") or body.get("label") or {}
    return tuple(Title(text, tag, tag in translated) for tag, text in texts.items())


def link_to(record: Record, anchor: str = "") -> Link:
    """Return a link to the page of a record."""
    name = label(record)
    return Link(page_of(record.kind, record.id), name.text, name.language, anchor)


def record_link(site: Site, kind: str, identifier: str) -> Part:
    """Return a link to a record, or the bare identifier where there is no such record."""
    key = kind, identifier
    if key not in site.found_records:
        record = site.dataset.get(kind, identifier)
        site.found_records[key] = link_to(record) if record else identifier
    found: Part = site.found_records[key]
    return found


def actor_link(site: Site, slug: str) -> Part:
    """Return a link to whoever has this slug: a party, a person, an organization or a place."""
    key = "actor", slug
    if key not in site.found_records:
        kind = next((kind for kind in ACTING if slug in site.dataset.of(kind)), "")
        site.found_records[key] = record_link(site, kind, slug)
    found: Part = site.found_records[key]
    return found


def term_link(site: Site, vocabulary: str, term: str) -> Part:
    """Return a link to a term in its vocabulary, or the bare term where there is none."""
    key = vocabulary, term
    if key not in site.found_links:
        site.found_links[key] = _term_link(site, vocabulary, term)
    found: Part = site.found_links[key]
    return found


def _term_link(site: Site, vocabulary: str, term: str) -> Part:
    known: Any = site.view.terms.get(vocabulary, {}).get(term)
    if known is None:
        return term
    return Link(page_of("vocabulary", vocabulary), text_in(known["label"]), anchor=f"term-{term}")


def editor_name(site: Site, handle: str) -> str:
    """Return the name of an editor, or the handle where it is not known."""
    for record in site.dataset.of("editors").values():
        for editor in record.body["editors"]:
            if editor["id"] == handle:
                return text_in(editor["name"])
    return handle
