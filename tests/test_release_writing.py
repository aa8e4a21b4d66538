"""A folder and its archive are replaced whole, or stay as they were, whenever the writing stops."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest

from milepost.writing.files import write_file
from milepost.writing.folders import replace_folder, replace_folder_and_archive, swap
from releases import ROOT, content_of

EARLIER = {"a/one.txt": b"1", "a/sub/two.txt": b"2", "a.tar.gz": b"12"}
KILLED_IN_THE_MIDDLE = """
import os, signal, sys
from pathlib import Path
from milepost.writing.folders import replace_folder_and_archive

def files():
    yield "one.txt", b"new"
    os.kill(os.getpid(), signal.SIGKILL)

out = Path(sys.argv[1])
replace_folder_and_archive(out / "a", files(), out / "a.tar.gz", lambda _, __: None)
"""
INTERRUPTED_WHILE_THE_OLD_ONE_GOES = """
import sys
from pathlib import Path
from milepost.writing.folders import swap

removed = []

def interrupt_the_first(event, args):
    if event == "os.remove":
        removed.append(args)
        if len(removed) == 1:
            raise KeyboardInterrupt

out = Path(sys.argv[1])
(out / "fresh").mkdir()
sys.addaudithook(interrupt_the_first)
swap(out / "fresh", out / "a")
"""


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Return a folder with an earlier release in it."""
    for name, content in EARLIER.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(content)
    return tmp_path


def interrupted() -> Iterator[tuple[str, bytes]]:
    yield "one.txt", b"new"
    raise KeyboardInterrupt


def the_first_file(folder: Path, stream: IO[bytes]) -> None:
    stream.write((folder / "new.txt").read_bytes())


def cut_short(_folder: Path, stream: IO[bytes]) -> None:
    stream.write(b"new")
    raise KeyboardInterrupt


def test_folder_and_archive_are_replaced_together(out: Path) -> None:
    pieces = [("new.txt", b"3"), ("sub/b.txt", b"4"), ("new.txt", b"5")]
    replace_folder_and_archive(out / "a", pieces, out / "a.tar.gz", the_first_file)
    assert {"a/new.txt": b"35", "a/sub/b.txt": b"4", "a.tar.gz": b"35"} == content_of(out)


def test_an_interrupted_release_leaves_the_earlier_one_and_nothing_else(out: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        replace_folder_and_archive(out / "a", interrupted(), out / "a.tar.gz", the_first_file)
    assert EARLIER == content_of(out)
    assert ["a", "a.tar.gz"] == sorted(path.name for path in out.iterdir())


def test_an_archive_cut_short_leaves_the_earlier_release_and_nothing_else(out: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        replace_folder_and_archive(out / "a", [("new.txt", b"3")], out / "a.tar.gz", cut_short)
    assert EARLIER == content_of(out)
    assert ["a", "a.tar.gz"] == sorted(path.name for path in out.iterdir())


def test_an_interrupted_first_release_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        replace_folder(tmp_path / "dist" / "a", interrupted())
    assert [] == list((tmp_path / "dist").iterdir())


def test_a_release_killed_in_the_middle_leaves_the_earlier_one_whole(out: Path) -> None:
    command = (sys.executable, "-c", KILLED_IN_THE_MIDDLE, str(out))
    done = subprocess.run(command, env={"PYTHONPATH": str(ROOT / "tools")}, check=False)
    assert -signal.SIGKILL == done.returncode
    assert EARLIER.items() <= content_of(out).items()


def test_a_swap_cut_short_puts_the_earlier_folder_back(out: Path) -> None:
    with pytest.raises(FileNotFoundError):
        swap(out / "no-such-folder", out / "a")
    assert EARLIER == content_of(out)


def test_a_swap_interrupted_at_its_end_leaves_the_new_folder_and_nothing_else(out: Path) -> None:
    command = (sys.executable, "-c", INTERRUPTED_WHILE_THE_OLD_ONE_GOES, str(out))
    env = {"PYTHONPATH": str(ROOT / "tools")}
    done = subprocess.run(command, env=env, check=False, capture_output=True)
    assert b"KeyboardInterrupt" in done.stderr
    assert ["a", "a.tar.gz"] == sorted(path.name for path in out.iterdir())
    assert [] == list((out / "a").iterdir())


def test_a_file_is_replaced_and_leaves_no_other(out: Path) -> None:
    write_file(out / "a.tar.gz", b"new")
    assert {**EARLIER, "a.tar.gz": b"new"} == content_of(out)


def test_a_file_that_cannot_be_replaced_leaves_no_other(out: Path) -> None:
    with pytest.raises(OSError, match="a"):
        write_file(out / "a", b"new")
    assert EARLIER == content_of(out)
