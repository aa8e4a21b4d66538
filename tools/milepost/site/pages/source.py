"""The page of a source: what it is, what was read of it, and everything that rests on it."""

from collections.abc import Iterator
from typing import NamedTuple

from milepost.derive.labels import text_in
from milepost.evidence.statements import Statement
from milepost.model import Body, Record
from milepost.site.addressing import what_phrase
from milepost.site.citing import Cited, cited
from milepost.site.claims import STANDINGS, said
from milepost.site.mentions import mentions
from milepost.site.naming import link_to, record_link, term_link
from milepost.site.page import Page, Section, record_page
from milepost.site.phrase import Code, Link, Part, Phrase, Text, capitalized, listed, text_of
from milepost.site.site import Site
from milepost.site.tables import Fact, Table
from milepost.site.told import told_by
from milepost.site.wording import date_phrase, date_words, locator_words, speaker_phrase

_BASES = {
    "printed": "printed in it",
    "url": "taken from its address",
    "stated-in-text": "stated in its text",
    "inferred": "inferred by the editors",
}
_FORMS = {
    "original": "the original",
    "archived-copy": "an archived copy",
    "stored-copy": "a copy that the editors hold",
}
_LANGUAGES = {
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fr": "French",
    "id": "Indonesian",
    "it": "Italian",
    "ja": "Japanese",
    "km": "Khmer",
    "ko": "Korean",
    "nl": "Dutch",
    "pt": "Portuguese",
    "ru": "Russian",
    "vi": "Vietnamese",
    "zh": "Chinese",
}
_EXTENTS = {"whole": "read whole", "opening": "its opening read", "excerpt": "an excerpt read"}


class Web(NamedTuple):
    """An address of the source on the web, its archived copy and when it was retrieved."""

    url: str
    archived: str
    retrieved: str


class Rests(NamedTuple):
    """A record that rests on the source, and what the source says for it."""

    record: Link
    claims: Table


class SourcePage(NamedTuple):
    """All that the page of a source shows."""

    id: str
    facts: tuple[Fact, ...]
    web: tuple[Web, ...]
    rests: tuple[Rests, ...]
    mentions: Table
    cited: Cited


def source_page(site: Site, record: Record) -> Page:
    """Return the page of a source."""
    values = source_values(site, record)
    sections = [Section("about", "About the source"), Section("rests", "What rests on it")]
    if values.mentions.rows:
        sections.append(Section("mentions", "Also named by"))
    sections.append(Section("cite", "How to cite"))
    publisher = text_in(record.body["publisher"])
    return record_page(record, "source.html", {"source": values}, tuple(sections), publisher)


def source_values(site: Site, record: Record) -> SourcePage:
    """Return what the page of a source shows."""
    return SourcePage(
        record.id,
        tuple(facts_of_source(site, record)),
        tuple(
            Web(
                url["url"],
                url.get("archived", ""),
                date_words(url["retrieved"]) if "retrieved" in url else "",
            )
            for url in record.body.get("urls", ())
        ),
        tuple(_rests(site, record)),
        mentions(site, record, evidence=False),
        cited(site, record),
    )


def facts_of_source(site: Site, record: Record) -> Iterator[Fact]:
    """Yield what is known of a source and how it was read."""
    body = record.body
    yield Fact("Kind", (term_link(site, "source-kind", body["kind"]),))
    for language, title in body.get("title", {}).items():
        yield Fact("Title as printed", (Text(title, language),))
    if "authors" in body:
        yield Fact("Authors", listed([(author,) for author in body["authors"]]))
    yield Fact("Publisher", listed([(Text(t, tag),) for tag, t in body["publisher"].items()]))
    yield Fact("Published", _published(body))
    yield Fact("Language", (language_name(body["language"]),))
    yield Fact("What was read", _consulted(body))
    yield from _standing(site, body)
    for snapshot in body.get("snapshots", ()):
        yield Fact("Text that was read", _snapshot(snapshot))
    if "note" in body:
        yield Fact("Note", (text_of(body["note"]),))


def _published(body: Body) -> Phrase:
    if "published" not in body:
        return ("no date is known",)
    basis = _BASES.get(body.get("published_basis", ""), "")
    return (*date_phrase(body["published"]), f"; {basis}" if basis else "")


def _consulted(body: Body) -> Phrase:
    parts: list[Phrase] = [
        (f"{_FORMS[c['form']]}, {_EXTENTS[c['extent']]}, on {date_words(c['on'])}",)
        for c in body.get("consulted", ())
    ]
    return listed(parts, "; ", "; ") if parts else ("the editors have not seen it",)


def _standing(site: Site, body: Body) -> Iterator[Fact]:
    stake = [(record_link(site, "party", party),) for party in body.get("stake", ())]
    told = listed(stake) if stake else ("none known",)
    yield Fact("Stake", told)
    above = [(record_link(site, "source", slug),) for slug in body.get("derived_from", ())]
    if above:
        yield Fact("Copied from", listed(above))
    if "rights" in body:
        yield Fact("Rights", (body["rights"],))


def _snapshot(snapshot: Body) -> Phrase:
    when = f", retrieved on {date_words(snapshot['retrieved'])}" if "retrieved" in snapshot else ""
    return (f"{snapshot['media_type']}{when}, SHA-256 ", Code(snapshot["sha256"]))


def _rests(site: Site, source: Record) -> Iterator[Rests]:
    for record in _records(site, source):
        told = told_by(site, source, record)
        places: dict[str, Phrase] = {}
        rows = tuple(_claim(site, record, statement, places) for statement in told)
        columns = ("What", "It says", "Where", "How it stands")
        if rows:
            link = link_to(record)
            yield Rests(link, Table(f"What it says of: {link.text}", columns, rows))


def _records(site: Site, source: Record) -> list[Record]:
    edges = site.graph.naming(source)
    named = {e.origin.path: e.origin for e in edges if e.address.startswith("/evidence/")}
    return list(named.values())


def _claim(
    site: Site, record: Record, statement: Statement, places: dict[str, Phrase]
) -> tuple[Phrase, ...]:
    """Return the row of a claim; `places` has where the entries before it stand."""
    name = statement.entry_name
    if name not in places:
        places[name] = _place(site, statement)
    return (
        capitalized(what_phrase(site, record, statement.address)),
        said(site, record, statement),
        places[name],
        (STANDINGS[statement.standing],),
    )


def _place(site: Site, statement: Statement) -> Phrase:
    """Return where in the source an entry stands, and who speaks there."""
    speaker = speaker_phrase(site, statement.speaker)
    by: tuple[Part, ...] = (", ", *speaker) if speaker else ()
    return (locator_words(statement.entry["locator"]), *by)


def language_name(tag: str) -> str:
    """Return the English name of a language that the dataset has, with its tag."""
    name = _LANGUAGES.get(tag.partition("-")[0])
    return f"{name} ({tag})" if name else tag
