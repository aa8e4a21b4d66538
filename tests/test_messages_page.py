"""The page about messages quotes what the programs print, ours and others'."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from examples import SCHEMAS
from golden import files
from milepost.loading import checked_tree
from milepost.reading.tree import Memory
from milepost.reports import FORMATS
from milepost.reports.text_report import block

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs/messages.md").read_text("utf-8")
NAME: Final = "2013-strategic-partnership.json"
PATH: Final = f"dataset/milestones/jpn-khm/{NAME}"
MISTAKES: Final = (
    ('"relationships": [\n    "jpn-khm"\n  ]', '"relationships": "jpn-khm"'),
    ('"summary": {', '"sumary": {'),
    ('"side": "jpn"', '"side": "japan"'),
)
DOCUMENTS: Final = {
    name: {"$id": f"https://www.example.org/{name}.schema.json", **document}
    for name, document in SCHEMAS.documents.items()
}
MODULES: Final = Path(os.environ.get("MILEPOST_NODE_MODULES") or ROOT / "build/node_modules")


def broken() -> str:
    """Return the record of the page, with its three mistakes."""
    text = files()[PATH].decode()
    for right, wrong in MISTAKES:
        assert 1 == text.count(right)
        text = text.replace(right, wrong)
    return text


def quoted(heading: str) -> str:
    """Return the first block under a heading of the page."""
    found = re.search(
        rf"^### {heading}[^\n]*\n.*?```text\n(.*?)```$", PAGE, re.MULTILINE | re.DOTALL
    )
    assert found, heading
    return found[1]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the broken record and the schemas, each with an identifier."""
    folder = tmp_path_factory.mktemp("messages")
    (folder / NAME).write_text(broken(), "utf-8")
    for name, document in DOCUMENTS.items():
        (folder / f"{name}.schema.json").write_text(json.dumps(document), "utf-8")
    return folder


def printed(folder: Path, *command: str) -> str:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert 1 == done.returncode
    return done.stdout + done.stderr


def test_the_page_shows_the_lines_with_the_mistakes() -> None:
    shown = PAGE.partition("```text\n")[2].partition("```")[0].splitlines()
    lines = broken().splitlines()

    assert {4, 15, 27} == {int(line.partition("|")[0]) for line in shown}
    for line in shown:
        number, _, text = line.partition(" | ")
        assert lines[int(number) - 1] == text


def test_the_page_quotes_milepost() -> None:
    tree = Memory({**files(), PATH: broken().encode()})

    assert quoted("Milepost") == "".join(map(block, checked_tree(ROOT, tree, SCHEMAS).findings))


def test_the_page_quotes_jsonschema() -> None:
    resources = ((d["$id"], Resource.from_contents(d)) for d in DOCUMENTS.values())
    registry: Registry[Any] = Registry().with_resources(resources)
    validator = Draft202012Validator(DOCUMENTS["milestone"], registry=registry)
    errors = validator.iter_errors(json.loads(broken()))

    assert quoted("jsonschema") == "".join(f"{e.json_path}: {e.message}\n" for e in errors)


def test_the_page_quotes_check_jsonschema(folder: Path) -> None:
    schema = str(ROOT / "schema/v1/milestone.schema.json")
    command = (sys.executable, "-m", "check_jsonschema", "--schemafile", schema, NAME)

    assert quoted("check-jsonschema") == printed(folder, *command)


@pytest.mark.judge
def test_the_page_quotes_ajv(folder: Path) -> None:
    program = MODULES / "ajv-cli/dist/index.js"
    if not shutil.which("node") or not program.exists():
        pytest.skip("needs npm package ajv-cli: make judges")
    options = ("--spec=draft2020", "--strict=false", "--validate-formats=false", "--all-errors")
    references = (part for name in ("values", "evidence") for part in ("-r", f"{name}.schema.json"))
    schema = ("-s", "milestone.schema.json", *references, "-d", NAME, "--errors=text")

    assert quoted("ajv-cli") == printed(folder, "node", str(program), "validate", *options, *schema)


def test_the_page_lists_every_format() -> None:
    table = PAGE.partition("| Format |")[2].partition("\n\n")[0]

    assert list(FORMATS) == sorted(re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE))
