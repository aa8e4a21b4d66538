"""The pages of milestones in other languages: what was done, when, where, by whom, says who.

What each source says of each value stands on the English page.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from milepost.model import Record
from milepost.site.disputes import disputes
from milepost.site.languages.catalogue import Catalogue
from milepost.site.languages.layout import page
from milepost.site.languages.naming import day, link, named, term, text_in, title
from milepost.site.page import Page
from milepost.site.page_names import page_of
from milepost.site.phrase import Phrase, listed
from milepost.site.site import Site
from milepost.site.tables import Fact, Table, without_empty_columns
from milepost.site.wording import headline_text

Member = Mapping[str, Any]


def milestone_page(site: Site, words: Catalogue, record: Record) -> Page:
    """Return the page of a milestone."""
    tables = (
        _stages(site, words, record),
        _actors(site, words, record),
        _agenda(site, words, record),
        _sources(site, words, record),
    )
    return page(
        site,
        words,
        page_of(record.kind, record.id),
        title(words, record),
        tables,
        facts=tuple(_facts(site, words, record)),
        summary=text_in(words, record.body["summary"]),
    )


def _facts(site: Site, words: Catalogue, record: Record) -> Iterator[Fact]:
    dyads = [site.dataset.of("relationship")[dyad] for dyad in record.body["relationships"]]
    separator = words(", ")
    yield Fact(
        words("Relationship"), listed([(link(words, it),) for it in dyads], separator, separator)
    )
    yield Fact(words("Type"), (term(site, words, "milestone-type", record.body["type"]),))
    if date := headline_text(record.body):
        yield Fact(words("Date"), day(words, date))
    found = disputes(site, record)
    for name, count in (
        ("Disputes, settled", sum(not it.is_open for it in found)),
        ("Disputes, open", sum(it.is_open for it in found)),
    ):
        if count:
            yield Fact(words(name), (str(count),))


def _stages(site: Site, words: Catalogue, record: Record) -> Table:
    rows = tuple(
        (
            (term(site, words, "stage", stage["stage"]),),
            day(words, stage.get("date", "")),
            day(words, stage.get("end", "")),
            (named(site, words, stage["place"], "place", "party"),) if "place" in stage else (),
        )
        for stage in record.body["stages"]
    )
    return _table(words, "Stages", ("Stage", "Date", "End", "Place"), rows)


def _actors(site: Site, words: Catalogue, record: Record) -> Table:
    rows = tuple(
        (
            (named(site, words, actor["actor"]),),
            (_side(site, words, actor["side"]),),
            (term(site, words, "actor-role", actor["role"]),),
            (term(site, words, "office", actor["office"]),) if "office" in actor else (),
        )
        for actor in record.body.get("actors", ())
    )
    return _table(words, "Who took part", ("Who", "Side", "Role", "Office"), rows)


def _side(site: Site, words: Catalogue, side: str) -> Any:
    return words("other") if side == "other" else named(site, words, side, "party")


def _agenda(site: Site, words: Catalogue, record: Record) -> Table:
    rows = tuple(
        (
            (term(site, words, "topic", item["topic"]),),
            (term(site, words, "agenda-act", item["act"]),),
            _those(site, words, item.get("by", ())),
            _those(site, words, item.get("to", ())),
        )
        for item in record.body.get("agenda", ())
    )
    return _table(words, "Agenda", ("Topic", "Act", "By", "To"), rows)


def _those(site: Site, words: Catalogue, slugs: tuple[str, ...]) -> Phrase:
    separator = words(", ")
    return listed([(named(site, words, slug),) for slug in slugs], separator, separator)


def _sources(site: Site, words: Catalogue, record: Record) -> Table:
    cited = dict.fromkeys(entry["source"] for entry in record.body["evidence"])
    sources = [site.dataset.of("source")[slug] for slug in cited]
    rows = tuple(
        (
            (named(site, words, source.id, "source"),),
            (text_in(words, source.body["publisher"]),),
            day(words, source.body.get("published", "")),
        )
        for source in sources
    )
    return _table(words, "Sources", ("Source", "Publisher", "Published"), rows)


def _table(
    words: Catalogue, name: str, columns: tuple[str, ...], rows: tuple[tuple[Phrase, ...], ...]
) -> Table:
    return without_empty_columns(Table(words(name), tuple(map(words, columns)), rows))
