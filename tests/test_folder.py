"""A folder of records is read file by file, and what has the name of a file is one."""

from pathlib import Path

import pytest

from golden import written
from milepost.loading import checked


@pytest.mark.parametrize("inside", ["", "a.json"])
def test_a_folder_with_the_name_of_a_record_is_found(tmp_path: Path, inside: str) -> None:
    root = written(tmp_path)
    (root / "dataset/places/x.json" / inside).mkdir(parents=True)
    (found,) = checked(root).findings

    assert ("FIL-002", "dataset/places/x.json") == (found.rule, found.path)
    assert "this is a folder with the name of a record" == found.message
