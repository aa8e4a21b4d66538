"""Plans: which places of a record hold facts, references or terms, read off the schema once.

A schema keyword drives each: `x-compare` marks a factual field and names its comparer,
`x-identity` the field that a list member exists by, `x-key` the natural key of a list,
`x-reference` the kinds a slug may name, `x-vocabulary` the vocabulary of a term, `x-edtf` a date.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from milepost.addresses import escaped
from milepost.model import Path
from milepost.schema.documents import Documents, dereferenced


@dataclass(frozen=True, slots=True)
class Field:
    """A place that a plan looks at: its name and what the schema says of it."""

    name: str
    compare: str = ""
    vocabulary: str = ""
    references: tuple[str, ...] = ()
    identity: bool = False


@dataclass(frozen=True, slots=True)
class Value:
    """A value found by a plan: its field, its text, its address and its place in the record."""

    field: Field
    text: str
    address: str
    at: Path


@dataclass(frozen=True, slots=True)
class Node:
    """One level of a plan: a leaf with a field, or members by name, of a list or of a map."""

    field: Field | None = None
    members: tuple[tuple[str, "Node"], ...] = ()
    items: "Node | None" = None
    values: "Node | None" = None
    key: str = ""


Wanted = Callable[[Mapping[str, Any]], bool]


def is_factual(schema: Mapping[str, Any]) -> bool:
    """Return whether a schema marks a factual field."""
    return "x-compare" in schema


def is_link(schema: Mapping[str, Any]) -> bool:
    """Return whether a schema marks a reference to a record or a term."""
    return "x-reference" in schema or "x-vocabulary" in schema


def is_date(schema: Mapping[str, Any]) -> bool:
    """Return whether a schema asks for an EDTF date."""
    return bool(schema.get("x-edtf"))


def plan(documents: Documents, name: str, wanted: Wanted) -> Node:
    """Return the plan of a kind: the part of its schema that leads to wanted fields."""
    return _node(documents, documents[name], name, wanted, "", ()) or Node()


def _node(  # noqa: PLR0913 -- the state of one recursion
    documents: Documents,
    schema: Mapping[str, Any],
    home: str,
    wanted: Wanted,
    name: str,
    above: tuple[str, ...],
) -> Node | None:
    # A derivation may hold another; three levels are more than any reader follows.
    if above.count(str(schema.get("$ref"))) > 2:  # noqa: PLR2004
        return None
    trail = (*above, str(schema["$ref"])) if "$ref" in schema else above
    whole, here = dereferenced(documents, schema, home)
    if wanted(whole) and whole.get("type") == "string":
        return Node(field=_field(name, whole))

    def inner(part: Mapping[str, Any], label: str) -> Node | None:
        return _node(documents, part, here, wanted, label, trail)

    pairs = ((n, inner(s, n)) for n, s in whole.get("properties", {}).items())
    members = tuple((n, node) for n, node in pairs if node)
    items = inner(whole["items"], name) if "items" in whole else None
    patterns = [inner(s, name) for s in whole.get("patternProperties", {}).values()]
    values = next((node for node in patterns if node), None)
    if not (members or items or values):
        return None
    return Node(members=members, items=items, values=values, key=whole.get("x-key", ""))


def _field(name: str, schema: Mapping[str, Any]) -> Field:
    return Field(
        name,
        schema.get("x-compare", ""),
        schema.get("x-vocabulary", ""),
        tuple(schema.get("x-reference", ())),
        schema.get("x-identity", False),
    )


def values_of(node: Node, body: Mapping[str, Any]) -> list[Value]:
    """Return the values that a plan finds in a schema-valid record, in the order of the schema."""
    found: list[Value] = []
    _collect(node, body, "", (), found)
    return found


def _collect(node: Node, value: Any, address: str, at: Path, found: list[Value]) -> None:  # noqa: ANN401 -- JSON
    if node.field:
        found.append(Value(node.field, value, address, at))
    elif node.items:
        _collect_list(node, value, address, at, found)
    else:
        for name, inner in node.members:
            if name in value:
                _collect(inner, value[name], f"{address}/{name}", (*at, name), found)
        if node.values:
            for name, member in value.items():
                _collect(node.values, member, f"{address}/{escaped(name)}", (*at, name), found)


def _collect_list(node: Node, value: Any, address: str, at: Path, found: list[Value]) -> None:  # noqa: ANN401 -- JSON
    items = node.items
    assert items is not None  # noqa: S101 -- the caller looked
    for position, member in enumerate(value):
        if isinstance(member, str):
            key = member
        else:
            key = member.get("key") or member.get("id") or member.get(node.key) or str(position)
        _collect(items, member, f"{address}/{key}", (*at, position), found)
