"""The calendars and the feed of a release, read by icalendar and feedparser."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, time
from functools import cache
from itertools import islice
from typing import Any

import feedparser
import pytest
from dateutil.rrule import rrulestr
from icalendar import Calendar

from builders import a_milestone, a_record, an_entry
from graphs import BASE, the_small_release_with_an_address
from milepost.derive.anniversaries import exact_day
from milepost.model import Record
from milepost.release.calendars import calendars
from milepost.release.content_lines import line
from milepost.release.contents import contents
from milepost.release.feed import Entry, Feed, as_atom, feed_of
from milepost.release.readme import as_readme
from milepost.release.release import Release
from milepost.release.released_files import released_files
from releases import EDITION, MOMENT, a_release_of, the_release, the_small_release

pytestmark = pytest.mark.judge
HOSTILE = "a,b;c\\n:\"' \\, \u2028 日本・カンボジア外交関係の樹立 កម្ពុជា 😀" * 3


def a_day(date: str, **more: object) -> Release:
    milestone = a_milestone(an_entry(date=date), date=date, **{"title": {"en": "A"}, **more})
    dyad = {"id": "jpn-khm", "name": {"en": "Japan and Cambodia"}, "parties": ["jpn", "khm"]}
    return a_release_of(a_record(milestone), a_record(dyad, "relationship"))


def events(content: bytes) -> list[Any]:
    return list(Calendar.from_ical(content).walk("VEVENT"))


def the_event(release: Release) -> Any:
    (event,) = events(dict(calendars(release))["calendar/all.ics"])
    return event


def known_to_the_day(milestones: Iterable[Record]) -> set[str]:
    return {record.id for record in milestones if exact_day(record)}


@cache
def the_calendars() -> dict[str, bytes]:
    return dict(calendars(the_release()))


def test_every_milestone_that_is_known_to_the_day_has_one_event() -> None:
    milestones = the_release().dataset.of("milestone").values()
    found = [
        str(e["DESCRIPTION"]).split("\n")[-1] for e in events(the_calendars()["calendar/all.ics"])
    ]
    assert len(set(found)) == len(found)
    assert known_to_the_day(milestones) == set(found)
    assert len(found) < len(milestones)


def test_each_relationship_has_its_own_events() -> None:
    dyads = the_release().dataset.of("relationship")
    assert {"calendar/all.ics", *(f"calendar/{dyad}.ics" for dyad in dyads)} == set(the_calendars())
    for dyad in dyads:
        own = (
            m
            for m in the_release().dataset.of("milestone").values()
            if dyad in m.body["relationships"]
        )
        assert len(known_to_the_day(own)) == len(events(the_calendars()[f"calendar/{dyad}.ics"]))


def test_an_event_is_a_day_that_returns_each_year_and_keeps_nobody_busy() -> None:
    event = next(
        event
        for event in events(the_calendars()["calendar/jpn-khm.ics"])
        if "mp-bbngx6t" in event["DESCRIPTION"]
    )
    assert date(1953, 1, 9) == event["DTSTART"].dt
    assert {"FREQ": ["YEARLY"]} == dict(event["RRULE"])
    assert "Diplomatic relations between Cambodia and Japan (1953)" == event["SUMMARY"]
    assert datetime.fromtimestamp(MOMENT, UTC) == event["DTSTAMP"].dt
    assert ("TRANSPARENT", 0) == (event["TRANSP"], event["SEQUENCE"])
    categories = ["Establishment of diplomatic relations", "Cambodia–Japan"]
    assert categories == [str(category) for category in event["CATEGORIES"].cats]
    assert "URL" not in event


def test_the_identifier_of_an_event_depends_on_its_milestone_alone() -> None:
    first, later = the_event(a_day("2013-12-15")), the_event(a_day("2014-01-01", title={"en": "B"}))
    assert first["UID"] == later["UID"]
    assert first["DTSTART"].dt != later["DTSTART"].dt


def test_the_sequence_counts_the_published_versions() -> None:
    release = a_day("2013-12-15")
    records = dict(release.dataset.records)
    records["ledger"] = {
        version: Record("ledger", version, f"dataset/releases/{version}.json", {"version": version})
        for version in ("0.1.0", "0.2.0")
    }
    later = a_release_of(
        *(r for by_id in records.values() for r in by_id.values() if r.kind != "dataset")
    )
    assert 2 == the_event(later)["SEQUENCE"]


@pytest.mark.parametrize(
    "doubtful", ["2013-12", "2013-12-15~", "2013-12-15?", "[2013-12-15,2013-12-16]"]
)
def test_a_day_that_nobody_knows_has_no_event_and_a_calendar_without_one_no_file(
    doubtful: str,
) -> None:
    assert {} == dict(calendars(a_day(doubtful)))


@pytest.mark.parametrize(
    ("day", "returns"),
    [
        ("2013-12-15", ["2013-12-15", "2014-12-15", "2015-12-15"]),
        ("1972-02-29", ["1972-02-29", "1976-02-29", "1980-02-29"]),
    ],
)
def test_a_day_returns_each_year_that_has_it(day: str, returns: list[str]) -> None:
    event = the_event(a_day(day))
    rule = event["RRULE"].to_ical().decode()
    start = datetime.combine(event["DTSTART"].dt, time.min)
    assert returns == [f"{found:%Y-%m-%d}" for found in islice(rrulestr(rule, dtstart=start), 3)]


def test_hostile_text_comes_back_as_it_was() -> None:
    event = the_event(
        a_day("2013-12-15", title={"en": HOSTILE}, summary={"en": f"{HOSTILE}\nEND:VEVENT"})
    )
    assert f"{HOSTILE} (2013)" == event["SUMMARY"]
    assert f"{HOSTILE}\nEND:VEVENT\nmp-2x9zg7k" == event["DESCRIPTION"]


@pytest.mark.parametrize("name", ["calendar/all.ics", "calendar/jpn-khm.ics"])
def test_lines_end_in_crlf_and_are_no_longer_than_75_octets(name: str) -> None:
    content = the_calendars()[name]
    lines = content.split(b"\r\n")
    assert b"" == lines.pop()
    assert 75 == max(map(len, lines))
    assert [] == [one for one in lines if b"\n" in one or b"\r" in one]
    assert [] == [one for one in lines if one.decode("utf-8") == ""]


@pytest.mark.parametrize("length", [66, 67, 68, 141, 142, 300])
def test_a_line_is_folded_between_characters(length: int) -> None:
    for character in "x日😀":
        folded = line("SUMMARY", character * length)
        assert {True} == {len(piece) <= 75 for piece in folded[:-2].split(b"\r\n")}
        assert f"SUMMARY:{character * length}" == folded[:-2].replace(b"\r\n ", b"").decode()


def test_with_an_address_an_event_leads_to_its_page_and_there_is_a_feed() -> None:
    release = the_small_release_with_an_address()
    found = dict(calendars(release))["calendar/jpn-khm.ics"]
    urls = {str(event["URL"]) for event in events(found)}
    assert f"{BASE}/milestones/mp-bbngx6t.html" in urls


def feed_in(release: Release) -> Feed | None:
    return feed_of(release.dataset, release.edition)


def a_feed(**more: str) -> Feed:
    entry = Entry("0.1.0", "2026-11-22", "Version 0.1.0", "Published.", f"{BASE}/download.html")
    return Feed(f"{BASE}/", "Title", "The editors", EDITION.time, (entry._replace(**more),))


def test_feedparser_reads_the_feed_of_published_versions() -> None:
    feed = feed_in(the_small_release_with_an_address())
    assert feed is not None
    read = feedparser.parse(as_atom(feed))
    assert ("atom10", False) == (read.version, read.bozo)
    assert (f"{BASE}/", feed.title, feed.author) == (
        read.feed.id,
        read.feed.title,
        read.feed.author,
    )
    (entry,) = read.entries
    assert ("Version 0.1.0", f"{BASE}/download.html") == (entry.title, entry.link)
    assert EDITION.day == entry.updated[:10]


def test_hostile_text_in_a_feed_comes_back_without_what_xml_cannot_hold() -> None:
    read = feedparser.parse(as_atom(a_feed(summary="]]> & <script> \x08\ufffe 😀", title="<b>")))
    assert not read.bozo
    assert ("<b>", "]]> & <script>  😀") == (
        read.entries[0].title_detail.value,
        read.entries[0].summary_detail.value,
    )


def test_a_feed_lists_the_ledgers_newest_first_and_says_which_was_withdrawn() -> None:
    bodies = (
        {"version": "0.9.0", "published": "2026-01-01", "withdrawn": {"en": "Half was lost."}},
        {"version": "0.10.0", "published": "2026-02-01"},
        {"version": "0.8.0"},
    )
    ledgers = (Record("ledger", str(b["version"]), "", {"records": (), **b}) for b in bodies)
    feed = feed_in(a_release_of(*ledgers, base_url=BASE))
    assert feed is not None
    assert [
        ("0.10.0", "2026-02-01", "Version 0.10.0"),
        ("0.9.0", "2026-01-01", "Version 0.9.0 (withdrawn)"),
        ("0.1.0", EDITION.day, "Version 0.1.0"),
    ] == [entry[:3] for entry in feed.entries]


def test_an_entry_of_a_feed_counts_what_a_version_changed_and_names_its_milestones() -> None:
    rows = {
        "0.0.1": (("milestone", "mp-bbngx6t", "1"), ("milestone", "mp-0000000", "1")),
        "0.0.2": (("milestone", "mp-bbngx6t", "2"), ("place", "kumamoto", "1")),
    }
    named = ("kind", "id", "sha256")
    ledgers = (
        Record("ledger", version, "", {"version": version, "published": "2026-01-01", "records": r})
        for version, told in rows.items()
        for r in [tuple(dict(zip(named, row, strict=True)) for row in told)]
    )
    feed = feed_in(a_release_of(*ledgers, base_url=BASE))
    assert feed is not None

    assert [
        "Published on 2026-01-01. It is the first, with 2 records.",
        (
            "Published on 2026-01-01. Since version 0.0.1: 1 new, 1 changed, 1 gone."
            " Changed milestones: mp-bbngx6t. Gone milestones: mp-0000000."
        ),
    ] == [entry.summary for entry in reversed(feed.entries[1:])]


def test_before_its_first_version_a_dataset_has_a_feed_without_entries() -> None:
    before = replace(EDITION, obstacle="the working tree has changes")
    feed = feed_of(a_release_of(base_url=BASE).dataset, before)
    assert feed is not None
    assert ([], 0) == (feedparser.parse(as_atom(feed)).entries, len(feed.entries))


def test_without_an_address_there_is_no_feed_and_the_readme_says_so() -> None:
    assert None is feed_in(the_small_release())
    readme = as_readme(the_small_release(), released_files()).decode()
    assert "There is no\nfeed of changes, which needs an address." in readme


def test_with_an_address_the_feed_is_a_file_of_the_release_and_in_its_list() -> None:
    files = contents(the_small_release_with_an_address())
    names = [name for name, _ in released_files(has_address=True)]
    assert names.index("changes.atom") == names.index("calendar/*.ics") + 1
    assert [] != feedparser.parse(files["changes.atom"]).entries
    assert "| `changes.atom` |" in files["README.md"].decode()
    assert "feed of changes, which needs" not in files["README.md"].decode()
