"""The records of two sides to what came, what went and what changed in those that stayed."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from milepost.addresses import parent
from milepost.changes.categories import Before, category_of
from milepost.changes.change import RecordChange, ValueChange
from milepost.changes.differences import Difference, differences
from milepost.changes.side import Side
from milepost.derive.labels import label_of, text_in
from milepost.model import Record

# The number that the next release will have says nothing of what is in it.
_UNSAID = "/version"
Named = tuple[str, str]


def record_changes(old: Side, new: Side) -> list[RecordChange]:
    """Return what changed in records, kind by kind and in the order of identifiers."""
    known = {*old.live, *old.tombstones}
    found = [_gone(old, new, named) for named in known - new.live - new.tombstones.keys()]
    found += [_gone(old, new, named) for named in old.live & new.tombstones.keys() - new.live]
    found += [_added(new, named) for named in new.live - old.live]
    found += [change for named in old.live & new.live if (change := _changed(old, new, named))]
    found += list(_apart(old, new))
    return sorted(found, key=lambda change: (change.kind, change.id))


def _added(new: Side, named: Named) -> RecordChange:
    kind, identifier = named
    label = label_of(new.dataset.of(kind)[identifier])
    return RecordChange(kind, identifier, label, "added", "record added")


def _gone(old: Side, new: Side, named: Named) -> RecordChange:
    kind, identifier = named
    record, stone = old.dataset.get(kind, identifier), new.tombstones.get(named)
    label = label_of(record) if record else identifier
    if stone is None:
        return RecordChange(kind, identifier, label, "lost", "record lost")
    fate = stone["fate"]
    is_vocabulary = kind == "vocabulary" and fate == "withdrawn"
    category = "vocabulary withdrawn" if is_vocabulary else f"record {fate}"
    reason = text_in(stone["reason"])
    return RecordChange(kind, identifier, label, fate, category, tuple(stone["targets"]), reason)


def _changed(old: Side, new: Side, named: Named) -> RecordChange | None:
    kind, identifier = named
    before, after = (side.dataset.of(kind)[identifier] for side in (old, new))
    if before.body == after.body:
        return None
    facts = old.facts(kind, identifier), new.facts(kind, identifier)
    return _compared(Before(before, after, facts, new.view.comparers))


def _compared(pair: Before) -> RecordChange | None:
    found = differences(pair.old.body, pair.new.body)
    values = tuple(_value(pair, one) for one in found if one.address != _UNSAID)
    if not values:
        return None
    return RecordChange(pair.new.kind, pair.new.id, label_of(pair.new), "changed", values=values)


def _apart(old: Side, new: Side) -> Iterator[RecordChange]:
    """Yield what changed in the description of the dataset, its editors and its tombstones."""
    for kind in ("dataset", "editors", "tombstone"):
        before, after = old.dataset.of(kind), new.dataset.of(kind)
        # What tells of a record that came or went is told with it.
        names = before.keys() & after.keys() if kind == "tombstone" else {**before, **after}
        for identifier in names:
            empty = Record(kind, identifier, "", {})
            pair = before.get(identifier, empty), after.get(identifier, empty)
            change = _compared(Before(*pair, ({}, {}), new.view.comparers))
            if change:
                yield change


def _value(pair: Before, found: Difference) -> ValueChange:
    category = category_of(pair, found)
    reason = _reason(pair.new.body, found.address)
    return ValueChange(found.address, category, _text(found.old), _text(found.new), reason)


def _text(value: Any) -> str:
    if value is None or isinstance(value, str):
        return value or ""
    return json.dumps(value, ensure_ascii=False)


def _reason(body: Mapping[str, Any], address: str) -> str:
    """Return why a dispute at an address, or of its member, was settled as it is; empty if none."""
    groups = body.get("resolutions", {})
    near = groups.get(address) or groups.get(parent(address)) or ()
    return " ".join(text_in(group["rationale"]) for group in near)
