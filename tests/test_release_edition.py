"""Which version a state of the repository is, and which moment stands for it."""

from pathlib import Path

import pytest

from milepost.errors import GitSilentError, UndatedError
from milepost.provenance.edition import edition_of, obstacle_of, read_edition, version_of
from milepost.provenance.git import GitState, git_state
from releases import MOMENT, a_copy_of_the_root, a_repository, git

COMMIT = "59b9ccf0d2aae0b1c2d3e4f5a6b7c8d9e0f1a2b3"


def a_state(*tags: str, is_clean: bool = True) -> GitState:
    return GitState(COMMIT, MOMENT, tags, is_clean)


@pytest.mark.parametrize(
    ("expected", "state"),
    [
        ("1.2.3", a_state("v1.2.3")),
        ("1.2.3", a_state("other", "v1.2.3")),
        ("1.2.3-dev+g59b9ccf0d2aa", a_state()),
        ("1.2.3-dev+g59b9ccf0d2aa", a_state("v1.2.2")),
        ("1.2.3-dev+g59b9ccf0d2aa", a_state("1.2.3")),
        ("1.2.3-dev+g59b9ccf0d2aa.dirty", a_state(is_clean=False)),
        ("1.2.3-dev+g59b9ccf0d2aa.dirty", a_state("v1.2.3", is_clean=False)),
        ("1.2.3-dev", None),
    ],
)
def test_only_a_clean_commit_with_the_tag_is_the_version_itself(
    expected: str, state: GitState | None
) -> None:
    assert expected == version_of("1.2.3", state)
    assert (expected == "1.2.3") == (obstacle_of("1.2.3", state) == "")


def test_the_obstacle_names_the_tag_that_is_there_instead() -> None:
    expected = (
        "the commit has no tag v1.2.3, for the version that dataset.json names; it has v1.2.2"
    )
    assert expected == obstacle_of("1.2.3", a_state("v1.2.2"))


def test_the_moment_is_that_of_the_commit() -> None:
    edition = edition_of("1.2.3", a_state("v1.2.3"), "")
    assert ("2026-05-28T20:26:40Z", "2026-05-28", 2026) == (edition.time, edition.day, edition.year)
    assert edition.is_final


def test_source_date_epoch_goes_before_the_time_of_the_commit() -> None:
    assert 86_400 == edition_of("1.2.3", a_state(), "86400").moment


def test_without_git_source_date_epoch_is_enough() -> None:
    edition = edition_of("1.2.3", None, "0")
    assert ("1.2.3-dev", 0, "") == (edition.version, edition.moment, edition.commit)


def test_without_git_and_source_date_epoch_there_is_no_edition() -> None:
    with pytest.raises(UndatedError):
        edition_of("1.2.3", None, "")


@pytest.mark.parametrize("epoch", ["-1", "1.5", "now", "8589934592", "٣", " 1", "1" * 5000])
def test_an_epoch_is_whole_seconds_that_an_archive_can_hold(epoch: str) -> None:
    with pytest.raises(UndatedError, match="whole seconds"):
        edition_of("1.2.3", a_state(), epoch)


def test_git_tells_commit_time_tags_and_cleanness(tmp_path: Path) -> None:
    root = a_repository(tmp_path)
    git(root, "tag", "v0.1.0")
    git(root, "tag", "also")

    state = git_state(root)

    assert (MOMENT, ("also", "v0.1.0"), True) == (state.time, state.tags, state.is_clean)
    assert 40 == len(state.commit)


def test_a_new_file_makes_the_state_dirty(tmp_path: Path) -> None:
    root = a_repository(tmp_path)
    (root / "dataset" / "new.json").write_text("{}", "utf-8")
    assert not git_state(root).is_clean


def test_a_variable_of_another_repository_is_not_believed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = a_repository(tmp_path)
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere"))
    assert MOMENT == git_state(root).time


def test_a_root_that_the_repository_around_it_does_not_track_has_no_commit(tmp_path: Path) -> None:
    root = a_copy_of_the_root(tmp_path / "inner")
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "commit", "--quiet", "--allow-empty", "--message", "nothing")
    with pytest.raises(GitSilentError, match="git says"):
        git_state(root)


def test_the_error_without_git_says_what_git_says_and_what_to_set(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    with pytest.raises(UndatedError, match=r"git says: fatal: .*set SOURCE_DATE_EPOCH"):
        read_edition(a_copy_of_the_root(tmp_path / "copy"), "0.1.0")


def test_without_the_program_git_the_epoch_still_dates_the_release(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert "0.1.0-dev" == read_edition(tmp_path, "0.1.0").version
