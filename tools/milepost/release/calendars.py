"""Calendars of anniversaries in iCalendar (RFC 5545), one a relationship and one of all.

A milestone whose headline is not known to the day has no anniversary. One of 29 February returns
in leap years alone: a rule of recurrence passes over a day that a year does not have.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Final

from milepost.derive.anniversaries import exact_day
from milepost.derive.apart import by_relationship
from milepost.derive.labels import label_of, term_label, text_in
from milepost.model import Record
from milepost.release.citation.work import record_url
from milepost.release.content_lines import line, text, texts
from milepost.release.release import Release
from milepost.release.uuids import uuid_of

PATTERN = "calendar/*.ics"
HOLDS = "The anniversaries of each relationship, and of all, to import into a calendar"

_BEGIN: Final = line("BEGIN", "VEVENT")
_YEARLY: Final = line("RRULE", "FREQ=YEARLY")
_TRANSPARENT: Final = line("TRANSP", "TRANSPARENT")
_END: Final = line("END", "VEVENT")


def calendars(release: Release) -> Iterator[tuple[str, bytes]]:
    """Yield the file of each calendar; one without an event would be none (section 3.6)."""
    dataset = release.dataset
    events = _events(dataset.of("milestone").values(), release)
    if events:
        yield "calendar/all.ics", _calendar(text_in(dataset.meta["title"]), events.values())
    apart = by_relationship(dataset)
    for dyad, relationship in dataset.of("relationship").items():
        own = [events[name] for name in apart[dyad].of("milestone") if name in events]
        if own:
            yield f"calendar/{dyad}.ics", _calendar(_title(relationship, release), own)


def calendar_of(relationship: Record, milestones: Iterable[Record], release: Release) -> bytes:
    """Return the calendar of a relationship, of whose milestones some are known to the day."""
    events = _events(milestones, release)
    return _calendar(_title(relationship, release), events.values())


def _title(relationship: Record, release: Release) -> str:
    return f"{text_in(release.dataset.meta['title'])}: {label_of(relationship)}"


def _events(milestones: Iterable[Record], release: Release) -> dict[str, bytes]:
    """Return the events of the milestones that have one, by identifier."""
    now = _now(release)
    return {it.id: b"".join(_event(it, release, now)) for it in milestones if exact_day(it)}


def _calendar(name: str, events: Iterable[bytes]) -> bytes:
    head = (
        line("BEGIN", "VCALENDAR"),
        line("VERSION", "2.0"),
        line("PRODID", "-//Milepost//Anniversaries//EN"),
        line("CALSCALE", "GREGORIAN"),
        line("NAME", text(name)),
        line("X-WR-CALNAME", text(name)),
    )
    return b"".join((*head, *events, line("END", "VCALENDAR")))


def _event(milestone: Record, release: Release, now: bytes) -> Iterator[bytes]:
    """Yield the lines of an event; `now` are those that tell which version of it this is."""
    year, month, day = exact_day(milestone) or (0, 0, 0)
    yield _BEGIN
    yield line("UID", uuid_of("milestone", milestone.id))
    yield now
    yield line("DTSTART;VALUE=DATE", f"{year:04}{month:02}{day:02}")
    yield _YEARLY
    yield line("SUMMARY", text(f"{label_of(milestone)} ({year})"))
    yield line("DESCRIPTION", text(_description(milestone)))
    yield line("CATEGORIES", texts(_categories(milestone, release)))
    yield _TRANSPARENT
    if url := record_url(milestone, release.dataset.meta):
        yield line("URL", url)
    yield _END


def _now(release: Release) -> bytes:
    """Return the lines that all events share: the number of versions before this one, its time."""
    moment = datetime.fromtimestamp(release.edition.moment, UTC)
    versions = str(len(release.dataset.of("ledger")))
    return line("SEQUENCE", versions) + line("DTSTAMP", moment.strftime("%Y%m%dT%H%M%SZ"))


def _description(milestone: Record) -> str:
    summary = text_in(milestone.body.get("summary", {}))
    return f"{summary}\n{milestone.id}" if summary else milestone.id


def _categories(milestone: Record, release: Release) -> list[str]:
    dataset = release.dataset
    dyads = (dataset.get("relationship", dyad) for dyad in milestone.body["relationships"])
    kind = term_label(dataset, "milestone-type", milestone.body["type"])
    return [kind, *(label_of(dyad) for dyad in dyads if dyad)]
