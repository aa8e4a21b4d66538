"""What was measured last, as `make bench` records it beside the page that tells it."""

import json
from pathlib import Path
from typing import Any


def measures_in(path: Path) -> dict[str, dict[str, Any]]:
    """Return the measures by name: on which day, on what machine, and the figures of each."""
    return dict(json.loads(path.read_text("utf-8")))
