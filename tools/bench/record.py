"""The latest figures of each measure, as docs/numbers.json keeps them for their page."""

import json
import os
import platform
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from bench.figures import Figure

Json = dict[str, Any]
_DIGITS = 4


def recorded(before: str, measured: Mapping[str, Sequence[Figure]], day: str) -> str:
    """Return the text of the record with what was measured on a day; other measures stay."""
    kept = json.loads(before) if before else {}
    fresh = {name: _measure(figures, day) for name, figures in measured.items()}
    return json.dumps(kept | fresh, indent=2, ensure_ascii=False) + "\n"


def _measure(figures: Sequence[Figure], day: str) -> Json:
    return {"on": day, "machine": _machine(), "figures": [_figure(figure) for figure in figures]}


def _figure(figure: Figure) -> Json:
    found = {**asdict(figure), "met": figure.verdict}
    if figure.measured is not None:
        found["measured"] = float(f"{figure.measured:.{_DIGITS}g}")
    return found


def _machine() -> str:
    return f"{os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"
