"""What records are about in the words of schema.org: a record in, a JSON-LD object out."""

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import Any

from milepost import edtf
from milepost.derive.headline import headline_of
from milepost.derive.labels import text_in
from milepost.kinds import ACTING
from milepost.model import Record
from milepost.site.page_names import page_of
from milepost.site.safety import is_web_address
from milepost.site.site import Site

Thing = dict[str, Any]

_NOTHING: tuple[Any, ...] = (None, "", [], {})
_KEYWORDS = {"at_context": "@context", "at_id": "@id", "at_type": "@type"}
_OPEN = ".."
_NO_YEAR = "XXXX"
_WIKIDATA = "http://www.wikidata.org/entity/"
_SOURCES = {
    "news": "NewsArticle",
    "state-news-agency": "NewsArticle",
    "scholarly-article": "ScholarlyArticle",
    "scholarly-book": "Book",
    "policy-paper": "Report",
    "legislation": "Legislation",
    "dataset": "Dataset",
    "blog": "BlogPosting",
    "social-media": "SocialMediaPosting",
    "government-web-page": "WebPage",
    "organization-page": "WebPage",
}
_TYPES = {
    "person": "Person",
    "organization": "Organization",
    "place": "Place",
    "party": "Country",
    "occasion": "Event",
}


def thing(site: Site, record: Record) -> Thing:
    """Return what the page of a record is about."""
    return _MAKERS.get(record.kind, _named)(site, record)


def texts(by_language: Mapping[str, str]) -> list[Thing]:
    """Return texts as JSON-LD has them, each with its language."""
    return [{"@language": tag, "@value": text} for tag, text in by_language.items()]


def filled(**members: Any) -> Thing:
    """Return an object without the members that have no value; `at_type` stands for @type."""
    return {
        _KEYWORDS.get(name, name): value
        for name, value in members.items()
        if value or value not in _NOTHING
    }


@lru_cache(maxsize=2048)
def exact_day(text: str) -> str:
    """Return a date that is one day known for sure, in ISO 8601, and nothing for any other."""
    date = edtf.parse(text)
    sure = date.kind == "date" and not (date.approximate or date.uncertain)
    return text if sure and date.earliest and date.earliest == date.latest else ""


@lru_cache(maxsize=2048)
def span(text: str) -> str:
    """Return the days within which a date lies as an interval of ISO 8601, open ends as `..`."""
    date = edtf.parse(text)
    if _NO_YEAR in text or (date.earliest is None and date.latest is None):
        return ""
    first, last = (_iso(end) if end else _OPEN for end in (date.earliest, date.latest))
    return first if first == last else f"{first}/{last}"


def _iso(day: tuple[int, int, int]) -> str:
    return "{:04}-{:02}-{:02}".format(*day)


def _event(site: Site, record: Record) -> Thing:
    body = record.body
    headline = headline_of(body) or {}
    return filled(
        at_type="Event",
        identifier=record.id,
        name=texts(body["title"]),
        description=texts(body["summary"]),
        startDate=exact_day(headline["date"]) if "date" in headline else "",
        location=_place(site, headline.get("place", "")),
    )


def _source(_site: Site, record: Record) -> Thing:
    body = record.body
    return filled(
        at_type=_SOURCES.get(body["kind"], "CreativeWork"),
        identifier=record.id,
        name=texts(body.get("title") or body["label"]),
        author=[{"@type": "Person", "name": name} for name in body.get("authors", ())],
        publisher={"@type": "Organization", "name": text_in(body["publisher"])},
        datePublished=exact_day(body["published"]) if "published" in body else "",
        inLanguage=body["language"],
        url=source_address(record),
    )


def source_address(record: Record) -> str:
    """Return the first address of a source to which a page may lead, empty where it has none."""
    urls = (each["url"] for each in record.body.get("urls", ()))
    return next((url for url in urls if is_web_address(url)), "")


def _terms(site: Site, record: Record) -> Thing:
    body = record.body
    page = site.home.page(page_of(record.kind, record.id))
    terms = [
        filled(
            at_type="DefinedTerm",
            termCode=term["id"],
            name=texts(term["label"]),
            description=texts(term.get("definition", {})),
            url=f"{page}#term-{term['id']}" if page else "",
        )
        for term in body["terms"]
    ]
    return filled(
        at_type="DefinedTermSet",
        identifier=record.id,
        name=texts(body["title"]),
        description=texts(body["definition"]),
        hasDefinedTerm=terms,
    )


def _named(_site: Site, record: Record) -> Thing:
    body = record.body
    codes, point = body.get("codes", {}), body.get("point")
    return filled(
        at_type=_TYPES.get(record.kind, "Thing"),
        identifier=record.id,
        name=texts(body["name"]),
        alternateName=[each["text"] for each in body.get("variants", ()) if "text" in each],
        sameAs=f"{_WIKIDATA}{codes['wikidata']}" if "wikidata" in codes else "",
        description=texts(body.get("summary", {})),
        startDate=exact_day(body["date"]) if "date" in body else "",
        geo=filled(
            at_type="GeoCoordinates",
            latitude=point["latitude"],
            longitude=point["longitude"],
        )
        if point
        else None,
    )


def _place(site: Site, slug: str) -> Thing | None:
    record = next((r for kind in ACTING if (r := site.dataset.get(kind, slug))), None)
    return filled(at_type="Place", name=texts(record.body["name"])) if record else None


def parties(site: Site, dyads: Iterable[str]) -> list[Thing]:
    """Return the two parties of each relationship, each party once."""
    slugs = dict.fromkeys(party for dyad in dyads for party in dyad.split("-"))
    records = (site.dataset.get("party", slug) for slug in slugs)
    return [filled(at_type="Country", name=texts(r.body["name"])) for r in records if r]


_MAKERS: dict[str, Callable[[Site, Record], Thing]] = {
    "milestone": _event,
    "source": _source,
    "vocabulary": _terms,
}
