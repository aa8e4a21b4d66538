"""Every dispute of the dataset: by relationship, and those that are still open before the rest."""

from collections.abc import Iterator
from typing import NamedTuple

from milepost.model import Record
from milepost.site.disputes import Dispute, disputes
from milepost.site.naming import link_to
from milepost.site.page_names import PAGED
from milepost.site.phrase import Phrase
from milepost.site.site import Site
from milepost.site.tables import Table

# What has no relationship of its own: a state or a person is of all.
OTHERS = "other-records"


class Told(NamedTuple):
    """A dispute with the record that it is in."""

    record: Record
    dispute: Dispute


class Gathered(NamedTuple):
    """The disputes under one heading; `anchor` is the dyad, or `other-records`."""

    anchor: str
    name: Phrase
    open: tuple[Told, ...]
    settled: tuple[Told, ...]


def all_disputes(site: Site) -> tuple[Gathered, ...]:
    """Return the disputes of each relationship in time order, then those of all other records.

    A milestone of several relationships is told once, under the first.
    """
    gathered = [
        _gathered(dyad, (link_to(record),), _of_dyad(site, dyad))
        for dyad, record in site.dataset.of("relationship").items()
    ]
    gathered.append(_gathered(OTHERS, ("Other records",), _of_others(site)))
    return tuple(found for found in gathered if found.open or found.settled)


def _gathered(anchor: str, name: Phrase, told: Iterator[Told]) -> Gathered:
    every = tuple(told)
    still = tuple(one for one in every if one.dispute.is_open)
    return Gathered(anchor, name, still, tuple(one for one in every if not one.dispute.is_open))


def _of_dyad(site: Site, dyad: str) -> Iterator[Told]:
    for record in site.chronology(dyad):
        if record.body["relationships"][0] == dyad:
            yield from _told(site, record)


def _of_others(site: Site) -> Iterator[Told]:
    for kind in PAGED:
        if kind != "milestone":
            for record in site.dataset.of(kind).values():
                yield from _told(site, record)


def _told(site: Site, record: Record) -> Iterator[Told]:
    return (Told(record, dispute) for dispute in disputes(site, record))


def counted(gathered: tuple[Gathered, ...]) -> Table:
    """Return how many disputes each relationship has and how many of them are open."""
    rows: list[tuple[Phrase, ...]] = [
        (one.name, (str(len(one.open) + len(one.settled)),), (str(len(one.open)),))
        for one in gathered
    ]
    still = sum(len(one.open) for one in gathered)
    total = still + sum(len(one.settled) for one in gathered)
    rows.append((("All",), (str(total),), (str(still),)))
    return Table("Disputes by relationship", ("Relationship", "Disputes", "Open"), tuple(rows))
