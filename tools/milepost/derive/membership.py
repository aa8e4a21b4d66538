"""Membership of parties in the lists of states: numbers, and on which days of a year."""

from collections.abc import Iterator

from milepost import edtf, intervals
from milepost.derive.years import days_of_year
from milepost.intervals import Intervals
from milepost.model import Body, Record

LISTS = ("cow", "gw")


def number_in(party: Record | None, name: str) -> str:
    """Return the number of a party in a list, or an empty text where the list was not read."""
    return next((row["number"] for row in _rows(party, name)), "")


def days_in(party: Record | None, name: str) -> Intervals | None:
    """Return the days on which a party was a member, or None where nothing was read."""
    rows = list(_rows(party, name))
    return intervals.union(*(_period(row) for row in rows)) if rows else None


def within_year(days: Intervals | None, year: int) -> Intervals | None:
    """Return those of some days that lie in a year; None stays what was not read."""
    if days is None:
        return None
    return intervals.intersection(days, days_of_year(year))


def _rows(party: Record | None, name: str) -> Iterator[Body]:
    memberships = party.body.get("memberships", ()) if party else ()
    return (row for row in memberships if row["list"] == name)


def _period(row: Body) -> Intervals:
    """Return the days of a membership; without an end it lasts beyond every year asked for."""
    first = edtf.parse(row["from"]).days[0][0] if "from" in row else float("-inf")
    after = edtf.parse(row["to"]).days[-1][1] if "to" in row else float("inf")
    return ((first, after),)
