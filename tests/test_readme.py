"""The README says what is so: its commands, its tree, its table of files and what it quotes."""

import re
from pathlib import Path

import pytest

from milepost.cli import COMMANDS, main
from milepost.release.released_files import released_files
from sites import milepost

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
TREE = (
    README.partition("## Where things are")[2]
    .partition("```text\n")[2]
    .partition("```")[0]
    .splitlines()
)


def quoted_after(command: str) -> list[str]:
    """Return the lines that the README quotes after a command."""
    rest = README.partition(f"$ {command}\n")[2]
    return re.split(r"^(?:\$|```)", rest, maxsplit=1, flags=re.MULTILINE)[0].splitlines()


def is_quoted_truly(quoted: str, printed: str) -> bool:
    """Return whether a line is what was printed, where … stands for what changes."""
    pattern = ".+".join(re.escape(part) for part in quoted.split("…"))
    return re.search(f"^{pattern}$", printed, re.MULTILINE) is not None


def test_the_status_is_quoted_as_it_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    words = ["status", "--root", str(ROOT), "jpn-khm", "--on", "1976"]

    assert 0 == main(words)
    printed = capsys.readouterr().out
    quoted = quoted_after(".venv/bin/python -m milepost status jpn-khm --on 1976")
    assert [] == [line for line in quoted if not is_quoted_truly(line, printed)]


def test_make_is_quoted_as_its_commands_print(tmp_path: Path) -> None:
    root = ("--root", str(ROOT))
    done = [
        milepost("check", *root),
        milepost("site", *root, "--out", str(tmp_path / "site")),
        milepost("release", *root, "--out", str(tmp_path)),
    ]
    printed = "".join(one.stdout for one in done)
    check, site, release = quoted_after("make")

    assert is_quoted_truly(check, printed)
    assert is_quoted_truly(release, printed) or "-dev+g" not in printed
    assert is_quoted_truly(site.replace("dist", str(tmp_path)), printed)


@pytest.mark.parametrize("line", TREE, ids=lambda line: line.split()[0])
def test_every_place_of_the_tree_is_there(line: str) -> None:
    made = {"dist/", "build/"}
    places = [word for word in line.split("  ", maxsplit=1)[0].split() if word not in made]
    missing = [place for place in places if not (ROOT / place).exists()]

    assert [] == missing


def test_the_tree_has_eight_lines() -> None:
    assert 8 == len(TREE)


def test_every_file_of_the_table_is_in_a_release() -> None:
    table = README.partition("| file of a release")[2].partition("\n\n")[0]
    rows = [row.split("|")[1] for row in table.splitlines()[2:]]
    named = {name for row in rows for name in re.findall("`([^`]+)`", row)}
    released = {name for name, _ in released_files()}
    folders = {f"{name.partition('/')[0]}/" for name in released if "/" in name} | {"csv/*.csv"}

    assert set() == named - released - folders


def test_every_command_that_the_readme_names_exists() -> None:
    named = set(re.findall(r"`(?:milepost )?([a-z]+)(?: [a-zA-Z0-9-]+)?`", README))
    looked_up = {"show", "check", "explain", "cite"}

    assert looked_up <= named
    assert looked_up <= set(COMMANDS)
