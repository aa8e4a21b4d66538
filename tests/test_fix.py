"""`milepost fix`: the canonical form and nothing else; a second run has nothing to do."""

import json
import shutil
from pathlib import Path

import pytest

from milepost.cli import main

ROOT = Path(__file__).parents[1]
PLACE = "dataset/places/kumamoto.json"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for folder in ("dataset", "schema"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    return tmp_path


def fixed(root: Path, text: str) -> int:
    (root / PLACE).write_text(text, "utf-8")
    return main(["fix", "--root", str(root)])


def test_a_clean_dataset_is_left_as_it_is(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == main(["fix", "--root", str(root)])
    assert "0 rewritten, 0 left alone\n" == capsys.readouterr().out


def test_keys_and_spaces_are_put_in_order(root: Path) -> None:
    expected = (root / PLACE).read_text("utf-8")
    body = json.loads(expected)
    turned = {name: body[name] for name in reversed(body)}

    assert 0 == fixed(root, json.dumps(turned, indent=4))
    assert expected == (root / PLACE).read_text("utf-8")


def test_unsorted_keys_are_one_warning_a_file_and_fail_a_strict_check_alone(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    body = json.loads((root / PLACE).read_text("utf-8"))
    turned = {name: body[name] for name in reversed(body)}
    turned["name"] = {tag: body["name"][tag] for tag in reversed(body["name"])}
    unsorted = json.dumps(turned, indent=2, ensure_ascii=False) + "\n"
    (root / PLACE).write_text(unsorted, "utf-8")

    assert 0 == main(["check", "--root", str(root)])
    assert capsys.readouterr().out.endswith(" checked: 0 errors, 1 warning\n")
    assert 1 == main(["check", "--strict", "--root", str(root)])


def test_text_is_composed(root: Path) -> None:
    person = root / "dataset/people/saito-tetsuo.json"
    expected = person.read_text("utf-8")
    person.write_text(expected.replace("\u014d", "o\u0304"), "utf-8")

    assert 0 == main(["fix", "--root", str(root)])
    assert expected == person.read_text("utf-8")


def test_a_second_run_changes_nothing(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fixed(root, json.dumps(json.loads((root / PLACE).read_text("utf-8"))))
    capsys.readouterr()

    assert 0 == main(["fix", "--root", str(root)])
    assert "0 rewritten, 0 left alone\n" == capsys.readouterr().out


@pytest.mark.parametrize("text", ['{"id": "a", "id": "b"}', '{"id": "a",', ""])
def test_what_cannot_be_read_is_left_alone(
    root: Path, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    assert 1 == fixed(root, text)
    assert text == (root / PLACE).read_text("utf-8")
    assert f"{PLACE}: left alone, since it cannot be read" in capsys.readouterr().out
