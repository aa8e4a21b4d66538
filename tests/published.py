"""Roots with a history: the small dataset published as 0.1.0, and changed since."""

import json
import shutil
from pathlib import Path
from typing import Any

import golden
from milepost.canonical import encode
from milepost.cli import main
from releases import git

UPGRADE = "dataset/milestones/jpn-khm/2023-comprehensive-strategic-partnership.json"


def a_published_root(folder: Path) -> Path:
    """Return a root whose first version is tagged and recorded in its ledger.

    The version of dataset.json is that of the next release already, as docs/releasing.md asks.
    """
    root = golden.written(folder)
    shutil.copy(golden.ROOT / "LICENSE-DATA", root / "LICENSE-DATA")
    (root / ".gitignore").write_text("/dist/\n", "utf-8")
    git(root, "init", "--quiet")
    committed(root)
    git(root, "tag", "v0.1.0")
    assert 0 == main(["release", "--root", str(root), "--record"])
    change(root, "dataset/dataset.json", version="0.1.1")
    committed(root)
    return root


def change(root: Path, path: str, **members: Any) -> None:
    """Write a record of a root anew with some members changed."""
    body = json.loads((root / path).read_bytes())
    (root / path).write_bytes(encode({**body, **members}))


def committed(root: Path, *tags: str) -> None:
    """Commit everything in a root, and tag it."""
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "records")
    for tag in tags:
        git(root, "tag", tag)
