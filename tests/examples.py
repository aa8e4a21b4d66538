"""The examples of the rules and the base that they change, read once for all tests."""

import json
from pathlib import Path

from milepost.conformance.example import Example
from milepost.loading import schemas_of
from milepost.reading.example_files import (
    base_files,
    example_contents,
    example_folder,
    example_rules,
)

ROOT = Path(__file__).parents[1]
FOLDER = example_folder(ROOT)
SCHEMAS = schemas_of(ROOT)
BASE = base_files(FOLDER)
BASE_EXAMPLE = Example("base", "valid-base", json.loads((FOLDER / "base.json").read_text("utf-8")))
EXAMPLES = [
    Example(rule, name, content)
    for rule in example_rules(FOLDER)
    for name, content in example_contents(FOLDER, rule).items()
]


def title_of(example: Example) -> str:
    """Return how an example is called in the list of tests."""
    return f"{example.rule}-{example.name}"
