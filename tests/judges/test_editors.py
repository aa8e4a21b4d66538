"""An editor with the JSON language server completes, explains and checks a record at once."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest

from examples import SCHEMAS
from judges.language_server import LanguageServer, position_of
from judges.npm import package
from milepost.canonical import encode
from milepost.kinds import KINDS, Kind
from milepost.model import Finding
from milepost.reports.text_report import block
from milepost.schema.documents import dereferenced

pytestmark = pytest.mark.judge

ROOT: Final = Path(__file__).resolve().parents[2]
SETTINGS: Final = json.loads((ROOT / ".vscode/settings.json").read_text("utf-8"))
TASKS: Final = json.loads((ROOT / ".vscode/tasks.json").read_text("utf-8"))
MILESTONE: Final = ROOT / "dataset/milestones/jpn-khm/1953-diplomatic-relations.json"
TEXT: Final = MILESTONE.read_text("utf-8")


@pytest.fixture(scope="module")
def running() -> Iterator[LanguageServer]:
    folder = package("vscode-langservers-extracted")
    command = ["node", str(folder / "bin/vscode-json-language-server"), "--stdio"]
    with LanguageServer(command, ROOT) as server:
        yield server


@pytest.fixture
def server(running: LanguageServer) -> Iterator[LanguageServer]:
    yield running
    running.close()


def hover(server: LanguageServer, text: str, key: str) -> str:
    found = server.about("textDocument/hover", position=position_of(text, text.index(key) + 1))
    contents = found["contents"]
    told = contents if isinstance(contents, str) else "\n".join(contents)
    return re.sub(r"\\(.)", r"\1", told)


def completed(server: LanguageServer, text: str, offset: int) -> list[str]:
    found = server.about("textDocument/completion", position=position_of(text, offset))
    return [item["label"] for item in found["items"]]


def properties(kind: str) -> dict[str, Any]:
    return dict(dereferenced(SCHEMAS.documents, SCHEMAS.documents[kind], kind)[0]["properties"])


def records() -> list[Path]:
    """Return the first record of each kind."""
    patterns = (pattern for entry in SETTINGS["json.schemas"] for pattern in entry["fileMatch"])
    found = (sorted(ROOT.glob(pattern.removeprefix("/"))) for pattern in patterns)
    return [paths[0] for paths in found if paths]


@pytest.mark.parametrize("path", records(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_good_record_has_no_diagnostics(server: LanguageServer, path: Path) -> None:
    server.open(path, path.read_text("utf-8"))

    assert [] == server.diagnostics()


@pytest.mark.parametrize("name", [n for n in properties("milestone") if f'\n  "{n}":' in TEXT])
def test_the_hover_text_of_a_property_is_its_description(server: LanguageServer, name: str) -> None:
    expected = properties("milestone")[name]

    server.open(MILESTONE, TEXT)
    told = hover(server, TEXT, f'"{name}":')
    assert f"{expected['title']}\n\n{expected['description']}" == told


def test_the_keys_that_are_not_there_yet_are_offered(server: LanguageServer) -> None:
    there = json.loads(TEXT)
    expected = sorted(name for name in properties("milestone") if name not in there)
    text = TEXT.replace('  "type":', '  "",\n  "type":', 1)

    server.open(MILESTONE, text)
    assert expected == sorted(completed(server, text, text.index('"",') + 1))


def test_the_choices_of_a_property_are_offered(server: LanguageServer) -> None:
    text = TEXT.replace('"track": "diplomatic"', '"track": ""')

    server.open(MILESTONE, text)
    offered = completed(server, text, text.index('"track": ""') + len('"track": "'))
    assert ['"diplomatic"', '"missions"', '"partnership"'] == sorted(offered)


def test_a_term_that_is_no_choice_is_reported(server: LanguageServer) -> None:
    server.open(MILESTONE, TEXT.replace('"track": "diplomatic"', '"track": "diplomatik"'))

    (message,) = server.diagnostics()
    assert 'Valid values: "diplomatic", "missions", "partnership"' in message


def test_a_misspelt_key_is_reported(server: LanguageServer) -> None:
    server.open(MILESTONE, TEXT.replace('"topics":', '"topix":'))

    assert ["Property topix is not allowed."] == server.diagnostics()


def test_the_editor_formats_a_record_into_its_one_spelling(server: LanguageServer) -> None:
    squeezed = json.dumps(json.loads(TEXT), ensure_ascii=False)
    layout = SETTINGS["[json]"]
    options = {
        "tabSize": layout["editor.tabSize"],
        "insertSpaces": layout["editor.insertSpaces"],
        "insertFinalNewline": SETTINGS["files.insertFinalNewline"],
    }

    server.open(MILESTONE, squeezed)
    edits = server.about("textDocument/formatting", options=options)
    assert encode(json.loads(TEXT)).decode() == applied(squeezed, edits)


def applied(text: str, edits: list[dict[str, Any]]) -> str:
    """Return a text of one line with edits made, the last one first."""
    for edit in sorted(edits, key=lambda e: e["range"]["start"]["character"], reverse=True):
        start, end = (edit["range"][side]["character"] for side in ("start", "end"))
        text = text[:start] + edit["newText"] + text[end:]
    return text if text.endswith("\n") else f"{text}\n"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_file_that_names_no_schema_yet_has_the_one_of_its_folder(kind: Kind) -> None:
    folder = f"{kind.folder}/*" if kind.nested else kind.folder
    pattern = f"/dataset/{kind.file}" if kind.file else f"/dataset/{folder}/*.json"
    url = f"./schema/v1/{kind.name}.schema.json"

    assert {"fileMatch": [pattern], "url": url} in SETTINGS["json.schemas"]
    assert (ROOT / url).is_file()


def test_the_editor_reads_the_lines_of_the_check() -> None:
    finding = Finding("dataset/a.json", 3, 5, "REF-002", "error", "/type", "no such term", "mend")
    matcher = TASKS["tasks"][0]["problemMatcher"]["pattern"]
    line = block(finding).splitlines()[0]
    found = re.fullmatch(matcher["regexp"], line)

    assert found
    parts = [found[matcher[part]] for part in ("file", "line", "column", "code", "message")]
    assert ["dataset/a.json", "3", "5", "REF-002", "no such term"] == parts
