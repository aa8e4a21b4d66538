"""One side of a comparison: a state of the dataset, with its schemas and the columns of tables."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from milepost.model import Dataset
from milepost.rules.view import View
from milepost.schema.plan import Value

# What stands in a ledger, a tombstone or a description of the dataset is compared apart.
APART = ("dataset", "editors", "tombstone", "ledger")


class Typed(NamedTuple):
    """A column of a table, with its datatype."""

    name: str
    datatype: str


Columns = Mapping[str, tuple[Typed, ...]]


@dataclass(frozen=True)
class Side:
    """A state of the dataset: what people call it, its version, records and schemas as they are.

    `columns` holds those of each table, by table; None where nothing tells them, since a state in
    git has records and schemas but no tables.
    """

    name: str
    version: str
    view: View
    documents: Mapping[str, Any]
    columns: Columns | None = None

    @property
    def dataset(self) -> Dataset:
        """The records."""
        return self.view.dataset

    @cached_property
    def live(self) -> frozenset[tuple[str, str]]:
        """Kind and identifier of every record that has one to lose."""
        kinds = self.dataset.records.items()
        return frozenset((k, name) for k, same in kinds if k not in APART for name in same)

    @cached_property
    def tombstones(self) -> Mapping[tuple[str, str], Mapping[str, Any]]:
        """The tombstones by kind and identifier of what they are of."""
        found = self.dataset.of("tombstone").values()
        return {(stone.body["kind"], stone.id): stone.body for stone in found}

    def facts(self, kind: str, identifier: str) -> dict[str, Value]:
        """Return the factual values of a record by address."""
        record = self.dataset.of(kind)[identifier]
        return {value.address: value for value in self.view.facts(record)}


def columns_from(tables: Iterable[Mapping[str, Any]]) -> Columns:
    """Return the columns of tables as a bundle and a ledger tell them."""
    return {
        table["name"]: tuple(Typed(c["name"], c["datatype"]) for c in table["columns"])
        for table in tables
    }
