"""Schema documents to everything that is compiled from them: validators, plans and key orders."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import jsonschema_rs

from milepost.errors import SchemaBrokenError
from milepost.kinds import KINDS
from milepost.model import Path
from milepost.schema.documents import Documents, dereferenced, identified
from milepost.schema.key_order import Order, order_of
from milepost.schema.plan import Node, is_date, is_factual, is_link, plans

# Rust's `$` matches at the very end alone, so the guard that other engines need costs time here.
_GUARD = "$(?!\\\\n)"


@dataclass(frozen=True, slots=True)
class SchemaError:
    """One broken keyword: its name, the place, its path in the schema, what was wanted."""

    keyword: str
    at: Path
    trail: tuple[str | int, ...]
    wanted: Any


@dataclass(frozen=True, slots=True)
class Schemas:
    """The schemas of all kinds, compiled; `keyed` has the lists with keys, and the natural key."""

    documents: Documents
    validators: Mapping[str, jsonschema_rs.Draft202012Validator]
    facts: Mapping[str, Node]
    links: Mapping[str, Node]
    dates: Mapping[str, Node]
    orders: Mapping[str, Order]
    keyed: Mapping[str, Sequence[tuple[str, str]]]

    def is_valid(self, kind: str, body: object) -> bool:
        """Return whether a value follows the schema of a kind."""
        return self.validators[kind].is_valid(body)

    def errors(self, kind: str, body: object) -> Iterator[SchemaError]:
        """Yield every broken keyword, in the order of the engine."""
        for error in self.validators[kind].iter_errors(body):
            yield SchemaError(
                error.kind.name,
                tuple(error.instance_path),
                tuple(error.evaluation_path),
                error.kind.value,
            )


def compiled(documents: Documents) -> Schemas:
    """Return the compiled schemas; SchemaBrokenError where a document is no valid schema."""
    names = [kind.name for kind in KINDS]
    return Schemas(
        documents,
        _validators(documents, names),
        plans(documents, names, is_factual),
        plans(documents, names, is_link),
        plans(documents, names, is_date),
        {name: order_of(documents, name) for name in names},
        {name: _keyed(documents, name) for name in names},
    )


def with_schema(schemas: Schemas, name: str, document: Mapping[str, Any]) -> Schemas:
    """Return schemas with one that is of no kind of record, by which other files are held."""
    documents = {**schemas.documents, name: document}
    validators = {**schemas.validators, **_validators(documents, [name])}
    return replace(schemas, documents=documents, validators=validators)


def _keyed(documents: Documents, name: str) -> list[tuple[str, str]]:
    """Return the lists of a kind whose members have keys, each with the natural key of its own."""
    properties = documents[name]["properties"].items()
    wholes = ((property_, dereferenced(documents, part, name)[0]) for property_, part in properties)
    return [(property_, whole["x-key"]) for property_, whole in wholes if "x-key" in whole]


def _validators(
    documents: Documents, names: list[str]
) -> dict[str, jsonschema_rs.Draft202012Validator]:
    fast = json.loads(json.dumps(identified(documents)).replace(_GUARD, "$"))
    try:
        registry = jsonschema_rs.Registry([(d["$id"], d) for d in fast.values()])
        return {
            name: jsonschema_rs.Draft202012Validator(
                fast[name], registry=registry, validate_formats=True
            )
            for name in names
        }
    except (ValueError, jsonschema_rs.ReferencingError) as broken:
        message = f"a schema does not follow JSON Schema 2020-12: {broken}"
        raise SchemaBrokenError(message) from broken
