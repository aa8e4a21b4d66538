"""What a rule is, and the decorators by which a function becomes one."""

import inspect
from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple

from milepost.model import Breach, Record, Severity
from milepost.rules.view import View

Scope = Literal["text", "schema", "record", "dataset", "history", "sheet"]
RecordRule = Callable[[Record, View], Iterator[Breach]]
DatasetRule = Callable[[View], Iterator[tuple[Record, Breach]]]

# Identifiers of rules that are gone; none of them may come back with another meaning.
RETIRED: frozenset[str] = frozenset()


class Rule(NamedTuple):
    """A rule: its permanent id, its name, its three paragraphs, its severity and where it looks.

    A rule on records may name the kinds that it is for, and a trait without which a record has
    nothing for it to judge: a property that few records have, or what else the view finds.

    Rules of the scopes text, schema, history and sheet are found by the reader, the schema engine,
    the comparison with an earlier state and the import of a sheet; they have no function of their
    own.
    """

    id: str
    name: str
    truth: str
    reason: str
    mend: str
    severity: Severity
    scope: Scope
    kinds: tuple[str, ...] = ()
    needs: str = ""
    on_record: RecordRule | None = None
    on_dataset: DatasetRule | None = None


def record_rule(
    identifier: str, *kinds: str, needs: str = "", severity: Severity = "error"
) -> Callable[[RecordRule], Rule]:
    """Return a decorator that makes a rule of a generator over one record; no kinds means all."""

    def decorate(function: RecordRule) -> Rule:
        truth, reason, mend = paragraphs(function)
        name = getattr(function, "__name__", "")
        return Rule(
            identifier, name, truth, reason, mend, severity, "record", kinds, needs, function
        )

    return decorate


def dataset_rule(identifier: str, severity: Severity = "error") -> Callable[[DatasetRule], Rule]:
    """Return a decorator that makes a rule of a generator over the whole dataset."""

    def decorate(function: DatasetRule) -> Rule:
        truth, reason, mend = paragraphs(function)
        name = getattr(function, "__name__", "")
        return Rule(identifier, name, truth, reason, mend, severity, "dataset", on_dataset=function)

    return decorate


def described(
    identifier: str, scope: Scope, severity: Severity = "error"
) -> Callable[[Callable[[], None]], Rule]:
    """Return a decorator that makes a rule of what a docstring alone says.

    The reader or the schema engine enforces it, and so the function has no body.
    """

    def decorate(function: Callable[[], None]) -> Rule:
        truth, reason, mend = paragraphs(function)
        name = getattr(function, "__name__", "")
        return Rule(identifier, name, truth, reason, mend, severity, scope)

    return decorate


def paragraphs(function: object) -> tuple[str, str, str]:
    """Return truth, reason and mend from a docstring, each on one line.

    ValueError where the docstring has not three paragraphs.
    """
    text = inspect.getdoc(function) or ""
    truth, reason, mend = (" ".join(part.split()) for part in text.split("\n\n"))
    return truth, reason, mend
