"""Identifiers that need no registrar: equal to what git computes for the same files."""

import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from milepost.provenance.swhid import content_id, directory_id
from milepost.release.citation.work import record_work
from releases import EDITION, META, a_repository, git, the_release

NAMES = some.text("ab-.é", min_size=1, max_size=4).filter(lambda name: name.strip(".") != "")


def git_says(root: Path, *words: str) -> str:
    command = ("git", "-C", str(root), *words)
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout.strip()


def test_the_empty_file_has_its_well_known_identifier() -> None:
    assert "swh:1:cnt:e69de29bb2d1d6434b8b29ae775ad8c2e48c5391" == content_id(b"")


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("repository")
    git(folder, "init", "--quiet")
    return folder


@settings(max_examples=25, deadline=None)
@given(some.dictionaries(some.tuples(NAMES, NAMES), some.binary(max_size=9), min_size=1))
def test_a_folder_has_the_identifier_that_git_gives_its_tree(
    repository: Path, named: dict[tuple[str, str], bytes]
) -> None:
    files = {f"{folder}/{name}": content for (folder, name), content in named.items()}
    files |= {f"{folder}.x": b"x" for folder, _ in named}
    git(repository, "read-tree", "--empty")
    for path, content in files.items():
        written = repository / "content"
        written.write_bytes(content)
        blob = git_says(repository, "hash-object", "-w", "content")
        git(repository, "update-index", "--add", "--cacheinfo", f"100644,{blob},{path}")
    assert f"swh:1:dir:{git_says(repository, 'write-tree')}" == directory_id(files.items())


def test_the_dataset_is_cited_by_the_identifier_that_git_gives_its_folder(tmp_path: Path) -> None:
    root = a_repository(tmp_path / "root")
    expected = f"swh:1:dir:{git_says(root, 'rev-parse', 'HEAD:dataset')}"
    assert expected == the_release().swhid
    path = the_release().dataset.of("milestone")["mp-bqdztmr"].path
    record = record_work(the_release().dataset.of("milestone")["mp-bqdztmr"], META, EDITION)
    assert f"swh:1:cnt:{git_says(root, 'rev-parse', f'HEAD:{path}')}" == record.swhid
