"""Files to a dataset and findings: read, hold against the schema, then against every rule."""

from collections.abc import Container, Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from milepost.collection import no_collection
from milepost.intake import Broken, Intake
from milepost.model import Body, Dataset, Record
from milepost.reading.tree import Tree
from milepost.rules.catalogue import RULES
from milepost.rules.registry import RecordRule
from milepost.rules.view import View
from milepost.schema.engine import Schemas
from milepost.shared_texts import SharedTexts

# Trees yield this kind last, and it is by far the largest.
_LAST = "milestone"
# What rules on the whole dataset ask of a milestone.
_GIST = ("id", "relationships", "type", "stages", "effects", "links")


class Outcome(NamedTuple):
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


def check(
    tree: Tree, schemas: Schemas, *, whole: bool = True, only: Container[str] | None = None
) -> Outcome:
    """Return everything that is broken in the files of a tree, and the dataset they make.

    Whoever wants the findings alone asks for less than the whole: of a milestone in which nothing
    is broken, the dataset then keeps no more than rules on the whole dataset ask for. Of the files
    on other paths than `only` these, records are taken in and not judged.
    """
    with no_collection():
        intake = Intake(schemas)
        waiting = _judged_at_once(tree, intake, whole=whole, only=only)
        broken = (*intake.broken, *_broken(waiting, intake.view))
    return Outcome(intake.view, broken, intake.unsound)


def _judged_at_once(
    tree: Tree, intake: Intake, *, whole: bool, only: Container[str] | None
) -> list[Record]:
    """Take all files in and return the records that are to be judged when all are known.

    Milestones come last, so each is judged as it is read. If nothing is broken, nothing can be
    later: what is read after it can only add a record that was missing.
    """
    waiting: list[Record] = []
    view, texts = intake.view, SharedTexts()
    is_kept = whole and only is None
    for path, content in tree.files():
        before = len(intake.broken)
        record = intake.take(path, content)
        if record and is_kept:
            texts.share(record.body)
        if record is None or (only is not None and path not in only):
            continue
        if record.kind != _LAST:
            waiting.append(record)
            continue
        if next(breaches(record, view), None) or len(intake.broken) > before:
            waiting.append(record)
        elif not whole:
            intake.replace(record, _gist(record.body))
        view.forget(record)
    return waiting


def _gist(body: Body) -> Body:
    return {name: body[name] for name in _GIST if name in body}


def _broken(waiting: Iterable[Record], view: View) -> Iterator[Broken]:
    for record in waiting:
        yield from breaches(record, view)
        view.forget(record)
    for rule in RULES:
        if rule.on_dataset:
            for record, breach in rule.on_dataset(view):
                yield rule.id, record.path, breach


def breaches(record: Record, view: View) -> Iterator[Broken]:
    """Yield what the rules on single records find broken in one that follows its schema."""
    for identifier, judge in _rules_on(record.kind, view.traits(record)):
        for breach in judge(record, view):
            yield identifier, record.path, breach


@cache
def _rules_on(kind: str, traits: frozenset[str]) -> tuple[tuple[str, RecordRule], ...]:
    """Return the rules that have something to judge in such a record; there are few such."""
    there = {"", *traits}
    rules = (rule for rule in RULES if rule.needs in there and kind in (rule.kinds or (kind,)))
    return tuple((rule.id, rule.on_record) for rule in rules if rule.on_record)


def _everything(view: View) -> Iterable[Record]:
    yield from view.dataset
    yield from (record for record, _ in view.duplicates)
