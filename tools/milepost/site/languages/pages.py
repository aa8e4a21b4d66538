"""The pages in other languages: each relationship with its status and milestones, and all of them.

They read without scripts, and lead to the English page for what every source says.
"""

from collections.abc import Iterator
from dataclasses import replace

from milepost import edtf
from milepost.derive.headline import headline_of
from milepost.derive.status import status_on
from milepost.model import Record
from milepost.site.languages.words import CATALOGUES, Words, page_in
from milepost.site.naming import actor_link, link_to
from milepost.site.page import Page
from milepost.site.page_names import list_of, page_of
from milepost.site.phrase import Link, Part, Phrase, Text
from milepost.site.site import Site
from milepost.site.tables import Table

_KIND = "relationship"


def pages_in_other_languages(site: Site) -> Iterator[Page]:
    """Yield the pages of every language: the list of relationships, and each of them."""
    for words in CATALOGUES:
        yield _list(site, words)
        for record in site.dataset.of(_KIND).values():
            yield _relationship(site, words, record)


def names_in_other_languages(site: Site) -> list[str]:
    """Return the names of those pages."""
    own = [list_of(_KIND), *(page_of(_KIND, dyad) for dyad in site.dataset.of(_KIND))]
    return [page_in(words.language, page) for words in CATALOGUES for page in own]


def _list(site: Site, words: Words) -> Page:
    rows = [
        ((_link(words, record),), *row)
        for record in site.dataset.of(_KIND).values()
        for row in _levels(site, words, record.id)
    ]
    columns = tuple(map(words, ("Relationship", "Track", "Level", "Since", "Certainty")))
    table = Table(words("Present status"), columns, tuple(rows))
    title = Text(words("Relationships"), words.language)
    name = list_of(_KIND)
    return _page(site, words, name, title, (table,))


def _relationship(site: Site, words: Words, record: Record) -> Page:
    columns = tuple(map(words, ("Track", "Level", "Since", "Certainty")))
    status = Table(words("Present status"), columns, tuple(_levels(site, words, record.id)))
    tables = (status, _line(site, words, record.id))
    return _page(site, words, page_of(_KIND, record.id), _title(words, record), tables)


def _page(site: Site, words: Words, name: str, title: Text, tables: tuple[Table, ...]) -> Page:
    values = {
        "words": words,
        "day": site.day.format(words.language),
        "english": Link(name, words("Evidence and disputes, in English"), words.language),
        "tables": tables,
    }
    made = Page(page_in(words.language, name), title, "language.html", values)
    return replace(made, language=words.language)


def _levels(site: Site, words: Words, dyad: str) -> Iterator[tuple[Phrase, ...]]:
    for interval, certainty in status_on(site.intervals(dyad), site.day):
        opening = interval.opening
        of: Phrase = (" ", _named(site, words, opening.of)) if opening.of else ()
        yield (
            (words(opening.track), *of),
            (_term(site, words, "status-level", opening.level),),
            (_day(words, opening.date),),
            (words(str(certainty)),),
        )


def _line(site: Site, words: Words, dyad: str) -> Table:
    rows = tuple(
        (
            (_day(words, (headline_of(record.body) or {}).get("date", "")),),
            _titled(words, record),
            (_term(site, words, "milestone-type", record.body["type"]),),
        )
        for record in site.chronology(dyad)
    )
    columns = tuple(map(words, ("Date", "Milestone", "Type")))
    return Table(words("Milestones"), columns, rows)


def _titled(words: Words, record: Record) -> Phrase:
    title = _title(words, record)
    own = words.language in record.body.get("translated", ())
    mark: Phrase = (f" ({words('editors’ translation')})",) if own else ()
    return (Link(page_of(record.kind, record.id), title.text, title.language), *mark)


def _title(words: Words, record: Record) -> Text:
    texts = record.body.get("title") or record.body["name"]
    language = words.language if words.language in texts else link_to(record).language
    return Text(texts[language], language)


def _link(words: Words, record: Record) -> Link:
    title = _title(words, record)
    return Link(page_in(words.language, page_of(_KIND, record.id)), title.text, title.language)


def _named(site: Site, words: Words, slug: str) -> Part:
    link = actor_link(site, slug)
    record = site.dataset.get("party", slug)
    name = record.body["name"].get(words.language) if record else None
    return Text(name, words.language) if name else link


def _term(site: Site, words: Words, vocabulary: str, term: str) -> Text:
    known = site.view.terms.get(vocabulary, {}).get(term)
    label = known["label"] if known else {"en": term}
    language = words.language if words.language in label else "en"
    return Text(label[language], language)


def _day(words: Words, date: str) -> Text:
    return Text(edtf.parse(date).format(words.language) if date else "", words.language)
