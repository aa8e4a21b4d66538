"""Sides to compare: the small dataset with some records changed, added or taken out."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from golden import ROOT, files
from milepost.canonical import encode
from milepost.changes.comparison import Comparison, compare
from milepost.changes.side import Columns, Side
from milepost.intake import Intake
from milepost.loading import schemas_of
from milepost.reading.tree import Memory

SCHEMAS = schemas_of(ROOT)
FILES = files()
Body = dict[str, Any]
Change = Callable[[Body], object]


def path_of(name: str) -> str:
    """Return the file of the record that has a name, or the file that ends so."""
    return next(
        path
        for path, raw in FILES.items()
        if path.endswith(f"/{name}.json") or json.loads(raw).get("id") == name
    )


def body_of(name: str) -> Body:
    """Return the body of a record of the small dataset."""
    found: Body = json.loads(FILES[path_of(name)])
    return found


def with_changed(name: str, change: Change) -> dict[str, bytes]:
    """Return the files of the small dataset with one record changed in place."""
    body = body_of(name)
    change(body)
    return {**FILES, path_of(name): encode(body)}


def without(name: str, *tombstones: Body) -> dict[str, bytes]:
    """Return the files without one record, with tombstones."""
    rest = {path: raw for path, raw in FILES.items() if path != path_of(name)}
    stones = {f"dataset/withdrawn/{stone['id']}.json": encode(stone) for stone in tombstones}
    return rest | stones


def a_tombstone(kind: str, identifier: str, fate: str, *targets: str) -> Body:
    """Return the tombstone of a record."""
    return {
        "$schema": "../../schema/v1/tombstone.schema.json",
        "id": identifier,
        "kind": kind,
        "fate": fate,
        "targets": list(targets),
        "reason": {"en": "The two told the same."},
        "since": "0.2.0",
        "last_in": "0.1.0",
    }


def side(
    content: Mapping[str, bytes] = FILES,
    documents: Mapping[str, Any] = SCHEMAS.documents,
    columns: Columns | None = None,
) -> Side:
    """Return the side of some files, all of which follow their schemas."""
    intake = Intake(SCHEMAS)
    for path, raw in Memory(content).files():
        assert intake.take(path, raw), path
    return Side("", intake.view.dataset.version, intake.view, documents, columns)


SMALL = side()


def since_small(content: Mapping[str, bytes]) -> Comparison:
    """Return what changed from the small dataset to some files."""
    return compare(SMALL, side(content))
