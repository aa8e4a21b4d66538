"""The command: what it writes and prints, when it refuses, and the code it ends with."""

import json
import tarfile
from pathlib import Path

import pytest

from milepost.canonical import encode
from milepost.cli import main
from milepost.release.ledger import as_ledger
from releases import (
    MOMENT,
    a_copy_of_the_root,
    a_repository,
    content_of,
    git,
    run_release,
    the_release,
)

PLACE = "dataset/places/kumamoto.json"


@pytest.fixture(autouse=True)
def _a_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(MOMENT))


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Return a root without git."""
    return a_copy_of_the_root(tmp_path / "root")


@pytest.fixture
def tagged(tmp_path: Path) -> Path:
    """Return a root whose one commit has the tag of its version."""
    root = a_repository(tmp_path / "root")
    git(root, "tag", "v0.1.0")
    return root


def release(root: Path, *words: str) -> int:
    return main(["release", "--root", str(root), *words])


def changed(root: Path, path: str, **members: object) -> None:
    """Write a record of a root anew with some members changed."""
    body = json.loads((root / path).read_bytes())
    (root / path).write_bytes(encode({**body, **members}))


def test_a_release_goes_to_dist_as_a_folder_and_the_same_as_an_archive(copy: Path) -> None:
    assert 0 == release(copy)

    folder = copy / "dist" / "milepost-0.1.0-dev"
    with tarfile.open(f"{folder}.tar.gz") as archive:
        archive.extractall(copy / "unpacked", filter="data")
    assert content_of(folder) == content_of(copy / "unpacked" / folder.name)


def test_it_prints_what_it_wrote(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    release(copy, "--out", str(copy / "out"))
    printed = capsys.readouterr().out
    records, statements = len(list(the_release().dataset)), len(list(the_release().statements()))
    assert printed.startswith(
        f"milepost-0.1.0-dev: {records:,} records, {statements:,} statements\n"
    )
    assert "not a published version: there is no git here" in printed
    assert "sets no base_url" in printed


def test_a_release_of_the_same_version_replaces_the_earlier_one(copy: Path) -> None:
    release(copy)
    before = content_of(copy / "dist")
    (copy / "dist" / "milepost-0.1.0-dev" / "stray.txt").write_text("", "utf-8")
    release(copy)
    assert before == content_of(copy / "dist")


def test_releases_of_other_versions_stay(copy: Path) -> None:
    release(copy)
    changed(copy, "dataset/dataset.json", version="0.2.0")
    release(copy)
    assert ["milepost-0.1.0-dev", "milepost-0.2.0-dev"] == sorted(
        path.name for path in (copy / "dist").iterdir() if path.is_dir()
    )


def test_with_findings_nothing_is_written(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    release(copy)
    before = content_of(copy / "dist")
    changed(copy, PLACE, within="nowhere")
    capsys.readouterr()

    assert 1 == release(copy)

    assert f"{PLACE}:" in capsys.readouterr().out
    assert before == content_of(copy / "dist")


def test_half_a_dataset_is_not_released(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    places = len(the_release().dataset.of("place"))
    changed(copy, "dataset/dataset.json", least={"place": places + 1, "person": 1})

    assert 2 == release(copy)

    told = capsys.readouterr().err
    assert told.startswith(
        f"milepost: places holds {places} records, and should hold {places + 1}."
    )
    assert '"least"' in told
    assert not (copy / "dist").exists()


def test_without_the_licence_there_is_no_release(
    copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (copy / "LICENSE-DATA").unlink()
    assert 2 == release(copy)
    assert "LICENSE-DATA is missing" in capsys.readouterr().err


def test_a_tagged_commit_is_the_version(tagged: Path) -> None:
    assert 0 == release(tagged, "--final")
    bundle = json.loads((tagged / "dist/milepost-0.1.0/milepost.json").read_bytes())
    assert "0.1.0" == bundle["version"]


def test_an_untagged_commit_is_built_but_never_final(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = a_repository(tmp_path)
    assert 2 == release(root, "--final")
    assert "the commit has no tag v0.1.0" in capsys.readouterr().err
    assert not (root / "dist").exists()

    assert 0 == release(root, "--out", str(tmp_path / "out"))
    assert "-dev+g" in next((tmp_path / "out").iterdir()).name


def test_a_changed_file_keeps_a_tagged_commit_from_being_final(
    tagged: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    changed(tagged, PLACE, name={"en": "Kumamoto City"})
    assert 2 == release(tagged, "--final")
    assert "files differ from the commit" in capsys.readouterr().err


def test_the_ledger_of_a_published_version_is_written_on_request(tagged: Path) -> None:
    assert 0 == release(tagged, "--record")
    ledger = tagged / "dataset/releases/0.1.0.json"
    assert as_ledger(the_release()) == ledger.read_bytes()
    assert 0 == main(["check", "--root", str(tagged)])


def test_what_is_not_published_has_no_ledger(copy: Path) -> None:
    assert 2 == release(copy, "--record")
    assert not (copy / "dataset/releases").exists()


def test_a_ledger_is_never_rewritten(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = a_copy_of_the_root(tmp_path)
    ledger = root / "dataset/releases/0.1.0.json"
    ledger.parent.mkdir()
    ledger.write_bytes(as_ledger(the_release()))
    rows = json.loads(ledger.read_bytes())["records"]
    changed(root, "dataset/releases/0.1.0.json", records=rows[1:])
    before = ledger.read_bytes()
    git(root, "init", "--quiet")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "records")
    git(root, "tag", "v0.1.0")

    assert 2 == release(root, "--record")

    assert "a ledger is never rewritten" in capsys.readouterr().err
    assert before == ledger.read_bytes()
    assert not (root / "dist").exists()


@pytest.mark.parametrize("written", ["10.1000/182", "https://doi.org/10.1000/182"])
def test_a_doi_that_was_reserved_stands_in_every_citation(copy: Path, written: str) -> None:
    assert 0 == release(copy, "--doi", written)
    files = content_of(copy / "dist" / "milepost-0.1.0-dev")
    assert b'doi: "10.1000/182"' in files["CITATION.cff"]
    assert b"https://doi.org/10.1000/182" in files["README.md"]


def test_what_is_no_doi_is_refused(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert 2 == release(copy, "--doi", "zenodo 182")
    expected = "milepost: --doi 'zenodo 182' is no DOI; write it as 10.PREFIX/SUFFIX\n"
    assert expected == capsys.readouterr().err
    assert not (copy / "dist").exists()


def test_without_git_and_epoch_the_process_ends_with_2_and_words(copy: Path) -> None:
    done = run_release(copy, SOURCE_DATE_EPOCH="", GIT_CEILING_DIRECTORIES=str(copy.parent))
    assert 2 == done.returncode
    assert done.stderr.startswith("milepost: no commit says when this was made")
    assert "set SOURCE_DATE_EPOCH" in done.stderr
    assert not (copy / "dist").exists()
