"""Plans: which places of a record hold facts, references or terms, read off the schema once.

A schema keyword drives each: `x-compare` marks a factual field and names its comparer,
`x-identity` the field that a list member exists by, `x-key` the natural key of a list,
`x-reference` the kinds a slug may name, `x-vocabulary` the vocabulary of a term, `x-edtf` a date.
"""

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from milepost.addresses import escaped
from milepost.frozen import Frozen
from milepost.model import Path
from milepost.schema.unfolded import ITEMS, VALUES, Unfolded


class Field(NamedTuple):
    """What the schema says of a place that a plan looks at."""

    compare: str = ""
    vocabulary: str = ""
    references: tuple[str, ...] = ()
    identity: bool = False


class Value(NamedTuple):
    """A value found by a plan: its field, its text, its address and its place in the record."""

    field: Field
    text: str
    address: str
    at: Path


class Node(Frozen):
    """One level of a plan: a leaf with a field, or what lies below by name, ITEMS or VALUES."""

    __slots__ = ("below", "field", "key")
    field: Field | None
    below: dict[str, "Node"]
    key: str

    def __init__(self, field: Field | None, below: dict[str, "Node"], key: str = "") -> None:
        """Hold a leaf, or what lies below."""
        self._set(field=field, below=below, key=key)


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


def plan_of(place: Unfolded, wanted: Wanted) -> Node:
    """Return the plan of a kind: the part of what its records may hold that has wanted fields.

    Schemas may refer to themselves, as derivations do, so a plan is a graph and not a tree.
    """
    nodes: dict[Unfolded, Node] = {}
    found = _node(place, wanted, nodes)
    leading = _leading(list(nodes.values()))
    for node in nodes.values():
        for part in [part for part, inner in node.below.items() if id(inner) not in leading]:
            del node.below[part]
    return found


def _node(place: Unfolded, wanted: Wanted, nodes: dict[Unfolded, Node]) -> Node:
    if place not in nodes:
        schema = place.keywords
        is_leaf = schema.get("type") == "string" and wanted(schema)
        node = Node(_field(schema) if is_leaf else None, {}, schema.get("x-key", ""))
        nodes[place] = node
        for name, inner in place.below.items():
            node.below[name] = _node(inner, wanted, nodes)
    return nodes[place]


def _leading(nodes: list[Node]) -> set[int]:
    """Return the identities of the nodes from which a field is reached."""
    above: dict[int, list[int]] = {}
    for node in nodes:
        for inner in node.below.values():
            above.setdefault(id(inner), []).append(id(node))
    waiting = [id(node) for node in nodes if node.field]
    leading = set(waiting)
    while waiting:
        found = [other for other in above.get(waiting.pop(), ()) if other not in leading]
        leading.update(found)
        waiting.extend(found)
    return leading


def _field(schema: Mapping[str, Any]) -> Field:
    return Field(
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


def _collect(node: Node, value: Any, address: str, at: Path, found: list[Value]) -> None:
    below = node.below
    if node.field:
        found.append(Value(node.field, value, address, at))
    elif ITEMS in below:
        inner = below[ITEMS]
        for position, member in enumerate(value):
            name = name_of(node, member, position)
            _collect(inner, member, f"{address}/{name}", (*at, position), found)
    elif VALUES in below:
        inner = below[VALUES]
        for name, member in value.items():
            _collect(inner, member, f"{address}/{escaped(name)}", (*at, name), found)
    else:
        for name, inner in _inside(node, tuple(value)):
            # Most members are leaves, and a call for each would double the time.
            if inner.field:
                found.append(Value(inner.field, value[name], f"{address}/{name}", (*at, name)))
            else:
                _collect(inner, value[name], f"{address}/{name}", (*at, name), found)


class Facts:
    """The texts of values by address, and the addresses at which no claim is needed.

    These are `implied`: a member of a list exists by them, and has other values beside.
    """

    __slots__ = ("implied", "texts")

    def __init__(self) -> None:
        """Begin with nothing."""
        self.texts: dict[str, str] = {}
        self.implied: set[str] = set()


@lru_cache(maxsize=4096)
def field_at(node: Node, address: str) -> Field:
    """Return what the plan of a record says of the values at an address; nothing where it ends."""
    for token in address.split("/")[1:]:
        below = node.below
        node = below.get(ITEMS) or below.get(VALUES) or below[token]
    return node.field or Field()


def comparer_at(node: Node, address: str) -> str:
    """Return how values compare that stand at an address, by the plan of a record."""
    return field_at(node, address).compare


@lru_cache(maxsize=4096)
def _inside(node: Node, keys: tuple[str, ...]) -> list[tuple[str, Node]]:
    """Return what lies below in an object with these keys, of which records have few sets."""
    return [(name, inner) for name, inner in node.below.items() if name in keys]


def name_of(node: Node, member: Any, position: int) -> str:
    """Return the name by which addresses speak of a member of the list at a node."""
    if isinstance(member, str):
        return member
    return str(member.get("key") or member.get("id") or member.get(node.key) or position)
