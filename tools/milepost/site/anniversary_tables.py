"""Anniversaries of a year as tables: those that are celebrated, and all the others."""

from milepost.derive.anniversaries import Anniversary, anniversaries
from milepost.site.naming import link_to, record_link, term_link
from milepost.site.phrase import Phrase, listed
from milepost.site.site import Site
from milepost.site.tables import Table
from milepost.site.wording import date_words

_COLUMNS = ("Day", "Anniversary", "Milestone", "Type", "Relationship")
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def anniversary_tables(site: Site, year: int) -> tuple[Table, Table]:
    """Return the round anniversaries of a year, and those between."""
    found = anniversaries(site.dataset.of("milestone").values(), year)
    round_ones = tuple(_row(site, one) for one in found if one.is_round)
    others = tuple(_row(site, one) for one in found if not one.is_round)
    return (
        Table(f"Round anniversaries in {year}", _COLUMNS, round_ones),
        Table(f"Other anniversaries in {year}", _COLUMNS, others),
    )


def _row(site: Site, one: Anniversary) -> tuple[Phrase, ...]:
    body = one.milestone.body
    dyads = [(record_link(site, "relationship", dyad),) for dyad in body["relationships"]]
    return (
        (_day(site, one),),
        (ordinal(one.years),),
        (link_to(one.milestone),),
        (term_link(site, "milestone-type", body["type"]),),
        listed(dyads),
    )


def _day(site: Site, one: Anniversary) -> str:
    if not one.is_in_calendar:
        return f"{one.day} February: {one.year} has no such day"
    passed = " (past)" if one.date < site.as_of else ""
    return f"{date_words(one.date)}{passed}"


def ordinal(number: int) -> str:
    """Return an ordinal in figures, such as 72nd."""
    if number % 100 in {11, 12, 13}:
        return f"{number}th"
    return f"{number}{_ENDINGS.get(number % 10, 'th')}"
