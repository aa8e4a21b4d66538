"""What a build adds to the package: the edition of the data, for where there is no git to ask."""

import json
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).parent
sys.path.insert(0, str(ROOT / "tools"))

from milepost.provenance.edition import (  # noqa: E402 -- that of this very tree
    ENCLOSED,
    Edition,
    as_enclosed,
    read_edition,
)
from milepost.writing.files import write_file  # noqa: E402 -- likewise

_PLACES = {"wheel": f"milepost/data/{ENCLOSED}", "sdist": ENCLOSED}


def edition() -> Edition:
    """Return the edition of this tree: from git and SOURCE_DATE_EPOCH, or as an sdist tells it."""
    meta = json.loads((ROOT / "dataset" / "dataset.json").read_text("utf-8"))
    return read_edition(ROOT, meta["version"])


def version() -> str:
    """Return the version of the package, which is that of the data."""
    return edition().version


class EditionHook(BuildHookInterface[Any]):
    """Adds the edition to a wheel and to an sdist."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 -- as hatchling calls it
        """Write the edition where builds write, and have the file included."""
        if self.target_name not in _PLACES:
            return
        made = ROOT / "build" / ENCLOSED
        write_file(made, as_enclosed(edition()))
        build_data["force_include"][str(made)] = _PLACES[self.target_name]
