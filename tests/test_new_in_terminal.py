"""`milepost new` before a person: it completes, lists, waits for an answer, and can be left."""

import sys
from pathlib import Path

import pytest

from golden import written
from terminal import Session, in_terminal

TOOLS = Path(__file__).parents[1] / "tools"
TITLE = ["Treaty of practice\n", "ja=練習の条約\n", "\n", "A treaty was signed.\n"]
BEGINNING = ["jpn-khm\n", "\n", "friendship-treaty\n", *TITLE]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return written(tmp_path)


def new(root: Path, kind: str, *keys: str) -> Session:
    words = [sys.executable, "-m", "milepost", "new", kind]
    return in_terminal(words, keys, root, {"PYTHONPATH": str(TOOLS)})


def content(root: Path) -> set[str]:
    return {str(path) for path in (root / "dataset").rglob("*")}


def test_the_tab_key_completes_a_slug_and_a_name(root: Path) -> None:
    session = new(root, "person", "Saitō Makoto\n", "\n", "jap\t\n", "\n")

    assert 0 == session.code
    assert "> jpn\nWritten" not in session.screen
    assert '"party": "jpn"' in (root / "dataset/people/saito-makoto.json").read_text("utf-8")


def test_the_headline_is_asked_for_where_two_stages_are_dated(root: Path) -> None:
    stages = ["signed\n", "1955-12-09\n", "\n", "in-effect\n", "1956-07-06\n", "\n", "\n"]
    session = new(root, "milestone", *BEGINNING, *stages, "signed\n", *["\n"] * 4)

    assert 0 == session.code
    assert (root / "dataset/milestones/jpn-khm/1955-treaty-of-practice.json").is_file()


def test_a_needed_answer_is_asked_for_again(root: Path) -> None:
    session = new(root, "place", "\n", "Takeo\n", "\n", "khm\n", "\n")

    assert (
        "> \n  this one is needed; Ctrl-C leaves without writing anything\n> Takeo"
        in session.screen
    )
    assert (root / "dataset/places/takeo.json").is_file()


def test_a_likely_twin_is_written_only_after_a_yes(root: Path) -> None:
    before = content(root)
    answers = ("Fumio Kishida\n", "\n", "jpn\n", "\n")
    session = new(root, "person", *answers, "no\n")

    assert 1 == session.code
    assert "dataset/people/kishida-fumio.json “Kishida Fumio”" in session.screen
    assert before == content(root)
    assert 0 == new(root, "person", *answers, "yes\n").code


def test_a_name_that_is_taken_is_asked_for_again(root: Path) -> None:
    session = new(root, "place", "Kumamoto\n", "\n", "\n", "kumamoto\n", "kumamoto-2\n", "yes\n")

    assert 0 == session.code
    assert (root / "dataset/places/kumamoto-2.json").is_file()


@pytest.mark.parametrize(
    ("key", "told"), [("\x03", "interrupted"), ("\x04", "the input ended; nothing was written")]
)
def test_leaving_in_the_middle_leaves_nothing_behind(root: Path, key: str, told: str) -> None:
    before = content(root)
    session = new(root, "milestone", *BEGINNING, "signed\n", key)

    assert 2 == session.code
    assert told in session.screen
    assert before == content(root)


def test_a_hostile_answer_stays_text(root: Path) -> None:
    name = "$(touch here) <script>alert(1)</script>"
    session = new(root, "place", f"{name}\n", "\n", "\n", "odd\n")

    assert 0 == session.code
    assert name in (root / "dataset/places/odd.json").read_text("utf-8")
    assert not (root / "here").exists()
