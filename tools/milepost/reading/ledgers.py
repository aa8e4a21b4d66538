"""The ledger of one version on disk, without the rest of the dataset."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from milepost.reading.tree import Folder

_VERSION = re.compile(r"[0-9]+\.[0-9]+\.[0-9]+")


def ledger_at(root: Path, version: str) -> Mapping[str, Any]:
    """Return the ledger of a version below a root; empty where there is none that can be read."""
    if not _VERSION.fullmatch(version):
        return {}
    try:
        found = json.loads(Folder(root).read(f"dataset/releases/{version}.json"))
    except (OSError, ValueError):
        return {}
    return dict(found) if isinstance(found, dict) else {}
