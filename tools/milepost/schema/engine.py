"""Schema documents to everything that is compiled from them: validators, plans and key orders."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

import jsonschema_rs
import orjson

from milepost.errors import SchemaBrokenError
from milepost.model import Path
from milepost.on_demand import OnDemand
from milepost.schema.documents import Documents, Schema, identified
from milepost.schema.key_order import Order, order_of
from milepost.schema.plan import Node, is_date, is_factual, is_link, plan_of
from milepost.schema.unfolded import Unfolded, Unfolding

# Rust's `$` matches at the very end alone, so the guard that other engines need costs time here.
_GUARD = rb"$(?!\\n)"
_UNEVALUATED = "unevaluatedProperties"
# What may evaluate properties from elsewhere than beside it; JSON Schema 2020-12, core, 11.3.
_EVALUATING = {
    *("$ref", "$dynamicRef", "allOf", "anyOf", "oneOf", "if", "then", "else"),
    *("dependentSchemas", "additionalProperties"),
}
Validator = jsonschema_rs.Draft202012Validator


class SchemaError(NamedTuple):
    """One broken keyword: its name, the place, its path in the schema, what was wanted."""

    keyword: str
    at: Path
    trail: tuple[str | int, ...]
    wanted: Any


class Schemas(NamedTuple):
    """The schemas of all kinds, compiled; `keyed` has the lists with keys, and the natural key.

    The quick validator takes a value under the name of its kind: made once for all kinds, it takes
    half the time to make, since they have most definitions in common.
    """

    documents: Documents
    quick: Callable[[], Validator]
    facts: Mapping[str, Node]
    links: Mapping[str, Node]
    dates: Mapping[str, Node]
    orders: Mapping[str, Order]
    keyed: Mapping[str, Sequence[tuple[str, str]]]
    exact: Mapping[str, Validator]

    def is_valid(self, kind: str, body: object) -> bool:
        """Return whether a value follows the schema of a kind."""
        return self.quick().is_valid({kind: body})

    def errors(self, kind: str, body: object) -> Iterator[SchemaError]:
        """Yield every broken keyword of the schema as it is written, in the order of the engine."""
        for error in self.exact[kind].iter_errors(body):
            yield SchemaError(
                error.kind.name,
                tuple(error.instance_path),
                tuple(error.evaluation_path),
                error.kind.value,
            )


def compiled(documents: Documents) -> Schemas:
    """Return the compiled schemas; SchemaBrokenError where a document is no valid schema."""
    whole, places = identified(documents), Unfolding(documents)
    return Schemas(
        documents,
        cache(lambda: _quick({name: _closed(document) for name, document in whole.items()})),
        OnDemand(lambda kind: plan_of(places[kind], is_factual)),
        OnDemand(lambda kind: plan_of(places[kind], is_link)),
        OnDemand(lambda kind: plan_of(places[kind], is_date)),
        OnDemand(lambda kind: order_of(places[kind])),
        OnDemand(lambda kind: _keyed(places[kind])),
        OnDemand(lambda kind: _validator(whole[kind], whole)),
    )


def with_schema(schemas: Schemas, name: str, document: Mapping[str, Any]) -> Schemas:
    """Return schemas with one that is of no kind of record, by which other files are held."""
    return compiled({**schemas.documents, name: document})


def _keyed(record: Unfolded) -> list[tuple[str, str]]:
    """Return the lists of a kind whose members have keys, each with the natural key of its own."""
    keys = {name: place.keywords.get("x-key") for name, place in record.below.items()}
    return [(name, key) for name, key in keys.items() if key]


def _closed(schema: Any) -> Any:
    """Return a schema in which additionalProperties closes what unevaluatedProperties closed.

    Where nothing beside it evaluates properties the two mean the same, and the engine then takes a
    quarter less time. Its errors would name another keyword, so they are asked of the original.
    """
    if isinstance(schema, list):
        return [_closed(member) for member in schema]
    if not isinstance(schema, dict):
        return schema
    closed = {name: _closed(member) for name, member in schema.items()}
    if schema.get(_UNEVALUATED) is False and not _EVALUATING & schema.keys():
        closed["additionalProperties"] = closed.pop(_UNEVALUATED)
    return closed


def _quick(documents: Documents) -> Validator:
    """Return what takes an object whose only member is a value under the name of its kind."""
    kinds = {name: {"$ref": document["$id"]} for name, document in documents.items()}
    return _validator({"properties": kinds, "additionalProperties": False}, documents)


def _validator(schema: Schema, documents: Documents) -> Validator:
    """Return the validator of a schema that may refer to documents, which have an `$id`."""
    wanted, known = _unguarded(schema), _unguarded(documents)
    try:
        registry = jsonschema_rs.Registry([(d["$id"], d) for d in known.values()])
        return Validator(wanted, registry=registry, validate_formats=True)
    except (ValueError, jsonschema_rs.ReferencingError) as broken:
        message = f"a schema does not follow JSON Schema 2020-12: {broken}"
        raise SchemaBrokenError(message) from broken


def _unguarded(schema: Mapping[str, Any]) -> Any:
    return orjson.loads(orjson.dumps(schema).replace(_GUARD, b"$"))
