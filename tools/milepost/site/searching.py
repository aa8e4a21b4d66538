"""What the search knows: each page with its names and texts, and which others it names.

A name is kept once, with the page that bears it; a page is found by the names of all it refers to
because it keeps their positions. The scripts in static/search look through it as it is: a text in
whatever script is found by any part of it, so nothing has to be cut into words.
"""

from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any, NamedTuple

import orjson

from milepost.derive.headline import headline_of
from milepost.derive.texts import tagged_names_of, tagged_texts_of
from milepost.model import Body, Record
from milepost.rules.identity import year_of
from milepost.site.page_names import PAGED, SINGULARS, page_of
from milepost.site.site import Site

Tagged = tuple[tuple[str, str], ...]
KINDS = {**SINGULARS, "term": "Term", "document": "Page"}
_NUMBERS = {kind: number for number, kind in enumerate(KINDS)}
_BEGINNING = b"(globalThis.milepost ??= {}).%b = "


class Entry(NamedTuple):
    """A page, or a place in one: names and texts by language; `named` are positions of others."""

    page: str
    kind: str
    names: Tagged
    texts: Tagged = ()
    year: str = ""
    named: tuple[int, ...] = ()


class Document(NamedTuple):
    """A page that somebody has written: its title and its words."""

    title: str
    text: str


def scripts(site: Site, documents: Mapping[str, Document]) -> tuple[bytes, bytes]:
    """Return the script with every name, and that with everything else, whose rows match.

    The first is loaded once somebody is about to type, the second by the page of results. Rows
    are written one by one, since as values they take many times as much memory.
    """
    names, texts, between = BytesIO(), BytesIO(), b""
    kinds = orjson.dumps(list(KINDS.values()))
    names.write(_BEGINNING % b"names" + b'{"kinds":%b,"rows":[' % kinds)
    texts.write(_BEGINNING % b"texts" + b"[")
    for entry in entries(site, documents):
        row = [entry.page, _NUMBERS[entry.kind], entry.year, _flat(entry.names)]
        names.write(between + orjson.dumps(row))
        texts.write(between + orjson.dumps([list(entry.named), _flat(entry.texts)]))
        between = b","
    names.write(b"]};\n")
    texts.write(b"];\n")
    return names.getvalue(), texts.getvalue()


def entries(site: Site, documents: Mapping[str, Document]) -> Iterator[Entry]:
    """Yield what is found: records, terms, then the documents that are no record's page."""
    records = [record for kind in PAGED for record in site.dataset.of(kind).values()]
    places = {record.path: place for place, record in enumerate(records)}
    terms = [(name, term) for name, held in site.view.terms.items() for term in held]
    places |= {_key(*term): len(records) + place for place, term in enumerate(terms)}
    pages = {page_of(record.kind, record.id) for record in records}
    yield from (_record(site, record, documents, places) for record in records)
    yield from (_term(site, *term) for term in terms)
    for page, document in documents.items():
        if page not in pages:
            yield Entry(page, "document", (("en", document.title),), (("en", document.text),))


def _record(
    site: Site, record: Record, documents: Mapping[str, Document], places: Mapping[str, int]
) -> Entry:
    page = page_of(record.kind, record.id)
    names = tuple(dict.fromkeys(tagged_names_of(record.body))) or (("en", record.id),)
    texts = dict.fromkeys(text for text in tagged_texts_of(record.body) if text not in names)
    if page in documents:
        texts["en", documents[page].text] = None
    named = tuple(dict.fromkeys(_named(site, record, places)))
    return Entry(page, record.kind, names, tuple(texts), _year(record), named)


def _term(site: Site, vocabulary: str, term: str) -> Entry:
    body: Any = site.view.terms[vocabulary][term]
    page = f"{page_of('vocabulary', vocabulary)}#term-{term}"
    return Entry(page, "term", tuple(tagged_names_of(body)))


def _named(site: Site, record: Record, places: Mapping[str, int]) -> Iterator[int]:
    for edge in site.graph.named_by(record):
        if edge.target.path in places:
            yield places[edge.target.path]
    for term in site.graph.terms[record.path]:
        place = places.get(_key(*term))
        if place is not None:
            yield place


def _key(vocabulary: str, term: str) -> str:
    return f"{vocabulary} {term}"


def _year(record: Record) -> str:
    if record.kind == "milestone":
        return year_of(headline_of(record.body) or {})
    return _plain_year(record.body)


def _plain_year(body: Body) -> str:
    digits = str(body.get("published") or body.get("date") or "")[:4]
    return digits if digits.isdigit() else ""


def _flat(texts: Tagged) -> list[str]:
    return [part for text in texts for part in text]
