"""The frozen values that pass between the stages: records, breaches, findings and the dataset."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

from milepost.frozen import Frozen

Severity = Literal["error", "warning"]
Path = tuple[str | int, ...]
Body = Mapping[str, Any]


class Record(NamedTuple):
    """One record: its kind, its identifier, its file (relative to the root) and its content."""

    kind: str
    id: str
    path: str
    body: Body


class Breach(NamedTuple):
    """A broken rule at a place in a record, by keys and positions; `key` points at the key itself.

    `path` is set where the breach is in a file whose content is no record.
    """

    at: Path
    message: str
    hint: str = ""
    key: bool = False


class Finding(NamedTuple):
    """A broken rule as it is reported: lines and columns count from 1, in code points."""

    path: str
    line: int
    column: int
    rule: str
    severity: Severity
    pointer: str
    message: str
    hint: str = ""


class Dataset(Frozen):
    """All records by kind and identifier; everything derived is computed from it."""

    __slots__ = ("records",)
    records: Mapping[str, Mapping[str, Record]]

    def __init__(self, records: Mapping[str, Mapping[str, Record]] = MappingProxyType({})) -> None:
        """Hold records by kind and identifier."""
        self._set(records=records)

    def of(self, kind: str) -> Mapping[str, Record]:
        """Return the records of a kind by identifier, in the order of their files."""
        return self.records.get(kind, {})

    def get(self, kind: str, identifier: str) -> Record | None:
        """Return the record of a kind with this identifier, or None."""
        return self.records.get(kind, {}).get(identifier)

    def find(self, identifier: str) -> Iterator[Record]:
        """Yield every record with this identifier, of whatever kind."""
        for records in self.records.values():
            if identifier in records:
                yield records[identifier]

    @property
    def meta(self) -> Body:
        """What the dataset says of itself: the content of dataset.json."""
        return next(iter(self.of("dataset").values())).body

    @property
    def version(self) -> str:
        """The version that the next release will have."""
        return str(self.meta["version"])

    def __iter__(self) -> Iterator[Record]:
        """Yield every record, kind by kind."""
        for records in self.records.values():
            yield from records.values()
