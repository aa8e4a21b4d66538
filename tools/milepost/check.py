"""Files to a dataset and findings: read, hold against the schema, then against every rule."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from milepost.kinds import kind_of
from milepost.model import Breach, Dataset, Record
from milepost.reading.flaw import Flaw
from milepost.reading.strict import parse
from milepost.reading.tree import Tree
from milepost.rules.catalogue import RULES
from milepost.rules.registry import Rule
from milepost.rules.view import View
from milepost.schema.breaches import schema_breaches
from milepost.schema.engine import Schemas
from milepost.schema.key_order import misplaced

# A place in a file: a flaw knows its line, a breach its path in the record.
Broken = tuple[str, str, Flaw | Breach]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a check gives: the dataset of all sound records, the view of it, and what is broken."""

    view: View
    broken: tuple[Broken, ...]
    bodies: Mapping[str, object]

    @property
    def dataset(self) -> Dataset:
        """The dataset of all records that follow their schema."""
        return self.view.dataset

    def record_at(self, path: str) -> object:
        """Return the content of the record in a file, or None where there is none."""
        return next((r.body for r in _everything(self.view) if r.path == path), None)


def check(tree: Tree, schemas: Schemas) -> Outcome:
    """Return everything that is broken in the files of a tree, and the dataset they make."""
    reading = _Reading(schemas)
    for path, content in tree.files():
        reading.take(path, content)
    view = reading.view()
    broken = (*reading.broken, *_rules(view))
    return Outcome(view, broken, reading.bodies)


class _Reading:
    """The state of one pass over the files."""

    def __init__(self, schemas: Schemas) -> None:
        self.schemas = schemas
        self.broken: list[Broken] = []
        self.bodies: dict[str, object] = {}
        self.records: dict[str, dict[str, Record]] = {}
        self.unsound: dict[str, set[str]] = {}
        self.duplicates: list[tuple[Record, Record]] = []

    def take(self, path: str, content: bytes | Flaw) -> None:
        if isinstance(content, Flaw):
            self.broken.append((content.rule, path, content))
            return
        kind = kind_of(path)
        if kind is None:
            self.broken.append(("FIL-001", path, _stray()))
            return
        value, flaws = parse(content)
        self.broken.extend((flaw.rule, path, flaw) for flaw in flaws)
        if value is not None or not flaws:
            self._take_value(path, kind, value)

    def _take_value(self, path: str, kind: str, value: object) -> None:
        if not self.schemas.is_valid(kind, value):
            self.bodies[path] = value
            if isinstance(value, dict) and isinstance(value.get("id"), str):
                self.unsound.setdefault(kind, set()).add(value["id"])
            breaches = schema_breaches(self.schemas, kind, value)  # type: ignore[arg-type] # any JSON
            self.broken.extend((rule, path, breach) for rule, breach in breaches)
            return
        body: dict[str, object] = value  # type: ignore[assignment] # an object by its schema
        disorder = misplaced(self.schemas.orders[kind], body)
        self.broken.extend(("JSN-009", path, _misplaced(*found)) for found in disorder)
        self._keep(Record(kind, str(body.get("id") or body.get("version") or kind), path, body))

    def _keep(self, record: Record) -> None:
        same = self.records.setdefault(record.kind, {})
        other = same.setdefault(record.id, record)
        if other is not record:
            self.duplicates.append((record, other))

    def view(self) -> View:
        unsound = {kind: frozenset(names) for kind, names in self.unsound.items()}
        return View(Dataset(self.records), self.schemas, unsound, tuple(self.duplicates))


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
