"""A mapping: which cell gives each value of a record, as a tree in the shape of the record."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

from milepost.model import Body
from milepost.schema.documents import Documents, dereferenced

_BRACES: Final = re.compile(r"\{([^{}]+)\}")
_PARTS: Final = ("milestone", "source", "entry")

Kind = Literal["text", "date", "integer", "party", "side", "government", "term", "record"]


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a value is, as the schema of its record says: how its text is to be understood."""

    kind: Kind = "text"
    vocabulary: str = ""
    references: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Leaf:
    """One cell of a mapping: where its text comes from, and what it means."""

    columns: tuple[str, ...]
    meaning: Meaning = Meaning()
    value: str = ""
    text: str = ""
    dated_by_parts: bool = False
    terms: Mapping[str, str] | None = None
    missing: frozenset[str] = frozenset()
    split: str = ""
    forms: tuple[str, ...] = ("edtf",)
    codes: str = ""


Node = Leaf | dict[str, "Node"] | list["Node"]


@dataclass(frozen=True, slots=True)
class SheetMapping:
    """What a sheet's columns mean: the key of the event, the dyad, and the three parts of a row."""

    parts: Mapping[str, Node]
    header_row: int = 1

    def leaves(self) -> Iterator[Leaf]:
        """Yield every cell of the mapping."""
        for node in self.parts.values():
            yield from _leaves(node)

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that are read, each once, in the order of the mapping."""
        return tuple(dict.fromkeys(name for leaf in self.leaves() for name in leaf.columns))

    def column_of(self, *path: str) -> str:
        """Return the first column that gives a value, or an empty text where none does."""
        node = node_at(self, *path)
        leaves = _leaves(node) if node is not None else ()
        return next((column for leaf in leaves for column in leaf.columns), "")


def node_at(mapping: SheetMapping, part: str, *path: str) -> Node | None:
    """Return what stands at a path of a mapping, of a list its first member, or None."""
    node = mapping.parts.get(part)
    for name in path:
        shape = node[0] if isinstance(node, list) and node else node
        node = shape.get(name) if isinstance(shape, dict) else None
    return node


def mapping_of(body: Body, documents: Documents) -> SheetMapping:
    """Return the mapping that a schema-valid body tells, its meanings read off the schemas."""
    evidence = documents["evidence"]["$defs"]["entry"]
    schemas = (
        (documents["milestone"], "milestone"),
        (documents["source"], "source"),
        (evidence, "evidence"),
    )
    parts: dict[str, Node] = {
        name: _node(documents, body[name], schema, home)
        for name, (schema, home) in zip(_PARTS, schemas, strict=True)
    }
    if "event" in body:
        parts["event"] = _leaf(body["event"], Meaning())
    if "dyad" in body:
        parts["dyad"] = _leaf(body["dyad"], Meaning())
    parties = body.get("parties", ())
    parts["parties"] = [_leaf(cell, Meaning("party", references=("party",))) for cell in parties]
    return SheetMapping(parts, int(body.get("header_row", 1)))


def _node(documents: Documents, body: Any, schema: Any, home: str, name: str = "") -> Node:
    whole, here = dereferenced(documents, schema, home)
    if isinstance(body, list):
        return [_node(documents, member, whole["items"], here, name) for member in body]
    if whole["type"] != "object":
        return _leaf(body, _meaning(whole, name))
    properties, others = whole.get("properties", {}), whole.get("patternProperties", {})
    return {
        key: _node(documents, inner, properties.get(key) or next(iter(others.values())), here, key)
        for key, inner in body.items()
    }


def _meaning(schema: Mapping[str, Any], name: str) -> Meaning:
    if schema["type"] == "integer":
        return Meaning("integer")
    if schema.get("x-edtf"):
        return Meaning("date")
    if "x-vocabulary" in schema:
        return Meaning("term", vocabulary=schema["x-vocabulary"])
    references = tuple(schema.get("x-reference", ()))
    if references == ("party",):
        return Meaning("party", references=references)
    if references and references != ("source",):
        return Meaning("record", references=references)
    # The schema knows a side by its form, and a government by the record of its party.
    special: dict[str, Kind] = {"side": "side", "as": "government"}
    return Meaning(special.get(name, "text"))


def _leaf(cell: Body, meaning: Meaning) -> Leaf:
    text = str(cell.get("text", ""))
    columns = cell.get("parts") or ([cell["column"]] if "column" in cell else _BRACES.findall(text))
    day = Meaning("date") if meaning.kind == "text" and "forms" in cell else meaning
    return Leaf(
        tuple(" ".join(column.split()) for column in columns),
        day,
        str(cell.get("value", "")),
        text,
        "parts" in cell,
        cell.get("terms"),
        frozenset(cell.get("missing", ())),
        str(cell.get("split", "")),
        tuple(cell.get("forms", ("edtf",))),
        str(cell.get("codes", "")),
    )


def composed(text: str, cells: Mapping[str, str]) -> str:
    """Return a text with each column name in braces replaced by its cell; empty if one is empty."""
    if not all(cells[" ".join(name.split())] for name in _BRACES.findall(text)):
        return ""
    return _BRACES.sub(lambda found: cells[" ".join(found[1].split())], text)


def _leaves(node: Node) -> Iterator[Leaf]:
    if isinstance(node, Leaf):
        yield node
        return
    for inner in node.values() if isinstance(node, dict) else node:
        yield from _leaves(inner)
