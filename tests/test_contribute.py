"""The guide for contributors, walked from end to end in a terminal: it says what is so."""

import json
import re
import shlex
import shutil
import sys
from pathlib import Path

import pytest

from golden import written
from releases import git
from terminal import Session, in_terminal
from transcripts import Step, differences, steps

ROOT = Path(__file__).parents[1]
GUIDE = ROOT / "docs/contribute.md"
STEPS = list(steps(GUIDE))
RECORD = "dataset/milestones/jpn-khm/2024-garden-of-friendship-in-kumamoto.json"
IDENTIFIER = re.compile(r"mp-[0-9a-z]{7}")
BY_HAND = re.compile(r"^```json\n(.*?)^```$", re.MULTILINE | re.DOTALL)
QUIET = {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null"}
SOMEBODY = {
    f"GIT_{who}_{what}": "test" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
}


def a_clone(root: Path) -> Path:
    """Fill a folder with what a contributor has, and a small dataset, and return it."""
    written(root)
    shutil.copytree(ROOT / "docs/practice", root / "docs/practice")
    git(root, "init", "--quiet", "--initial-branch=main")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "records")
    return root


def walk(clone: Path, step: Step, identifier: str) -> Session:
    """Take a step of the guide, with the identifier that was given to the milestone."""
    words = shlex.split(step.command.replace("mp-…", identifier))
    if words[0] == "milepost":
        words = [sys.executable, "-m", *words]
    keys = [f"{answer}\n" for answer in step.answers]
    environment = {"PYTHONPATH": str(ROOT / "tools"), **QUIET, **SOMEBODY}
    return in_terminal(words, keys, clone, environment)


def edit(clone: Path, guide: str) -> None:
    """Make the change that the guide makes by hand."""
    found = BY_HAND.search(guide)
    assert found
    text = (clone / RECORD).read_text("utf-8")
    changed = re.sub(r'  "title": \{.*?\},\n', lambda _: found[1], text, count=1, flags=re.DOTALL)
    (clone / RECORD).write_text(changed, "utf-8")


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return a_clone(tmp_path_factory.mktemp("clone"))


@pytest.fixture(scope="module")
def walked(clone: Path) -> dict[int, Session]:
    """Walk all steps, with the edit before the last step that is not about git."""
    guide = GUIDE.read_text("utf-8")
    seen: dict[int, Session] = {}
    identifier = "mp-…"
    fix = next(number for number, step in enumerate(STEPS) if step.command == "milepost fix")
    for number, step in enumerate(STEPS):
        if number == fix - 1:
            edit(clone, guide)
        seen[number] = walk(clone, step, identifier)
        found = IDENTIFIER.search(seen[number].screen)
        identifier = found[0] if found else identifier
    return seen


@pytest.mark.parametrize("number", range(len(STEPS)), ids=lambda number: STEPS[number].command)
def test_the_guide_quotes_what_is_seen(walked: dict[int, Session], number: int) -> None:
    assert [] == differences(STEPS[number], walked[number].screen)


def test_the_way_ends_with_a_green_check_of_what_was_committed(
    clone: Path, walked: dict[int, Session]
) -> None:
    last = walked[len(STEPS) - 1]

    assert "milepost check --changed-since main" == STEPS[-1].command
    assert 0 == last.code
    assert last.screen.endswith(" records checked: 0 errors, 0 warnings\n")
    assert "" == in_terminal(["git", "status", "--short"], [], clone, QUIET).screen


def test_no_word_of_the_text_is_in_the_record(clone: Path, walked: dict[int, Session]) -> None:
    assert walked
    told = json.dumps(json.loads((clone / RECORD).read_bytes())["evidence"])

    assert "12 May" not in told
    assert "friendship" not in told
