"""Judges from npm, as `make judges` installs them; a test that needs one is skipped without it."""

import os
import shutil
from pathlib import Path
from typing import Final

import pytest

MODULES: Final = Path(
    os.environ.get("MILEPOST_NODE_MODULES")
    or Path(__file__).resolve().parents[2] / "build" / "node_modules"
)


def package(name: str) -> Path:
    """Return the folder of an installed package."""
    folder = MODULES / name
    if not shutil.which("node") or not folder.is_dir():
        pytest.skip(f"needs npm package {name}: make judges")
    return folder
