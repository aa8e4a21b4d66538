"""A check of a few milestones reads few files, and finds there what a check of all would find."""

from pathlib import Path

import pytest

from examples import BASE, EXAMPLES, SCHEMAS, title_of
from milepost.check import check
from milepost.conformance.example import tree_of
from milepost.kinds import kind_of
from milepost.loading import checked_tree
from milepost.reading.near import Near
from milepost.reading.tree import Folder, Link


@pytest.fixture
def root(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Return a folder with the files of an example."""
    for path, raw in tree_of(request.param, BASE, SCHEMAS).content.items():
        place = tmp_path / path
        place.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(raw, Link):
            place.symlink_to(raw.target)
        else:
            place.write_bytes(raw)
    return tmp_path


@pytest.mark.parametrize("root", EXAMPLES, ids=title_of, indirect=True)
def test_a_milestone_is_clean_near_by_if_it_is_clean_in_the_whole(root: Path) -> None:
    whole = {finding.path for finding in checked_tree(root, Folder(root), SCHEMAS).findings}
    for path, raw in Folder(root).files(lambda path: kind_of(path) == "milestone"):
        if isinstance(raw, bytes):
            near = Near(root, frozenset([path]))
            broken = check(near, SCHEMAS, only=near.judged).broken

            assert (path in whole) is (path in {place for _, place, _ in broken})
