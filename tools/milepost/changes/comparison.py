"""Two sides to everything that changed between them, and the number that it raises."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from milepost.changes.bump import greatest, least_version
from milepost.changes.change import Impact, RecordChange, ValueChange
from milepost.changes.columns import column_changes
from milepost.changes.impact import impact_of
from milepost.changes.policy import BY_NAME, Bump
from milepost.changes.records import record_changes
from milepost.changes.schemas import schema_changes
from milepost.changes.side import Side


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed since a version.

    `by` says what could be compared: content, or identifiers alone where the content of the
    earlier version is not to be had.
    """

    since: str
    by: str = "content"
    records: Sequence[RecordChange] = ()
    schemas: Sequence[ValueChange] = ()
    columns: Sequence[ValueChange] = ()
    impact: Impact = field(default_factory=Impact)

    @property
    def bump(self) -> Bump:
        """The part of the version number that the changes raise at least."""
        return greatest(self._bumps())

    def _bumps(self) -> Iterator[Bump]:
        for record in self.records:
            yield record.bump
            yield from (value.bump for value in record.values)
        yield from (change.bump for change in (*self.schemas, *self.columns))


def compare(old: Side, new: Side) -> Comparison:
    """Return everything that changed between two sides."""
    return Comparison(
        old.version,
        records=record_changes(old, new),
        schemas=schema_changes(old.documents, new.documents),
        columns=column_changes(old.columns, new.columns),
        impact=impact_of(old, new),
    )


def as_object(comparison: Comparison) -> dict[str, Any]:
    """Return a comparison as JSON, as schema/v1/changes.schema.json has it.

    Each change says which part of the number it raises, and why; what is empty is left out.
    """
    return {
        "since": comparison.since,
        "by": comparison.by,
        "bump": comparison.bump,
        "least_version": least_version(comparison.since, comparison.bump),
        "records": [_record(record) for record in comparison.records],
        "schemas": [_value(change) for change in comparison.schemas],
        "columns": [_value(change) for change in comparison.columns],
        **{name: list(rows) for name, rows in asdict(comparison.impact).items()},
    }


def _record(record: RecordChange) -> dict[str, Any]:
    told = {
        "kind": record.kind,
        "id": record.id,
        "label": record.label,
        "fate": record.fate,
        **(_policy(record.category) if record.category else {}),
        "targets": list(record.targets),
        "reason": record.reason,
        "values": [_value(value) for value in record.values],
    }
    return {name: part for name, part in told.items() if part}


def _value(change: ValueChange) -> dict[str, str]:
    told = {
        "address": change.address,
        "old": change.old,
        "new": change.new,
        **_policy(change.category),
        "reason": change.reason,
    }
    return {name: part for name, part in told.items() if part}


def _policy(category: str) -> Mapping[str, str]:
    return {"category": category, "bump": BY_NAME[category].bump, "why": BY_NAME[category].why}
