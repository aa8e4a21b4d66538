"""A new evidence entry, and the records that it changes."""

from collections.abc import Mapping
from hashlib import sha256
from itertools import count
from typing import Any

from milepost.identifiers import entry_id
from milepost.model import Body, Record
from milepost.rules.view import View
from milepost.schema.key_order import ordered


def named_entry(record: Record, entry: Mapping[str, Any]) -> dict[str, Any]:
    """Return an entry with a name of its own, where its source has another in the record."""
    taken = {entry_id(other) for other in record.body.get("evidence", ())}
    source = entry["source"]
    if source not in taken:
        return dict(entry)
    names = (f"{source}-{number}" for number in count(2))
    return {"id": next(name for name in names if name not in taken), **entry}


def repeats(record: Record, entry: Mapping[str, Any]) -> str:
    """Return the name of the entry that says the same already, or an empty text."""
    for other in record.body.get("evidence", ()):
        if {**other, "id": ""} == {**entry, "id": ""}:
            return entry_id(other)
    return ""


def with_entry(view: View, record: Record, entry: Mapping[str, Any]) -> dict[str, Any]:
    """Return the body of a record with one more entry, in the one order of keys."""
    body = {**record.body, "evidence": [*record.body.get("evidence", ()), entry]}
    return dict(ordered(view.schemas.orders[record.kind], body))


def with_snapshot(view: View, source: Record, raw: bytes) -> dict[str, Any] | None:
    """Return the body of a source with the hash of a text, or None where it has it already."""
    digest = sha256(raw).hexdigest()
    if any(shot["sha256"] == digest for shot in _snapshots(source.body)):
        return None
    shots = [*_snapshots(source.body), {"media_type": "text/plain", "sha256": digest}]
    return dict(ordered(view.schemas.orders["source"], {**source.body, "snapshots": shots}))


def owner_of(view: View, raw: bytes) -> str:
    """Return the source whose snapshot a text is, or an empty text."""
    digest = sha256(raw).hexdigest()
    sources = view.dataset.of("source").values()
    return next((s.id for s in sources for n in _snapshots(s.body) if n["sha256"] == digest), "")


def _snapshots(body: Body) -> list[Mapping[str, Any]]:
    return list(body.get("snapshots", ()))
