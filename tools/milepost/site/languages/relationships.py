"""The pages of relationships in other languages: the list of all, and each with its milestones."""

from collections.abc import Iterator

from milepost.derive.status import status_on
from milepost.model import Record
from milepost.site.languages.catalogue import Catalogue
from milepost.site.languages.layout import page
from milepost.site.languages.naming import day, link, named, term, title, titled
from milepost.site.page import Page
from milepost.site.page_names import list_of, page_of
from milepost.site.phrase import Phrase, Text
from milepost.site.site import Site
from milepost.site.tables import Table
from milepost.site.wording import headline_text

_KIND = "relationship"


def list_page(site: Site, words: Catalogue) -> Page:
    """Return the list of all relationships with the levels that are open."""
    rows = [
        ((link(words, record),), *row)
        for record in site.dataset.of(_KIND).values()
        for row in _levels(site, words, record.id)
    ]
    columns = tuple(map(words, ("Relationship", "Track", "Level", "Since", "Certainty")))
    table = Table(words("Present status"), columns, tuple(rows))
    return page(site, words, list_of(_KIND), Text(words("Relationships"), words.language), (table,))


def relationship_page(site: Site, words: Catalogue, record: Record) -> Page:
    """Return the page of a relationship: the levels that are open, and its milestones."""
    columns = tuple(map(words, ("Track", "Level", "Since", "Certainty")))
    status = Table(words("Present status"), columns, tuple(_levels(site, words, record.id)))
    tables = (status, _line(site, words, record.id))
    return page(site, words, page_of(_KIND, record.id), title(words, record), tables)


def _levels(site: Site, words: Catalogue, dyad: str) -> Iterator[tuple[Phrase, ...]]:
    for interval, certainty in status_on(site.intervals(dyad), site.day):
        opening = interval.opening
        of: Phrase = (" ", named(site, words, opening.of)) if opening.of else ()
        yield (
            (words(opening.track), *of),
            (term(site, words, "status-level", opening.level),),
            day(words, opening.date),
            (words(str(certainty)),),
        )


def _line(site: Site, words: Catalogue, dyad: str) -> Table:
    rows = tuple(
        (
            day(words, headline_text(record.body)),
            titled(words, record),
            (term(site, words, "milestone-type", record.body["type"]),),
        )
        for record in site.chronology(dyad)
    )
    columns = tuple(map(words, ("Date", "Milestone", "Type")))
    return Table(words("Milestones"), columns, rows)
