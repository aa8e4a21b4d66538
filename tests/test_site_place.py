"""A site takes the place of a whole folder, and of none in which something would be lost."""

from pathlib import Path

import pytest

from golden import written
from milepost.site.place import PlaceTakenError, hold_free
from sites import milepost


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a root beside which there are folders of other things."""
    for path in (
        "work/dataset/dataset.json",
        "work/docs/index.md",
        "work/mine/thesis.txt",
        "work/build/site/site/left.jsonl",
        "work/dist/site/objects.inv",
        "pages/.git",
        "pages/objects.inv",
        "file",
    ):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).touch()
    (tmp_path / "empty").mkdir()
    return tmp_path / "work"


@pytest.mark.parametrize("out", ["dist/site", "dist/new", "../empty", "../new", "../a b/new"])
def test_a_site_is_built_where_nothing_is_lost(root: Path, out: str) -> None:
    hold_free((root / out).resolve(), root)


@pytest.mark.parametrize(
    ("out", "why"),
    [
        (".", "holds the dataset"),
        ("..", "holds the dataset"),
        ("../..", "holds the dataset"),
        ("dataset", "lies in dataset, from which sites are made"),
        ("dataset/site", "lies in dataset, from which sites are made"),
        ("docs/site", "lies in docs, from which sites are made"),
        ("build/site", "lies in build/site, from which sites are made"),
        ("build", "holds site and is no site"),
        ("mine", "holds thesis.txt and is no site"),
        ("../file", "is a file"),
        ("../pages", "is a repository of git"),
    ],
)
def test_a_site_is_refused_where_something_would_be_lost(root: Path, out: str, why: str) -> None:
    folder = (root / out).resolve()
    with pytest.raises(PlaceTakenError) as told:
        hold_free(folder, root)

    assert (
        f"a site takes the place of a whole folder, and {folder} {why}; "
        "name a folder that is new, empty or a site already"
    ) == str(told.value)


@pytest.mark.parametrize("out", ["", "..", "dataset", "mine"])
def test_the_command_loses_nothing_of_what_it_was_pointed_at(tmp_path: Path, out: str) -> None:
    root = written(tmp_path / "root")
    (root / "mine").mkdir()
    (root / "mine/thesis.txt").touch()
    before = sorted(tmp_path.rglob("*"))
    done = milepost("site", "--root", str(root), "--out", str(root / out))

    assert 2 == done.returncode
    assert "a site takes the place of a whole folder" in done.stderr
    assert before == sorted(tmp_path.rglob("*"))
