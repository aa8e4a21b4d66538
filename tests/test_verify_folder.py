"""A folder that somebody takes for a release: said to be none, and which one was meant."""

from pathlib import Path

import pytest

from milepost.cli import main


def test_a_folder_that_is_no_release_is_not_told_of_file_by_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    why = f"milepost: {tmp_path} is no release: it has no milepost.json and no SHA256SUMS"
    assert 2 == main(["verify", str(tmp_path)])
    assert f"{why}\n" == capsys.readouterr().err

    (tmp_path / "milepost-0.1.0").mkdir()
    (tmp_path / "milepost-0.1.0" / "milepost.json").touch()
    assert 2 == main(["verify", str(tmp_path)])
    assert f"{why}; did you mean {tmp_path / 'milepost-0.1.0'}?\n" == capsys.readouterr().err
