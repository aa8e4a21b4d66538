"""`milepost site` after a wrong edit, or cut short: the old site stays, and nothing else."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from edits import PERSON, PLACE, called, edit
from gone import a_root
from sites import MOMENT, ROOT, contents, milepost

HELD_UP = """
from pathlib import Path
from time import sleep
Path(__file__).with_name("begun").touch()
sleep(60)
"""


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A root with its site, built once; tests edit copies of it."""
    root = a_root(tmp_path_factory.mktemp("first"))
    assert 0 == site(root).returncode
    return root


@pytest.fixture
def root(first: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(first, tmp_path / "root"))


def site(root: Path) -> subprocess.CompletedProcess[str]:
    return milepost("site", "--root", str(root))


def files(root: Path) -> dict[str, bytes]:
    """Return what lies in the folder of the site and beside it."""
    return contents(root / "dist")


def test_an_edit_that_is_wrong_is_told_and_shows_nowhere(root: Path) -> None:
    before = files(root)
    edit(root, PERSON, called("Somebody else"))
    edit(root, PLACE, lambda body: body.update(within="nowhere"))
    done = site(root)

    assert 1 == done.returncode
    assert PLACE in done.stderr
    assert "1 error" in done.stderr
    assert before == files(root)


def test_a_file_that_is_no_record_is_told_by_the_check(root: Path) -> None:
    before = files(root)
    (root / PERSON).write_text("{", "utf-8")
    done = site(root)

    assert 1 == done.returncode
    assert PERSON in done.stderr
    assert before == files(root)


def test_a_document_that_sphinx_refuses_is_told_by_sphinx(root: Path) -> None:
    before = files(root)
    (root / "docs/index.md").write_text("# Page\n\n{milestone}`mp-0000000`\n", "utf-8")
    done = site(root)

    assert 2 == done.returncode
    assert "there is no milestone 'mp-0000000' in the dataset" in done.stderr
    assert before == files(root)


@pytest.mark.parametrize("path", [PERSON, "dataset/dataset.json"])
def test_no_file_of_the_old_site_is_written_into(root: Path, tmp_path: Path, path: str) -> None:
    # The files by a second name, by which they stay when the site goes.
    kept = Path(shutil.copytree(root / "dist/site", tmp_path / "kept", copy_function=os.link))
    before = contents(kept)
    edit(root, path, called("Another name"))
    (root / "docs/people").mkdir()
    (root / "docs/people/hun-sen.md").write_text("---\norphan: true\n---\n\n# Name\n", "utf-8")

    assert 0 == site(root).returncode
    assert contents(root / "dist/site") != before
    assert before == contents(kept)


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGINT, 2), (signal.SIGTERM, 128 + signal.SIGTERM)]
)
def test_a_command_cut_short_ends_all_that_it_began(
    root: Path, number: signal.Signals, code: int
) -> None:
    before = files(root)
    edit(root, PERSON, called("Somebody else"))
    with (root / "docs/conf.py").open("a", encoding="utf-8") as stream:
        stream.write(HELD_UP)
    command = begun(root)
    while not (root / "docs/begun").exists():
        time.sleep(0.01)
    if number == signal.SIGINT:
        # As a terminal does: to all processes of the command.
        os.killpg(command.pid, number)
    else:
        command.send_signal(number)

    assert code == command.wait(10)
    assert before == files(root)
    with pytest.raises(ProcessLookupError):
        os.killpg(command.pid, 0)


def begun(root: Path) -> subprocess.Popen[bytes]:
    """Begin to build a site, in a session of its own, as a shell with a terminal would."""
    paths = {"PYTHONPATH": str(ROOT / "tools"), "SOURCE_DATE_EPOCH": str(MOMENT)}
    call = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler);"
    call += "from milepost.cli import as_process; raise SystemExit(as_process())"
    return subprocess.Popen(
        [sys.executable, "-c", call, "site", "--root", str(root)],
        env={**os.environ, **paths},
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
