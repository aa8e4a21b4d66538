"""The folder of examples to their base and their contents, by rule."""

import json
from pathlib import Path
from typing import Any

BASE = "base.json"


def example_folder(root: Path | None) -> Path:
    """Return the folder of the examples, the root's own or the packaged one; it may be absent."""
    packaged = Path(__file__).parents[1] / "data" / "schema" / "examples"
    own = root / "schema" / "examples" if root else packaged
    return own if own.is_dir() else packaged


def base_files(folder: Path) -> dict[str, Any]:
    """Return the records of the base by path."""
    return dict(_json(folder / BASE)["files"])


def example_contents(folder: Path, rule: str) -> dict[str, dict[str, Any]]:
    """Return the examples of a rule by name, the invalid ones first; none where it has none."""
    paths = sorted((folder / rule).glob("*.json"))
    return {path.stem: _json(path) for path in paths}


def example_rules(folder: Path) -> list[str]:
    """Return the names of all folders of examples."""
    return sorted(path.name for path in folder.iterdir() if path.is_dir())


def _json(path: Path) -> dict[str, Any]:
    return dict(json.loads(path.read_bytes()))
