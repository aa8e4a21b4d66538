"""What a release encloses as it stands: the licence notice and the schemas."""

import json
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from milepost.canonical import encode
from milepost.errors import MilepostError
from milepost.model import Body
from milepost.provenance.edition import Edition
from milepost.reading.schema_files import ENCLOSED, schema_folder
from milepost.reading.tree import Folder
from milepost.release.release import Release
from milepost.rules.view import View

LICENCE = "LICENSE-DATA"
_SUFFIX = ".schema.json"


def release_of(
    root: Path, view: View, edition: Edition, compared: Body = MappingProxyType({})
) -> Release:
    """Return the release of a root's dataset, with what changed since the last version, if any.

    MilepostError where a file to enclose is missing.
    """
    licence = _enclosed(root, LICENCE)
    schemas = enclosed_schemas(root, view.dataset.meta.get("base_url", ""))
    return Release(view, edition, licence, schemas, compared)


def enclosed_schemas(root: Path, base_url: str) -> dict[str, bytes]:
    """Return the schema files of a root by name, each with its `$id` if there is an address."""
    folder = schema_folder(root)
    schemas = {name + _SUFFIX: _enclosed(folder, name + _SUFFIX) for name in ENCLOSED}
    return identified(schemas, base_url) if base_url else schemas


def identified(schemas: Mapping[str, bytes], base_url: str) -> dict[str, bytes]:
    """Return the schemas with the `$id` that each has once the dataset has an address."""
    return {name: _with_id(raw, name, base_url) for name, raw in schemas.items()}


def _with_id(raw: bytes, name: str, base_url: str) -> bytes:
    document = json.loads(raw)
    dialect = document.pop("$schema")
    address = f"{base_url.rstrip('/')}/schema/v1/{name}"
    return encode({"$schema": dialect, "$id": address, **document})


def _enclosed(folder: Path, name: str) -> bytes:
    try:
        return Folder(folder).read(name)
    except FileNotFoundError as absent:
        raise MilepostError(f"{name} is missing from {folder}; a release encloses it") from absent
