"""The files of one relationship that its page offers: what each is called, holds and is made of."""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from milepost.canonical import encode
from milepost.kinds import BY_NAME
from milepost.site.page import IsMade, never
from milepost.site.site import Site


class Download(NamedTuple):
    """A file below the root of the site, its short name, and what it holds."""

    file: str
    name: str
    holds: str


class _Format(NamedTuple):
    ending: str
    name: str
    holds: str
    made: Callable[[Site, str], bytes]


def downloads(site: Site, dyad: str) -> tuple[Download, ...]:
    """Return the files of a relationship as its page lists them."""
    return tuple(Download(_file(dyad, it), it.name, it.holds) for it in _formats(site, dyad))


def files(site: Site, is_made: IsMade = never) -> Iterator[tuple[str, bytes]]:
    """Return each file of each relationship, with its bytes.

    Which are made already, as `is_made` says by path and record, is asked at once; they are left
    out. The others are made one by one.
    """
    asked = [
        (dyad, it)
        for dyad, record in site.dataset.of("relationship").items()
        for it in _formats(site, dyad)
        if not is_made(_file(dyad, it), record)
    ]
    return ((_file(dyad, it), it.made(site, dyad)) for dyad, it in asked)


def _formats(site: Site, dyad: str) -> tuple[_Format, ...]:
    return (*_FORMATS, _CALENDAR) if site.has_calendar(dyad) else _FORMATS


def _file(dyad: str, of: _Format) -> str:
    return f"{BY_NAME['relationship'].folder}/{dyad}{of.ending}"


def _record(site: Site, dyad: str) -> bytes:
    return encode(_body(site.dataset.of("relationship")[dyad].body))


def _whole(site: Site, dyad: str) -> bytes:
    milestones = [_body(record.body) for record in site.chronology(dyad)]
    relationship = _body(site.dataset.of("relationship")[dyad].body)
    return encode({"relationship": relationship, "milestones": milestones})


def _body(body: Any) -> dict[str, Any]:
    return {name: part for name, part in body.items() if name != "$schema"}


_FORMATS = (
    _Format(
        "-milestones.csv",
        "CSV",
        "one row a milestone, with the columns of csv/milestones.csv in a release.",
        Site.milestone_table,
    ),
    _Format(
        "-milestones.json",
        "JSON",
        "the record of the relationship and of each of its milestones, whole.",
        _whole,
    ),
    _Format(".json", "Record", "the record of the relationship alone, with its coverage.", _record),
)
_CALENDAR = _Format(
    ".ics",
    "Calendar",
    "the anniversaries of milestones that are known to the day, to import into a calendar.",
    Site.calendar,
)
