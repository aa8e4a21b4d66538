"""ajv-cli on Node, the quickest of the validators in wide use: a process for each kind.

It is asked without its strict mode, which knows no x- keywords.
"""

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from bench.clock import Sample, run, total
from bench.measures.bundle import written

_PACKAGES: Final = ("ajv-cli", "ajv-formats")


def validator(root: Path, work: Path) -> Callable[[Mapping[str, list[Path]]], Sample] | str:
    """Return what validates files by kind, or why it cannot."""
    node = shutil.which("node")
    if node is None:
        return "there is no node on PATH"
    modules = root / "build" / "peers" / "node_modules"
    absent = [name for name in _PACKAGES if not (modules / name).is_dir()]
    if absent:
        return f"there is no {' and no '.join(absent)} here; `make peers` installs them"
    schemas = written(root, work / "bundled-schemas")
    program: list[str | Path] = [
        node,
        modules / "ajv-cli" / "dist" / "index.js",
        "validate",
        "--spec=draft2020",
    ]
    program += ["--strict=false", "-c", "ajv-formats"]

    def validate(files: Mapping[str, list[Path]]) -> Sample:
        return total(
            run([*program, "-s", schemas / f"{kind}.json", *_data(paths)], root / "build")
            for kind, paths in files.items()
        )

    return validate


def _data(paths: list[Path]) -> list[str]:
    return [word for path in paths for word in ("-d", str(path))]
