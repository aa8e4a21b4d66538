"""jsonschema, the reference validator: in this process, all errors collected."""

from collections.abc import Callable, Mapping
from pathlib import Path

import orjson
from jsonschema import Draft202012Validator, FormatChecker

from bench.clock import Sample, timed
from bench.measures.bundle import bundles


def validators(root: Path) -> dict[str, Draft202012Validator]:
    """Return the reference validators of the schemas of a root, by kind."""
    formats = FormatChecker()
    found = bundles(root, guarded=True).items()
    return {kind: Draft202012Validator(schema, format_checker=formats) for kind, schema in found}


def validator(root: Path) -> Callable[[Mapping[str, list[Path]]], Sample]:
    """Return what reads files by kind and validates them."""
    by_kind = validators(root)

    def validate(files: Mapping[str, list[Path]]) -> Sample:
        return timed(lambda: [_errors(by_kind[k], p) for k, paths in files.items() for p in paths])

    return validate


def _errors(validator: Draft202012Validator, path: Path) -> int:
    return sum(1 for _ in validator.iter_errors(orjson.loads(path.read_bytes())))
