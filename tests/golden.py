"""A small dataset that stays as it is: what two newspaper articles tell, with the vocabularies.

Tests that compare our own output word by word look at this one, so that a new record in the real
dataset does not change what they expect.
"""

import json
import shutil
from functools import cache
from pathlib import Path

from milepost.canonical import encode
from milepost.loading import checked_tree, schemas_of
from milepost.reading.tree import Folder, Memory
from milepost.rules.view import View

ROOT = Path(__file__).parents[1]


@cache
def files() -> dict[str, bytes]:
    """Return the files of the small dataset: its records, and the vocabularies of the real one."""
    stored = json.loads((ROOT / "tests/golden/two-articles.json").read_text("utf-8"))
    vocabularies = {
        path: raw
        for path, raw in Folder(ROOT).files()
        if path.startswith("dataset/vocabularies/") and isinstance(raw, bytes)
    }
    return {path: encode(body) for path, body in stored.items()} | vocabularies


def written(root: Path) -> Path:
    """Write the small dataset into a folder, with the schemas, and return it."""
    for path, raw in files().items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(raw)
    shutil.copytree(ROOT / "schema" / "v1", root / "schema" / "v1")
    return root


@cache
def small() -> View:
    """Return the view of the small dataset, which is clean."""
    checked = checked_tree(ROOT, Memory(files()), schemas_of(ROOT))
    assert () == checked.findings
    return checked.view
