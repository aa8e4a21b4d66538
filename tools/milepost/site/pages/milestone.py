"""The page of a milestone: what happened, who says so, what is disputed and how to cite it."""

from collections.abc import Iterator
from typing import NamedTuple

from milepost.derive.grade import Grade, grade_of
from milepost.derive.labels import text_in
from milepost.evidence.witnesses import independent_sources
from milepost.model import Record
from milepost.site.citing import Cited, cited
from milepost.site.claims import Group, groups
from milepost.site.disputes import Dispute, disputes, notice
from milepost.site.figures.locator import Locator, locator
from milepost.site.history import history
from milepost.site.links import Related, related
from milepost.site.milestone_tables import actors, agenda, facts, stages
from milepost.site.naming import Title, link_to, record_link, term_link, titles
from milepost.site.page import Page, Section, record_page
from milepost.site.passages import passages
from milepost.site.phrase import Link, Part, Phrase, Text, listed, text_of
from milepost.site.site import Site
from milepost.site.tables import Fact, Table
from milepost.site.wording import headline_phrase, headline_text


class MilestonePage(NamedTuple):
    """All that the page of a milestone shows, in the order in which it shows it."""

    id: str
    titles: tuple[Title, ...]
    type: Part
    date: Phrase
    date_edtf: str
    relationships: Phrase
    summary: Text
    notice: Phrase
    stages: Table
    actors: Table
    facts: tuple[Fact, ...]
    agenda: Table
    related: tuple[Related, ...]
    disputes: tuple[Dispute, ...]
    groups: tuple[Group, ...]
    witnesses: int
    grade: Grade
    passages: Table
    map: Locator | None
    history: Table
    topics: Phrase
    note: str
    cited: Cited


def milestone_page(site: Site, record: Record) -> Page:
    """Return the page of a milestone, with the milestones before and after it."""
    values = milestone_values(site, record)
    page = record_page(
        record,
        "milestone.html",
        {"milestone": values},
        tuple(_sections(values)),
        values.summary.text,
    )
    before, after = _neighbours(site, record)
    return page._replace(before=before, after=after)


def milestone_values(site: Site, record: Record) -> MilestonePage:
    """Return what the page of a milestone shows."""
    body = record.body
    found = disputes(site, record)
    return MilestonePage(
        record.id,
        titles(body),
        term_link(site, "milestone-type", body["type"]),
        headline_phrase(record),
        headline_text(body),
        _linked([record_link(site, "relationship", dyad) for dyad in body["relationships"]]),
        text_of(body["summary"]),
        notice(found),
        stages(site, record),
        actors(site, record),
        tuple(facts(site, record)),
        agenda(site, record),
        related(site, record),
        found,
        groups(site, record),
        independent_sources(site.dataset, record),
        grade_of(record, site.view, site.statements(record)),
        passages(site, record),
        locator(site, record),
        history(site, record),
        _linked([term_link(site, "topic", topic) for topic in body.get("topics", ())]),
        text_in(body.get("note", {})),
        cited(site, record),
    )


def _linked(links: list[Part]) -> Phrase:
    return listed([(link,) for link in links], ", ", ", ")


def _sections(page: MilestonePage) -> Iterator[Section]:
    yield Section("stages", "Stages")
    if page.map:
        yield Section("map", "Where")
    if page.actors.rows:
        yield Section("actors", "Who took part")
    if page.facts:
        yield Section("facts", "What it did")
    if page.agenda.rows:
        yield Section("agenda", "Agenda")
    if page.related:
        yield Section("related", "Related milestones")
    if page.disputes:
        yield Section("disputes", "Disputes")
    yield Section("who-says-what", "Who says what")
    yield Section("history", "History")
    yield Section("cite", "How to cite")


def _neighbours(site: Site, record: Record) -> tuple[Link | None, Link | None]:
    ordered = site.order(record.body["relationships"][0])
    place = ordered[record.id]
    line = site.chronology(record.body["relationships"][0])
    before = link_to(line[place - 1]) if place else None
    after = link_to(line[place + 1]) if place + 1 < len(line) else None
    return before, after
