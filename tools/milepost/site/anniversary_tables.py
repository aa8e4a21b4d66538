"""Anniversaries as tables: those still to come first, each part round ones and others apart."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from milepost.derive.anniversaries import Anniversary, anniversaries
from milepost.site.naming import link_to, record_link, term_link
from milepost.site.phrase import Phrase, listed
from milepost.site.site import Site
from milepost.site.tables import Table
from milepost.site.wording import date_words

_COLUMNS = ("Day", "Anniversary", "Milestone", "Type", "Relationship")
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


@dataclass(frozen=True, slots=True)
class Period:
    """A part of two years: its name in links, its title, and the anniversaries in it by day."""

    name: str
    title: str
    celebrated: Table
    others: Table


def anniversary_periods(site: Site) -> Iterator[Period]:
    """Yield what is to come in the year of the site's day, the year after, and what is over."""
    records = site.dataset.of("milestone").values()
    this = int(site.as_of[:4])
    found = anniversaries(records, this)
    coming = [one for one in found if one.date >= site.as_of]
    over = [one for one in found if one.date < site.as_of]
    yield _period(site, f"in-{this}", f"Still to come in {this}", coming)
    yield _period(site, f"in-{this + 1}", str(this + 1), anniversaries(records, this + 1))
    yield _period(site, f"past-{this}", f"Over in {this}", over)


def _period(site: Site, name: str, title: str, found: Sequence[Anniversary]) -> Period:
    celebrated = tuple(_row(site, one) for one in found if one.is_round)
    others = tuple(_row(site, one) for one in found if not one.is_round)
    return Period(
        name,
        title,
        Table(f"{title}: round anniversaries", _COLUMNS, celebrated),
        Table(f"{title}: other anniversaries", _COLUMNS, others),
    )


def _row(site: Site, one: Anniversary) -> tuple[Phrase, ...]:
    body = one.milestone.body
    dyads = [(record_link(site, "relationship", dyad),) for dyad in body["relationships"]]
    return (
        (_day(one),),
        (ordinal(one.years),),
        (link_to(one.milestone),),
        (term_link(site, "milestone-type", body["type"]),),
        listed(dyads),
    )


def _day(one: Anniversary) -> str:
    if not one.is_in_calendar:
        return f"{one.day} February: {one.year} has no such day"
    return date_words(one.date)


def ordinal(number: int) -> str:
    """Return an ordinal in figures, such as 72nd."""
    if number % 100 in {11, 12, 13}:
        return f"{number}th"
    return f"{number}{_ENDINGS.get(number % 10, 'th')}"
