"""An example of a rule: the files that it stands for, and the findings that it must give."""

import base64
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from milepost import canonical
from milepost.conformance.patch import patched
from milepost.kinds import kind_of
from milepost.loading import checked_tree
from milepost.model import Finding
from milepost.reading.tree import Link, Memory
from milepost.rules.history import Earlier
from milepost.schema.engine import Schemas
from milepost.schema.key_order import ordered

Files = Mapping[str, Any]
# A finding as an example states it: rule, path and pointer.
Stated = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Example:
    """One file of a rule's folder, such as invalid-two-heads, and its content."""

    rule: str
    name: str
    content: Mapping[str, Any]

    @property
    def is_valid(self) -> bool:
        """Whether the example keeps the rule."""
        return self.name.startswith("valid-")

    @property
    def about(self) -> str:
        """What the example shows, in a sentence."""
        return str(self.content["about"])

    @property
    def expected(self) -> tuple[Stated, ...]:
        """The findings that a check of the example gives, sorted, and no others."""
        found = (
            (finding["rule"], finding["path"], finding["pointer"])
            for finding in self.content.get("findings", ())
        )
        return tuple(sorted(found))


def simplest(examples: Iterable[Example], *, valid: bool) -> Example:
    """Return the shortest of the examples of one side; ValueError where there is none."""
    side = (example for example in examples if example.is_valid is valid)
    return min(side, key=lambda example: (len(json.dumps(example.content)), example.name))


def tree_of(example: Example, base: Files, schemas: Schemas) -> Memory:
    """Return the files of an example: the base with files, patch, raw and remove applied in turn.

    Records are spelt canonically, their keys in the schema's order; raw stands as it is.
    """
    content = example.content
    records = {**base, **content.get("files", {})}
    for path, operations in content.get("patch", {}).items():
        records[path] = patched(records[path], operations)
    files: dict[str, bytes | Link] = {
        path: canonical.encode(_ordered(path, record, schemas)) for path, record in records.items()
    }
    files |= {path: _raw(raw) for path, raw in content.get("raw", {}).items()}
    removed = content.get("remove", ())
    return Memory({path: raw for path, raw in files.items() if path not in removed})


def _ordered(path: str, record: Any, schemas: Schemas) -> Any:
    kind = kind_of(path)
    return ordered(schemas.orders[kind], record) if kind else record


def _raw(raw: Mapping[str, Any]) -> bytes | Link:
    if "link" in raw:
        return Link(raw["link"])
    if "base64" in raw:
        return base64.b64decode(raw["base64"])
    return str(raw["text"]).encode() * int(raw.get("repeat", 1))


def findings_of(example: Example, base: Files, schemas: Schemas) -> tuple[Finding, ...]:
    """Return every finding of a check of an example's files."""
    tree = tree_of(example, base, schemas)
    before = example.content.get("before", {})
    ledgers = {path: canonical.encode(record) for path, record in before.items()}
    earlier = Earlier(ledgers, frozenset(example.content.get("changed", ())))
    return checked_tree(Path(), tree, schemas, earlier=earlier).findings


def stated(found: tuple[Finding, ...]) -> tuple[Stated, ...]:
    """Return findings as examples state them, sorted."""
    return tuple(sorted((finding.rule, finding.path, finding.pointer) for finding in found))
