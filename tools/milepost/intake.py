"""Files to records, one after the other: read strictly, held against the schema, sorted by kind."""

import re
from typing import Any

from milepost.kinds import KINDS, kind_near, kind_of
from milepost.model import Body, Breach, Dataset, Record
from milepost.reading.flaw import Flaw
from milepost.reading.strict import parse
from milepost.rules.view import ANY, View
from milepost.schema.engine import Schemas
from milepost.strays import declared_kind, misplaced, stray

# The first member of this name; in a record that is laid out as usual, its own.
_IDENTIFIER = re.compile(rb'"id": *"([a-z0-9-]+)"')
# Of this kind alone, no file is named after the identifier of its record.
_NUMBERED = "milestone"
# A place in a file: a flaw knows its line, a breach its path in the record.
Broken = tuple[str, str, Flaw | Breach]


def no_records() -> dict[str, dict[str, Record]]:
    """Return a place for the records of each kind, by identifier, in the order of their folders."""
    kinds = sorted(KINDS, key=lambda kind: kind.file or kind.folder)
    return {kind.name: {} for kind in kinds}


def record_of(kind: str, path: str, value: Any) -> Record:
    """Return the record in a sound file; a ledger is known by its version, others by their `id`."""
    return Record(kind, str(value.get("id") or value.get("version") or kind), path, value)


class Intake:
    """What one pass over the files has brought in so far.

    `unsound` is the content of the files that are JSON and do not follow their schema, by path;
    `view` shows what is taken in, and grows with it.
    """

    def __init__(self, schemas: Schemas) -> None:
        """Begin with nothing; kinds stand in the order of their folders."""
        self.schemas = schemas
        self.broken: list[Broken] = []
        self.unsound: dict[str, object] = {}
        self._records = no_records()
        self._lost: dict[str, set[str]] = {}
        self._duplicates: list[tuple[Record, Record]] = []
        self.view = View(Dataset(self._records), schemas, self._lost, self._duplicates)

    def take(self, path: str, content: bytes | Flaw) -> Record | None:
        """Take a file in and return the record in it, or None where what it holds is no record."""
        kind = kind_of(path)
        if isinstance(content, Flaw):
            self._note(path, content)
            self._lose(path, b"")
            return None
        if kind is None:
            self._note(path, stray(path, content))
            self._lose(path, content)
            return None
        value, flaws = parse(content)
        for flaw in flaws:
            self._note(path, flaw)
        if value is None and flaws:
            self._lose(path, content)
            return None
        return self._value(path, kind, value, content)

    def replace(self, record: Record, body: Body) -> None:
        """Give a record that was taken in another body."""
        same = self._records[record.kind]
        if same[record.id] is record:
            same[record.id] = Record(record.kind, record.id, record.path, body)

    def _value(self, path: str, kind: str, value: Any, content: bytes) -> Record | None:
        if not self.schemas.is_valid(kind, value):
            self.unsound[path] = value
            self._lose(path, content)
            self._hold_against_schema(path, kind, value, content)
            return None
        record = record_of(kind, path, value)
        other = self._records[kind].setdefault(record.id, record)
        if other is not record:
            self._duplicates.append((record, other))
        return record

    def _hold_against_schema(self, path: str, kind: str, value: Any, content: bytes) -> None:
        from milepost.schema.breaches import schema_breaches  # noqa: PLC0415 -- most files are sound

        breaches = list(schema_breaches(self.schemas, kind, value))
        declared = declared_kind(content)
        # A record of another kind breaks everything here, and has one thing wrong with it.
        if declared not in {None, kind} and any(b.at[:1] != ("$schema",) for _, b in breaches):
            self._note(path, misplaced(kind, str(declared), content))
        else:
            self.broken.extend((rule, path, breach) for rule, breach in breaches)

    def _note(self, path: str, flaw: Flaw) -> None:
        self.broken.append((flaw.rule, path, flaw))

    def _lose(self, path: str, content: bytes) -> None:
        """Keep the identifiers that a broken file may have, so that nobody reports it as absent."""
        found = _IDENTIFIER.search(content)
        name = found[1].decode() if found else ""
        for kind in filter(None, {declared_kind(content), kind_near(path)}):
            names = self._lost.setdefault(kind, set())
            names.update({path.rpartition("/")[2].removesuffix(".json"), name})
            if kind == _NUMBERED and not name.startswith("mp-"):
                names.add(ANY)
