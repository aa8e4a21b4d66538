"""Schema files to parsed documents, from the root's own schema/v1 or the one packaged with us."""

from pathlib import Path
from typing import Any

import orjson

from milepost.errors import SchemaBrokenError
from milepost.kinds import KINDS

VERSION = "v1"
SHARED = ("values", "evidence")
# What a release encloses: all that says what its files hold.
ENCLOSED = tuple(sorted((*SHARED, *(kind.name for kind in KINDS), "release", "changes")))


def schema_folder(root: Path) -> Path:
    """Return the folder of the schemas: the root's own where it has one, else the packaged one."""
    own = root / "schema" / VERSION
    return own if own.is_dir() else Path(__file__).parents[1] / "data" / "schema" / VERSION


def schema_documents(folder: Path) -> dict[str, dict[str, Any]]:
    """Return every schema document by name; SchemaBrokenError where one is missing or no JSON."""
    names = (*SHARED, *(kind.name for kind in KINDS))
    return {name: schema_document(folder, name) for name in names}


def schema_document(folder: Path, name: str) -> dict[str, Any]:
    """Return one schema document by name; SchemaBrokenError where it is missing or no JSON."""
    path = folder / f"{name}.schema.json"
    try:
        document = orjson.loads(path.read_bytes())
    except FileNotFoundError as absent:
        message = f"the schema {path.name} is missing from {path.parent}"
        raise SchemaBrokenError(message) from absent
    except ValueError as broken:
        message = f"the schema {path.name} is not JSON: {broken}"
        raise SchemaBrokenError(message) from broken
    return dict(document)
