"""`milepost check --changed-since`: what a change touches, and ledgers that nobody rewrites."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from golden import files
from milepost.cli import main

ROOT = Path(__file__).parents[1]
PLACE = "dataset/places/kumamoto.json"
UPGRADE = "dataset/milestones/jpn-khm/2023-comprehensive-strategic-partnership.json"
LEDGER = "dataset/releases/0.1.0.json"


def git(root: Path, *words: str) -> None:
    who = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "-C", str(root), *who, *words], check=True, capture_output=True)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a clone with the small dataset, a ledger, and one wrong file that is committed."""
    for path, raw in files().items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(raw)
    shutil.copytree(ROOT / "schema/v1", tmp_path / "schema/v1")
    (tmp_path / "dataset/releases").mkdir()
    ledger = {
        "$schema": "../../schema/v1/ledger.schema.json",
        "version": "0.1.0",
        "records": [{"kind": "place", "id": "kumamoto", "sha256": "0" * 64}],
    }
    write(tmp_path, LEDGER, ledger)
    write(tmp_path, "dataset/places/stray.json", {"id": "stray"})
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "-m", "base")
    return tmp_path


def write(root: Path, path: str, body: object) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(json.dumps(body, indent=2, ensure_ascii=False) + "\n", "utf-8")


def found(root: Path, capsys: pytest.CaptureFixture[str]) -> list[tuple[str, str]]:
    main(["check", "--root", str(root), "--changed-since", "HEAD", "--format", "json"])
    report = json.loads(capsys.readouterr().out)
    return sorted({(finding["path"], finding["rule"]) for finding in report["findings"]})


def test_what_was_wrong_before_is_not_shown(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert [] == found(root, capsys)


def test_a_new_file_is_held_against_all_the_rest(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    body = json.loads((root / PLACE).read_text("utf-8"))
    write(root, "dataset/places/elsewhere.json", {**body, "id": "elsewhere", "within": "nowhere"})

    assert [("dataset/places/elsewhere.json", "REF-001")] == found(root, capsys)


def test_who_names_a_record_that_is_gone_is_shown(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "dataset/people/khuon-sreng.json").unlink()
    files_shown = {path for path, rule in found(root, capsys) if rule == "REF-001"}

    assert UPGRADE in files_shown


def test_a_published_record_that_is_gone_is_shown_at_its_ledger(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / PLACE).unlink()

    assert [(LEDGER, "LED-001")] == found(root, capsys)


def test_a_copy_with_the_identifier_of_another_is_shown(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = UPGRADE.replace("2023-", "2023-a-")
    shutil.copy(root / UPGRADE, root / copy)

    assert [(copy, "IDN-006")] == found(root, capsys)


def test_a_changed_workflow_is_a_warning(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    workflow = ".github/workflows/check.yml"
    (root / workflow).parent.mkdir(parents=True)
    (root / workflow).write_text("on: push\n", "utf-8")

    assert 0 == main(["check", "--root", str(root), "--changed-since", "HEAD"])
    assert f"{workflow}:1:1 LED-005 (warning) this change touches a workflow" in (
        capsys.readouterr().out
    )


def test_a_changed_workflow_is_told_of_beside_a_changed_milestone(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    body = json.loads((root / UPGRADE).read_text("utf-8"))
    write(root, UPGRADE, {**body, "summary": {"en": "Told in other words."}})
    assert [] == found(root, capsys)

    write(root, ".github/workflows/check.yml", {})
    assert [(".github/workflows/check.yml", "LED-005")] == found(root, capsys)


def test_the_last_line_counts_the_records_that_changed(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    body = json.loads((root / UPGRADE).read_text("utf-8"))
    write(root, UPGRADE, {**body, "summary": {"en": "Told in other words."}})
    main(["check", "--root", str(root), "--changed-since", "HEAD"])

    assert "1 record checked: 0 errors, 0 warnings\n" == capsys.readouterr().out


def test_a_rewritten_ledger_is_a_finding(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    body = json.loads((root / LEDGER).read_text("utf-8"))
    write(root, LEDGER, {**body, "records": [{**body["records"][0], "sha256": "1" * 64}]})

    assert [(LEDGER, "LED-004")] == found(root, capsys)


def test_a_removed_ledger_is_a_finding(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / LEDGER).unlink()

    assert [(LEDGER, "LED-004")] == found(root, capsys)


def test_a_revision_that_does_not_exist_ends_with_two(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 2 == main(["check", "--root", str(root), "--changed-since", "nowhere"])
    assert "git says" in capsys.readouterr().err
