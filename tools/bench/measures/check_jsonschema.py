"""check-jsonschema, the validator that projects run before a commit: a process for each kind."""

import sys
from collections.abc import Callable, Mapping
from importlib.util import find_spec
from pathlib import Path

from bench.clock import Sample, run, total
from bench.measures.bundle import written


def validator(root: Path, work: Path) -> Callable[[Mapping[str, list[Path]]], Sample] | str:
    """Return what validates files by kind, or why it cannot."""
    if find_spec("check_jsonschema") is None:
        return "it is not installed here; `make bench` installs it"
    schemas = written(root, work / "bundled-schemas")

    def validate(files: Mapping[str, list[Path]]) -> Sample:
        return total(_one(root, schemas / f"{kind}.json", paths) for kind, paths in files.items())

    return validate


def _one(root: Path, schema: Path, paths: list[Path]) -> Sample:
    command: list[str | Path] = [
        sys.executable,
        "-m",
        "check_jsonschema",
        "--schemafile",
        schema,
        *paths,
    ]
    return run(command, root)
