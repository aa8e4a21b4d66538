"""A release cut twice has the same bytes, wherever, whenever and by whomever it is cut."""

import shutil
from pathlib import Path

from releases import MOMENT, a_copy_of_the_root, a_repository, content_of, run_release

HERE = {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"}
ELSEWHERE = {"TZ": "Asia/Phnom_Penh", "LC_ALL": "C", "PYTHONHASHSEED": "2", "HOME": "/nonexistent"}


def cut(root: Path, out: Path, umask: int, **environment: str) -> dict[str, bytes]:
    """Cut a release in a process of its own and return all that it wrote."""
    done = run_release(root, "--out", str(out), umask=umask, **environment)
    assert (0, "") == (done.returncode, done.stderr)
    return content_of(out)


def modes(folder: Path) -> set[str]:
    return {oct(path.stat().st_mode) for path in folder.rglob("*")}


def test_folder_time_zone_locale_and_umask_change_no_byte(tmp_path: Path) -> None:
    epoch = {"SOURCE_DATE_EPOCH": str(MOMENT)}
    first = a_copy_of_the_root(tmp_path / "first")
    second = a_copy_of_the_root(tmp_path / "a second, with spaces" / "深")

    one = cut(first, tmp_path / "one", 0o022, **HERE, **epoch)
    other = cut(second, tmp_path / "other", 0o077, **ELSEWHERE, **epoch)

    assert one == other
    assert {"0o40755", "0o100644"} == modes(tmp_path / "one") == modes(tmp_path / "other")


def test_two_clones_of_one_commit_give_the_same_bytes(tmp_path: Path) -> None:
    root = a_repository(tmp_path / "root")
    shutil.copytree(root, tmp_path / "clone")

    one = cut(root, tmp_path / "one", 0o022, **HERE, SOURCE_DATE_EPOCH="")
    other = cut(tmp_path / "clone", tmp_path / "other", 0o002, **ELSEWHERE, SOURCE_DATE_EPOCH="")

    assert one == other
    assert any(name.endswith(".tar.gz") and "-dev+g" in name for name in one)
