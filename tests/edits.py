"""Edits of the small dataset, by which tests see what follows from one."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from milepost.canonical import encode

Change = Callable[[dict[str, Any]], None]
# Records of the small dataset that tests edit.
WATER = "dataset/milestones/jpn-khm/2022-water-memorandum.json"
UPGRADE = "dataset/milestones/jpn-khm/2023-comprehensive-strategic-partnership.json"
TALKS = "dataset/milestones/jpn-khm/2022-kumamoto-talks.json"
PERSON = "dataset/people/hun-sen.json"
PLACE = "dataset/places/kumamoto.json"
SOURCE = "dataset/sources/ppp-2023-fireworks.json"


def edit(root: Path, path: str, change: Change) -> None:
    """Change the body of a record in its file, in the canonical spelling."""
    body = json.loads((root / path).read_text("utf-8"))
    change(body)
    (root / path).write_bytes(encode(body))


def called(name: str) -> Change:
    """Return the change by which a record has another English title or name."""

    def change(body: dict[str, Any]) -> None:
        told = next(body[key] for key in ("title", "label", "name") if key in body)
        told["en"] = name

    return change
