"""A sheet on the template of an import: invented meetings, each told of by two sources."""

import csv
import io
from collections.abc import Iterator
from typing import Final

from milepost.model import Dataset

_COLUMNS: Final = (
    *("event", "dyad", "type", "title_en", "summary_en", "stage", "date", "place"),
    *("actors", "roles", "offices", "source", "source_kind", "publisher_en", "source_label_en"),
    *("language", "url", "read", "paragraph", "note_en"),
)
_TYPES: Final = ("summit-meeting", "ministerial-meeting", "head-of-government-visit")
_OFFICE: Final = "prime-minister"
_FIRST_YEAR: Final = 1950
_YEARS, _MONTHS, _DAYS = 76, 12, 28


def sheet(rows: int, dataset: Dataset) -> bytes:
    """Return a CSV with so many rows, two an event, about dyads and people of a dataset.

    Every third source is new, and what is asked for a new one stands beside it.
    """
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, _COLUMNS, restval="")
    writer.writeheader()
    writer.writerows(_rows(rows, dataset))
    return out.getvalue().encode()


def _rows(rows: int, dataset: Dataset) -> Iterator[dict[str, str]]:
    dyads, known = list(dataset.of("relationship")), list(dataset.of("source"))
    for number in range(rows):
        event, is_second = divmod(number, 2)
        told = {} if is_second else _only_once(event, dyads)
        is_new = number % 3 == 0
        source = _new_source(number) if is_new else {"source": known[number % len(known)]}
        yield {**_every_time(event), **told, **source}


def _only_once(event: int, dyads: list[str]) -> dict[str, str]:
    """Return what one row of an event says for all of them."""
    return {"dyad": dyads[event % len(dyads)], "type": _TYPES[event % len(_TYPES)]}


def _every_time(event: int) -> dict[str, str]:
    year, month, day = (event % _YEARS, event % _MONTHS, event % _DAYS)
    return {
        "event": f"meeting-{event}",
        "title_en": f"Meeting {event:,} of two sides",
        "summary_en": "They met and spoke of trade, of the border and of what was to come.",
        "stage": "occurred",
        "date": f"{_FIRST_YEAR + year}-{month + 1:02}-{day + 1:02}",
        "actors": "Hun Sen",
        "roles": "participant",
        "offices": _OFFICE,
        "read": "first-hand",
        "paragraph": "3",
        "note_en": "A note of the editor.",
    }


def _new_source(number: int) -> dict[str, str]:
    return {
        "source": f"paper-{number}",
        "source_kind": "news",
        "publisher_en": "The Daily",
        "source_label_en": f"Report {number:,}",
        "language": "en",
        "url": f"https://www.example.org/{number}",
    }
