"""The state of a git work tree: a root in, its commit, tags and cleanness out."""

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from milepost.errors import GitSilentError
from milepost.reading.tree import Link
from milepost.root import MARK

if TYPE_CHECKING:
    import tarfile

_OF_ONE_REPOSITORY = frozenset(
    f"GIT_{name}" for name in ("DIR", "WORK_TREE", "INDEX_FILE", "COMMON_DIR", "OBJECT_DIRECTORY")
)


class GitState(NamedTuple):
    """The commit that a root stands at; `time` counts seconds since 1970 UTC."""

    commit: str
    time: int
    tags: tuple[str, ...] = ()
    is_clean: bool = True


def git_state(root: Path) -> GitState:
    """Return the state of a root; GitSilentError where git has none, with what git says."""
    # A root inside a work tree that does not track it, such as an installed package, has no commit.
    _git(root, "ls-files", "--error-unmatch", "--", MARK.as_posix())
    commit, time = _git(root, "log", "-1", "--no-show-signature", "--format=%H %ct").split()
    tags = _git(root, "tag", "--points-at", "HEAD").split()
    changed = _git(root, "status", "--porcelain", "--untracked-files=normal", "--", ".")
    return GitState(commit, int(time), tuple(sorted(tags)), not changed)


def changed_since(root: Path, revision: str) -> frozenset[str]:
    """Return the files that have changed below a root since its branch left a revision.

    New files that git does not track yet count too. GitSilentError where it has no such revision.
    """
    new = ("ls-files", "--others", "--exclude-standard", "-z", "--", ".")
    with _started(root, *new) as asked_for_new:
        base = _git(root, "merge-base", "--end-of-options", revision, "HEAD").strip()
        unlike = ("diff", "--name-only", "--relative", "-z", base, "--", ".")
        changed = _names(_output(root, *unlike))
        return frozenset((*changed, *_names(_collected(asked_for_new))))


def files_at(root: Path, revision: str, folder: str) -> dict[str, bytes]:
    """Return the files that a revision has in a folder below a root, by path."""
    held = ("ls-tree", "-r", "-z", "--name-only", "--end-of-options", revision, "--", folder)
    return {n: _output(root, "show", f"{revision}:./{n}") for n in _names(_output(root, *held))}


def _names(output: bytes) -> list[str]:
    return [name for name in output.decode().split("\0") if name]


def archived(root: Path, revision: str, folders: Sequence[str]) -> dict[str, bytes | Link]:
    """Return the files that a revision has in folders below a root, by path, in one go.

    They are as they were committed, whatever this machine makes of the ends of lines.
    GitSilentError where git has no such revision, or the revision no such folder.
    """
    if revision.startswith("-"):
        raise GitSilentError(f"{revision} is no name of a revision")
    import io  # noqa: PLC0415 -- the check starts without archives
    import tarfile  # noqa: PLC0415 -- see above

    as_committed = ("-c", "core.autocrlf=false", "-c", "core.eol=lf")
    raw = _output(root, *as_committed, "archive", "--format=tar", revision, "--", *folders)
    with tarfile.open(fileobj=io.BytesIO(raw)) as archive:
        return {member.name: _content(archive, member) for member in archive if not member.isdir()}


def _content(archive: "tarfile.TarFile", member: "tarfile.TarInfo") -> bytes | Link:
    stream = archive.extractfile(member) if member.isreg() else None
    return stream.read() if stream else Link(member.linkname)


def _git(root: Path, *words: str) -> str:
    return _output(root, *words).decode()


def _output(root: Path, *words: str) -> bytes:
    with _started(root, *words) as process:
        return _collected(process)


def _started(root: Path, *words: str) -> subprocess.Popen[bytes]:
    command = ("git", "-C", str(root), *words)
    try:
        return subprocess.Popen(  # noqa: S603 -- no shell, and every word stands above
            command, env=_environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
    except FileNotFoundError as absent:
        raise GitSilentError("git is not installed") from absent


def _collected(process: subprocess.Popen[bytes]) -> bytes:
    output, said = process.communicate()
    if process.returncode:
        raise GitSilentError(f"git says: {said.decode('utf-8', 'replace').strip()}")
    return output


def _environment() -> dict[str, str]:
    """Return the environment without what a hook would say of the repository that it runs in."""
    kept = {name: value for name, value in os.environ.items() if name not in _OF_ONE_REPOSITORY}
    return {**kept, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}
