"""What changed since the last version: changes.json for programs and CHANGES.md for people."""

from collections.abc import Mapping
from typing import Any

from milepost.canonical import encode
from milepost.changes.markdown import as_markdown
from milepost.derive.withdrawn import withdrawn_versions
from milepost.model import Body
from milepost.release.release import Release

JSON, PAGE = "changes.json", "CHANGES.md"
SCHEMA = "schema/v1/changes.schema.json"
# What the release itself knows, whoever compared it.
_OF_RELEASE = ("version", "withdrawn")
_NOTHING: dict[str, Any] = {
    "by": "content",
    "bump": "none",
    **{name: [] for name in ("records", "schemas", "columns", "headlines", "levels", "cells")},
}


def compared_of(changes: object) -> Body:
    """Return what a release was told to have changed, from its changes; empty for the first."""
    return changes if isinstance(changes, Mapping) and "since" in changes else {}


def changes_of(release: Release) -> dict[str, Any]:
    """Return what changed, with the version it is told of and the releases that were withdrawn."""
    withdrawn = withdrawn_versions(release.dataset).items()
    compared = release.compared or _NOTHING
    return {
        "version": release.edition.version,
        **{name: part for name, part in compared.items() if name not in _OF_RELEASE},
        "withdrawn": [{"version": version, "reason": reason} for version, reason in withdrawn],
    }


def as_changes(release: Release) -> bytes:
    """Return changes.json, in UTF-8."""
    return encode({"$schema": SCHEMA, **changes_of(release)})


def as_changes_page(release: Release) -> bytes:
    """Return CHANGES.md, in UTF-8."""
    return as_markdown(changes_of(release)).encode()
