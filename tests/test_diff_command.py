"""`milepost diff` and the releases after the first: what they tell, and what they refuse."""

import json
import tarfile
from pathlib import Path

import pytest

from milepost.canonical import encode
from milepost.cli import main
from milepost.release.archive import as_archive
from published import UPGRADE, a_published_root, change, committed
from releases import MOMENT, content_of, git

ID = "mp-bqdztmr"


@pytest.fixture(scope="module", autouse=True)
def _a_moment() -> object:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", str(MOMENT))
        yield


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a root whose first version is published, which no test changes."""
    return a_published_root(tmp_path_factory.mktemp("published"))


@pytest.fixture
def root(published: Path, tmp_path: Path) -> Path:
    """Return a copy of the published root, to change."""
    copy = tmp_path / "root"
    git(tmp_path, "clone", "--quiet", str(published), str(copy))
    return copy


def told(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    capsys.readouterr()
    code = main(list(words))
    printed = capsys.readouterr()
    return code, printed.out, printed.err


def diff(capsys: pytest.CaptureFixture[str], root: Path, *words: str) -> str:
    code, out, err = told(capsys, "diff", "--root", str(root), *words)
    assert (0, "") == (code, err)
    return out


def test_a_release_its_tag_and_its_archive_are_the_same(
    published: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = published / "dist/milepost-0.1.0"
    archive = tmp_path / "milepost-0.1.0.tar.gz"
    archive.write_bytes(as_archive("milepost-0.1.0", content_of(folder), MOMENT))
    for one, other in ((folder, archive), (archive, "v0.1.0"), ("v0.1.0", folder)):
        out = diff(capsys, published, str(one), str(other))
        assert f"From {one} (version 0.1.0) to {other} (version 0.1.0).\nNothing changed.\n" == out


def test_a_changed_root_is_told_of_in_each_form(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(root, UPGRADE, title={"en": "Another *title*"})
    text = diff(capsys, root, "v0.1.0", str(root))
    assert "A patch: no value was added, removed or contradicted." in text
    assert "Another *title*. Label (patch: words for people)" in text
    markdown = diff(capsys, root, "v0.1.0", str(root), "--format", "markdown")
    assert f"- Another \\*title\\* (milestone `{ID}`)" in markdown
    found = json.loads(diff(capsys, root, "v0.1.0", str(root), "--format", "json"))
    assert [ID] == [record["id"] for record in found["records"]]
    assert ("0.1.0", "0.1.1", "patch") == (found["since"], found["least_version"], found["bump"])


@pytest.mark.parametrize(
    ("named", "why"),
    [
        ("no-such-revision", "is no root, no release and no git revision here (git says: "),
        ("--output=x", "is no name of a revision"),
        ("schema", "is no release: it has no milepost.json and no SHA256SUMS"),
    ],
)
def test_what_is_no_state_is_refused_with_words(
    named: str, why: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = str(root / named) if named == "schema" else named
    code, _, err = told(capsys, "diff", "--root", str(root), "--", path, "HEAD")
    assert (2, True) == (code, why in err)
    assert not (root / "x").exists()


def test_a_root_with_a_broken_record_is_not_compared(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / UPGRADE).write_text("{", "utf-8")
    code, _, err = told(capsys, "diff", "--root", str(root), "HEAD", str(root))
    assert (2, True) == (code, f"holds 1 files that are no sound records, {UPGRADE} first" in err)


def test_a_release_that_was_forged_is_not_compared(
    published: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = content_of(published / "dist/milepost-0.1.0")
    forged = files["milepost.json"].replace(b'"2022-04-23"', b'"2022-04-24"')
    (tmp_path / "milepost.json").write_bytes(forged)
    code, _, err = told(capsys, "diff", "--root", str(published), str(tmp_path), "HEAD")
    assert (2, True) == (code, "is not as it was published" in err)


def test_a_link_in_an_archive_is_refused_unread(
    published: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "release.tar.gz"
    with tarfile.open(path, "w:gz") as archive:
        link = tarfile.TarInfo("a/milepost.json")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/hostname"
        archive.addfile(link)
    code, _, err = told(capsys, "diff", "--root", str(published), str(path), "HEAD")
    assert (2, True) == (code, "no plain file" in err)


def test_the_first_release_says_that_it_is_the_first(published: Path) -> None:
    folder = published / "dist/milepost-0.1.0"
    page = "# Changes\n\nVersion 0.1.0 is the first: there is none to compare it with.\n"
    assert page == (folder / "CHANGES.md").read_text("utf-8")
    assert "This is the first version." in (folder / "README.md").read_text("utf-8")


def test_the_next_release_tells_what_changed_and_can_be_verified(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(root, UPGRADE, title={"en": "Another title"})
    committed(root, "v0.1.1")
    code, out, _ = told(capsys, "release", "--root", str(root), "--final")
    assert (0, True) == (code, "Version 0.1.1, compared with version 0.1.0. A patch" in out)
    folder = root / "dist/milepost-0.1.1"
    bundle = json.loads((folder / "milepost.json").read_bytes())
    changes = json.loads((folder / "changes.json").read_bytes())
    assert changes == {"$schema": "schema/v1/changes.schema.json", **bundle["changes"]}
    assert ["changed"] == [r["fate"] for r in changes["records"] if r["kind"] == "milestone"]
    assert "## Records changed" in (folder / "CHANGES.md").read_text("utf-8")
    code, out, _ = told(capsys, "verify", "--root", str(root), str(folder))
    assert (0, True) == (code, "whole; all formats agree" in out)


def test_a_number_that_is_too_low_is_refused(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(root, "dataset/dataset.json", licence="CC0-1.0")
    committed(root, "v0.1.1")
    code, out, err = told(capsys, "release", "--root", str(root), "--final")
    assert (2, "") == (code, out)
    assert "0.1.1 is too low a number: what changed since 0.1.0 asks for 0.2.0 at least" in err
    assert not (root / "dist").exists()


def test_without_the_tag_a_version_is_refused_and_a_build_tells_of_identifiers(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git(root, "tag", "--delete", "v0.1.0")
    change(root, UPGRADE, title={"en": "Another title"})
    committed(root)
    code, out, _ = told(capsys, "release", "--root", str(root))
    assert (0, True) == (code, "The content of version 0.1.0 was not at hand" in out)
    (folder,) = (path for path in (root / "dist").iterdir() if path.is_dir())
    changes = json.loads((folder / "changes.json").read_bytes())
    assert ("identifiers", [(ID, "content")]) == (
        changes["by"],
        [(record["id"], record["category"]) for record in changes["records"]],
    )
    git(root, "tag", "v0.1.1")
    code, _, err = told(capsys, "release", "--root", str(root), "--final")
    assert (2, True) == (code, "Fetch the tags with `git fetch --tags" in err)


def test_a_tag_that_was_moved_is_not_believed(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(root, UPGRADE, title={"en": "Another title"})
    committed(root, "v0.1.1")
    git(root, "tag", "--force", "v0.1.0")
    code, _, err = told(capsys, "release", "--root", str(root), "--final")
    assert 2 == code
    assert "the tag v0.1.0 holds other records than dataset/releases/0.1.0.json" in err


def test_a_withdrawn_release_is_marked_everywhere(
    root: Path, published: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = root / "dataset/releases/0.1.0.json"
    ledger = json.loads(path.read_bytes())
    parts = {name: ledger.pop(name) for name in ("tables", "records")}
    path.write_bytes(encode({**ledger, "withdrawn": {"en": "Half was missing."}, **parts}))
    said = "Version 0.1.0 was withdrawn: Half was missing."
    old = published / "dist/milepost-0.1.0"

    assert said in diff(capsys, root, "v0.1.0", str(root))
    assert said in told(capsys, "verify", "--root", str(root), str(old))[1]
    known = ("--known-in", "0.1.0", "--releases", str(published / "dist"))
    assert said in told(capsys, "show", "--root", str(root), ID, *known)[2]
    committed(root)
    assert said in told(capsys, "release", "--root", str(root))[1]
    (folder,) = (path for path in (root / "dist").iterdir() if path.is_dir())
    for name in ("README.md", "CHANGES.md"):
        assert said in (folder / name).read_text("utf-8")
    expected = [{"version": "0.1.0", "reason": {"en": "Half was missing."}}]
    assert expected == json.loads((folder / "changes.json").read_bytes())["withdrawn"]


def test_what_an_earlier_release_said_is_shown(
    root: Path, published: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(root, UPGRADE, title={"en": "Another title"})
    words = ("show", "--root", str(root), ID, "--releases", str(published / "dist"))
    code, out, err = told(capsys, *words, "--known-in", "0.1.0")
    assert (0, False) == (code, "Another title" in out)
    assert err.startswith("milepost: as version 0.1.0 had it (")
    assert "Another title" in told(capsys, "show", "--root", str(root), ID)[1]


@pytest.mark.parametrize(
    ("version", "name", "why"),
    [
        ("0.0.9", ID, "there is no release '0.0.9' in"),
        ("../../x", ID, "there is no release '../../x' in"),
        ("0.1.0", "mp-0000000", "there is no record 'mp-0000000'"),
    ],
)
def test_a_version_or_record_that_is_missing_is_said_in_words(
    version: str, name: str, why: str, published: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    known = ("--known-in", version, "--releases", str(published / "dist"))
    code, _, err = told(capsys, "show", "--root", str(published), name, *known)
    assert (2, True) == (code, why in err)
