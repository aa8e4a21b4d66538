"""A dataset with errors answers as far as it is sound, and says that it has errors."""

import shutil
from pathlib import Path

import pytest

from golden import files
from milepost.cli import main

ROOT = Path(__file__).parents[1]
UPGRADE = "dataset/milestones/jpn-khm/2023-comprehensive-strategic-partnership.json"


def test_one_error_in_one_file_is_told_in_the_singular(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for path, raw in files().items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(raw)
    shutil.copytree(ROOT / "schema/v1", tmp_path / "schema/v1")
    text = (tmp_path / UPGRADE).read_text("utf-8")
    (tmp_path / UPGRADE).write_text(text.replace("mp-m292ng4", "mp-m292gn4"), "utf-8")

    assert 0 == main(["status", "--root", str(tmp_path), "jpn-khm", "--on", "2022-06"])
    assert (
        "milepost: 1 error in 1 file, so this may be incomplete; `milepost check` lists them\n"
    ) == capsys.readouterr().err
