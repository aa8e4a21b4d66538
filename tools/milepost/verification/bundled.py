"""The bundle to a checked dataset: its schema, the hashes of its records, and every rule."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

import orjson

from milepost.canonical import encode
from milepost.check import check
from milepost.findings import errors, findings
from milepost.kinds import KINDS
from milepost.reading.tree import Memory
from milepost.release.bundle import FILE
from milepost.rules.view import View
from milepost.schema.engine import Schemas
from milepost.verification.fault import Fault


@dataclass(frozen=True, slots=True)
class Bundled:
    """What the bundle says: its edition, the view of its records, and what is wrong with it."""

    content: Mapping[str, Any] = field(default_factory=dict)
    view: View | None = None
    faults: tuple[Fault, ...] = ()


def bundled(files: Mapping[str, bytes], schemas: Schemas) -> Bundled:
    """Return the bundle of a release, read, and its records checked by all rules."""
    if FILE not in files:
        return Bundled(faults=(Fault(FILE, "it is missing, so nothing says what the rest is of"),))
    try:
        content = orjson.loads(files[FILE])
    except orjson.JSONDecodeError as broken:
        return Bundled(faults=(Fault(FILE, f"it is not JSON: {broken}"),))
    try:
        tree, faults = tree_of(content)
    except (KeyError, TypeError, AttributeError) as amiss:
        return Bundled(faults=(Fault(FILE, f"it is no bundle: {amiss!r} is missing or amiss"),))
    outcome = check(tree, schemas)
    wrong = errors(findings(outcome, tree))
    faults += [Fault(FILE, f"{f.path}: {f.rule} {f.message}") for f in wrong]
    return Bundled(content, outcome.view, tuple(faults))


def tree_of(content: Mapping[str, Any]) -> tuple[Memory, list[Fault]]:
    """Return the files of dataset/ that the bundle holds, and those whose hash is another."""
    bodies = dict(_bodies(content))
    files, faults = dict[str, bytes](), list[Fault]()
    for listed in content["files"]:
        key = listed["kind"], listed["id"]
        if key not in bodies:
            faults.append(Fault(FILE, f"{listed['path']} is listed, and its record is not there"))
            continue
        content_now = encode(bodies.pop(key))
        files[listed["path"]] = content_now
        if sha256(content_now).hexdigest() != listed["sha256"]:
            faults.append(Fault(FILE, f"{listed['path']} has another hash than the one listed"))
    faults += [Fault(FILE, f"{kind} {name} is listed under no path") for kind, name in bodies]
    return Memory(files), faults


def _bodies(content: Mapping[str, Any]) -> Iterator[tuple[tuple[str, str], Any]]:
    """Yield the records with their kind and identifier."""
    for kind in KINDS:
        listed = content[kind.folder] if kind.folder else [content.get(kind.name)]
        for body in filter(None, listed):
            yield (kind.name, str(body.get("id") or body.get("version") or kind.name)), body
