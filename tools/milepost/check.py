"""Files to a dataset and findings: read, hold against the schema, then against every rule."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from milepost.kinds import kind_near, kind_of
from milepost.model import Body, Breach, Dataset, Record
from milepost.reading.flaw import Flaw
from milepost.reading.strict import parse
from milepost.reading.tree import Tree
from milepost.rules.catalogue import RULES
from milepost.rules.registry import Rule
from milepost.rules.view import View
from milepost.schema.breaches import schema_breaches
from milepost.schema.engine import Schemas
from milepost.schema.key_order import misplaced

# The first member of this name; in a record that is laid out as usual, its own.
_IDENTIFIER = re.compile(rb'"id": *"([a-z0-9-]+)"')
# A place in a file: a flaw knows its line, a breach its path in the record.
Broken = tuple[str, str, Flaw | Breach]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a check gives: the dataset of all sound records, the view of it, and what is broken.

    `unsound` is the content of the files that are JSON and do not follow their schema, by path.
    """

    view: View
    broken: tuple[Broken, ...]
    unsound: Mapping[str, object]

    @property
    def dataset(self) -> Dataset:
        """The dataset of all records that follow their schema."""
        return self.view.dataset

    @property
    def bodies(self) -> Mapping[str, object]:
        """The content of every file that could be read, by path."""
        return {record.path: record.body for record in _everything(self.view)} | dict(self.unsound)


def check(tree: Tree, schemas: Schemas) -> Outcome:
    """Return everything that is broken in the files of a tree, and the dataset they make."""
    reading = _Reading(schemas)
    for path, content in tree.files():
        reading.take(path, content)
    view = reading.view()
    broken = (*reading.broken, *_rules(view))
    return Outcome(view, broken, reading.unsound)


class _Reading:
    """The state of one pass over the files."""

    def __init__(self, schemas: Schemas) -> None:
        self.schemas = schemas
        self.broken: list[Broken] = []
        self.unsound: dict[str, object] = {}
        self.records: dict[str, dict[str, Record]] = {}
        self.lost: dict[str, set[str]] = {}
        self.duplicates: list[tuple[Record, Record]] = []

    def take(self, path: str, content: bytes | Flaw) -> None:
        kind = kind_of(path)
        if isinstance(content, Flaw):
            self.broken.append((content.rule, path, content))
            self._lose(path, b"")
            return
        if kind is None:
            self.broken.append(("FIL-001", path, _stray()))
            self._lose(path, content)
            return
        value, flaws = parse(content)
        self.broken.extend((flaw.rule, path, flaw) for flaw in flaws)
        if value is None and flaws:
            self._lose(path, content)
        else:
            self._take_value(path, kind, value, content)

    def _take_value(self, path: str, kind: str, value: Any, content: bytes) -> None:
        if not self.schemas.is_valid(kind, value):
            self.unsound[path] = value
            self._lose(path, content)
            breaches = schema_breaches(self.schemas, kind, value)
            self.broken.extend((rule, path, breach) for rule, breach in breaches)
            return
        self._take_body(path, kind, value)

    def _lose(self, path: str, content: bytes) -> None:
        """Keep the identifiers that a broken file may have, so that nobody reports it as absent."""
        kind, found = kind_near(path), _IDENTIFIER.search(content)
        if kind:
            names = self.lost.setdefault(kind, set())
            names.add(path.rpartition("/")[2].removesuffix(".json"))
            names.update({found[1].decode()} if found else ())

    def _take_body(self, path: str, kind: str, body: Body) -> None:
        disorder = misplaced(self.schemas.orders[kind], body)
        self.broken.extend(("JSN-009", path, _misplaced(*found)) for found in disorder)
        self._keep(Record(kind, str(body.get("id") or body.get("version") or kind), path, body))

    def _keep(self, record: Record) -> None:
        same = self.records.setdefault(record.kind, {})
        other = same.setdefault(record.id, record)
        if other is not record:
            self.duplicates.append((record, other))

    def view(self) -> View:
        lost = {kind: frozenset(names) for kind, names in self.lost.items()}
        return View(Dataset(self.records), self.schemas, lost, tuple(self.duplicates))


def _stray() -> Flaw:
    hint = "move it to the folder of its kind, or out of dataset/"
    return Flaw("FIL-001", 1, 1, "this is not the place of any record", hint)


def _misplaced(at: tuple[str | int, ...], before: str) -> Breach:
    hint = "run `milepost fix`, which sorts the keys"
    return Breach(at, f'"{at[-1]}" should stand before "{before}"', hint, key=True)


def _rules(view: View) -> Iterator[Broken]:
    yield from _record_rules(view)
    for rule in RULES:
        if rule.on_dataset:
            for record, breach in rule.on_dataset(view):
                yield rule.id, record.path, breach


def _record_rules(view: View) -> Iterator[Broken]:
    by_kind: dict[str, list[Rule]] = {}
    for record in _everything(view):
        if record.kind not in by_kind:
            by_kind[record.kind] = [rule for rule in RULES if _applies(rule, record.kind)]
        for rule in by_kind[record.kind]:
            assert rule.on_record  # noqa: S101 -- _applies looked
            for breach in rule.on_record(record, view):
                yield rule.id, record.path, breach


def _everything(view: View) -> Iterable[Record]:
    yield from view.dataset
    yield from (record for record, _ in view.duplicates)


def _applies(rule: Rule, kind: str) -> bool:
    return rule.on_record is not None and (not rule.kinds or kind in rule.kinds)
