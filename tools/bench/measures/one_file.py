"""What a contributor waits for: one changed file among 1,000 milestones, process start included."""

import compileall
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import milepost
from bench.clock import Action, spread
from bench.figures import Figure
from bench.folders import generated
from bench.measures.checking import as_process
from bench.measures.settings import Settings
from milepost.writing.files import write_file

_MILESTONES: Final = 1_000
_LEAST_ROUNDS: Final = 9
_COMMITTER: Final = ("-c", "user.name=bench", "-c", "user.email=bench@example.org")


def measure(settings: Settings) -> Iterator[Figure]:
    """Yield the wall time of a check of one changed file, named and found by way of git."""
    folder = generated(settings.root, _MILESTONES)
    path = folder.paths("milestones")[_MILESTONES // 2]
    _commit(folder.root)
    _compile()
    before = path.read_bytes()
    write_file(path, _changed(before))
    try:
        yield _waited(settings, "check FILE", lambda: as_process(folder, path))
        yield _waited(
            settings,
            "check --changed-since HEAD",
            lambda: as_process(folder, "--changed-since", "HEAD"),
        )
    finally:
        write_file(path, before)


def _waited(settings: Settings, command: str, action: Action) -> Figure:
    sample, apart = spread(action, max(settings.rounds, _LEAST_ROUNDS))
    return Figure(
        f"one changed file, `milepost {command}` (wall)",
        sample.wall * 1e3,
        "ms",
        200,
        150,
        note=(
            f"among {_MILESTONES:,} milestones; {sample.cpu * 1e3:.0f} ms CPU; the rounds lay "
            f"{apart:.0%} of the median apart"
        ),
    )


def _compile() -> None:
    """Compile the package, as whoever installs it does, and Python at a first start where it may.

    Elsewhere every start would compile it anew, which takes longer than the check.
    """
    compileall.compile_dir(Path(milepost.__file__).parent, quiet=1)


def _changed(milestone: bytes) -> bytes:
    """Return a milestone with another word in its English title, as valid as before."""
    return milestone.replace(b'"en": "', b'"en": "Again ', 1)


def _commit(root: Path) -> None:
    """Make a generated folder a repository of its own, with all its records in one commit.

    A site that was built in it is none of the concern of git, as in the repository of the project.
    """
    if (root / ".git").exists():
        return
    write_file(root / ".gitignore", b"/build/\n/dist/\n")
    for words in (("init",), ("add", "."), (*_COMMITTER, "commit", "-m", "generated")):
        command = ("git", "-C", root, "-c", "commit.gpgsign=false", *words)
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603 -- no shell, and every word stands above
