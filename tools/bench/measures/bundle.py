"""Schemas as other validators like them best: one file a kind, with all that it refers to."""

import json
from pathlib import Path
from typing import Any, Final

from milepost.reading.schema_files import SHARED, schema_documents, schema_folder
from milepost.writing.files import write_file

# Python's `$` matches before a final newline, so every pattern has a guard; the engines of other
# languages are quicker without it.
_GUARD: Final = "$(?!\\n)"
Json = Any


def bundles(root: Path, *, guarded: bool = False) -> dict[str, dict[str, Any]]:
    """Return the schema of each kind with the shared ones among its definitions."""
    documents = schema_documents(schema_folder(root))
    inside = {f"{name}.schema.json": _local(documents[name], name) for name in SHARED}
    found = {
        name: {**_local(document, ""), "$defs": inside}
        for name, document in documents.items()
        if name not in SHARED
    }
    return found if guarded else _unguarded(found)


def written(root: Path, folder: Path) -> Path:
    """Write the bundles into a folder, without the guard of patterns, and return the folder."""
    for name, document in bundles(root).items():
        write_file(folder / f"{name}.json", json.dumps(document).encode())
    return folder


def _local(value: Json, home: str) -> Json:
    """Return a schema whose references lead into the definitions of its bundle."""
    if isinstance(value, list):
        return [_local(member, home) for member in value]
    if not isinstance(value, dict):
        return value
    found = {name: _local(member, home) for name, member in value.items()}
    if isinstance(value.get("$ref"), str):
        file, _, pointer = value["$ref"].partition("#")
        inside = file or (f"{home}.schema.json" if home else "")
        found["$ref"] = f"#/$defs/{inside}{pointer}" if inside else f"#{pointer}"
    return found


def _unguarded(value: Json) -> Json:
    return json.loads(json.dumps(value).replace(json.dumps(_GUARD)[1:-1], "$"))
