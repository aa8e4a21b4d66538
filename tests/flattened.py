"""A sheet as a historian would fill it in: the real dataset flattened, one row an act and source.

It has the template's columns; `with_slips` plants rows among them that must be rejected.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from imports import Row
from milepost.model import Dataset, Record

LOCATORS = ("paragraph", "page", "section")
# What a slip changes in a good row, and the rule and the column by which it is rejected.
SLIPS: tuple[tuple[Row, str, str], ...] = (
    ({"date": "2013-02-30"}, "IMP-004", "date"),
    ({"date": "12/04/2013"}, "IMP-004", "date"),
    ({"place": "Tokio"}, "REF-001", "place"),
    ({"type": "summit"}, "REF-002", "type"),
    ({"type": "visit", "event": "abstract"}, "REF-003", "type"),
    ({"stage": "ratified", "type": "summit-meeting", "event": "ratified"}, "DAT-005", "stage"),
    ({"dyad": "jpn-xxx", "event": "dyad"}, "REF-001", "dyad"),
    ({"dyad": "Japan and Cambodia"}, "SCH-004", "dyad"),
    ({"dyad": "", "event": "nothing"}, "IMP-003", "dyad"),
    ({"title_en": "", "event": "untitled"}, "IMP-003", "title_en"),
    ({"summary_en": "=A1", "event": "formula"}, "IMP-001", "summary_en"),
    ({"summary_en": "It\x00ended.", "event": "control"}, "JSN-008", ""),
    ({"actors": "nobody-known", "roles": "visitor", "offices": ""}, "REF-001", "actors"),
    ({"actors": "hun-sen; abe-shinzo", "roles": "visitor;host;host"}, "IMP-007", "actors"),
    ({"source": "no-such-source"}, "REF-001", "source"),
    ({"source": ""}, "IMP-003", "source"),
    ({"read": ""}, "IMP-003", "read"),
    ({"read": "by-heart"}, "SCH-005", "read"),
    ({"paragraph": "", "page": "", "section": ""}, "IMP-003", "paragraph"),
    ({"paragraph": "the second"}, "SCH-003", "paragraph"),
    ({"event": "mp-0000000"}, "REF-001", "event"),
    ({"published": "2013", "published_basis": "printed"}, "IMP-008", "published"),
)


def flattened(dataset: Dataset) -> list[Row]:
    """Return a row for each act of which an entry of a milestone speaks."""
    return [row for record in dataset.of("milestone").values() for row in _rows(record)]


def with_slips(rows: list[Row], good: Row) -> tuple[list[Row], dict[int, tuple[str, str]]]:
    """Return rows with the slips spread among them, each made in a good row of its own.

    The second value has the rule and the column of each slip by the number of its row.
    """
    result, slips, pace = list(rows), {}, len(rows) // len(SLIPS)
    for number, (change, rule, column) in enumerate(SLIPS):
        position = number * (pace + 1)
        result.insert(position, {**good, **change})
        # The header is row 1.
        slips[position + 2] = (rule, column)
    return result, slips


def _rows(record: Record) -> Iterator[Row]:
    body = record.body
    told = {
        "event": record.id,
        "dyad": ";".join(body["relationships"]),
        "type": body["type"],
        "title_en": body["title"]["en"],
        "summary_en": body["summary"]["en"],
    }
    terms = [stage["stage"] for stage in body["stages"]]
    for entry in body["evidence"]:
        locator = {n: str(v) for n, v in entry["locator"].items() if n in LOCATORS}
        where = {
            "source": entry["source"],
            "read": entry["read"],
            **(locator or {"section": "whole"}),
        }
        actors = _actors(body, entry["says"])
        for stage in body["stages"]:
            act = _act(stage, entry["says"])
            if act and terms.count(stage["stage"]) == 1:
                yield told | where | act | actors
                actors = {}


def _act(stage: Mapping[str, Any], says: Mapping[str, str]) -> Row:
    at = f"/stages/{stage['stage']}/"
    said = {address.removeprefix(at): text for address, text in says.items() if at in address}
    return {**said, "stage": stage["stage"]} if said else {}


def _actors(body: Mapping[str, Any], says: Mapping[str, str]) -> Row:
    spoken = [
        (actor, says[f"/actors/{actor['actor']}/office"])
        for actor in body.get("actors", ())
        if "key" not in actor and f"/actors/{actor['actor']}/office" in says
    ]
    return {
        "actors": ";".join(actor["actor"] for actor, _ in spoken),
        "sides": ";".join(actor["side"] for actor, _ in spoken),
        "roles": ";".join(actor["role"] for actor, _ in spoken),
        "offices": ";".join(office for _, office in spoken),
    }
