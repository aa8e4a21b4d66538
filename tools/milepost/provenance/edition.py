"""An edition: a version number, a git state and SOURCE_DATE_EPOCH in, what a release says out."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from milepost.errors import GitSilentError, UndatedError
from milepost.provenance.git import GitState, git_state

EPOCH: Final = "SOURCE_DATE_EPOCH"
# The last second that the header of a tar archive holds, in the year 2242.
_LAST_MOMENT: Final = 0o77777777777
_HASH_LENGTH: Final = 12


@dataclass(frozen=True, slots=True)
class Edition:
    """One state of the dataset: its version, its moment in seconds since 1970 UTC, its commit.

    `commit` is empty without git.
    """

    version: str
    moment: int
    commit: str = ""

    @property
    def is_final(self) -> bool:
        """Whether this is a published version and no build on the way to one."""
        return "-" not in self.version

    @property
    def time(self) -> str:
        """The moment in ISO 8601, to the second, in UTC."""
        return datetime.fromtimestamp(self.moment, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

    @property
    def day(self) -> str:
        """The day of the moment in UTC."""
        return self.time[:10]

    @property
    def year(self) -> int:
        """The year of the moment in UTC."""
        return int(self.time[:4])


def version_of(base: str, state: GitState | None) -> str:
    """Return the version of a state: the base itself only where a clean commit has its tag.

    Any other commit is on its way to the base: X.Y.Z-dev+g<hash>, with .dirty where files differ
    from it, and X.Y.Z-dev without git (Semantic Versioning 2.0.0, sections 9 and 10).
    """
    if state is None:
        return f"{base}-dev"
    if state.is_clean and f"v{base}" in state.tags:
        return base
    dirty = "" if state.is_clean else ".dirty"
    return f"{base}-dev+g{state.commit[:_HASH_LENGTH]}{dirty}"


def why_not_final(base: str, state: GitState | None) -> str:
    """Return what keeps a state from being the published version, or an empty text."""
    if state is None:
        return "there is no git here to say which commit this is"
    if not state.is_clean:
        return "files differ from the commit; commit them, or put them back"
    if f"v{base}" not in state.tags:
        others = f"; it has {', '.join(state.tags)}" if state.tags else ""
        return f"the commit has no tag v{base}, which dataset.json asks for{others}"
    return ""


def edition_of(base: str, state: GitState | None, epoch: str | None) -> Edition:
    """Return the edition; UndatedError where neither git nor SOURCE_DATE_EPOCH gives a moment."""
    version = version_of(base, state)
    commit = state.commit if state else ""
    if epoch is not None:
        return Edition(version, _moment(epoch), commit)
    if state is None:
        raise UndatedError(f"set {EPOCH} to seconds since 1970, or run this in a clone")
    return Edition(version, state.time, commit)


def read_state(root: Path, environment: Mapping[str, str] = os.environ) -> GitState | None:
    """Return the git state of a root; None without git, which only SOURCE_DATE_EPOCH excuses."""
    try:
        return git_state(root)
    except GitSilentError as silent:
        if environment.get(EPOCH):
            return None
        message = f"no commit says when this was made ({silent}); set {EPOCH} to seconds since 1970"
        raise UndatedError(message) from silent


def read_edition(root: Path, base: str, environment: Mapping[str, str] = os.environ) -> Edition:
    """Return the edition of a root as git and the environment tell it; UndatedError if neither."""
    return edition_of(base, read_state(root, environment), environment.get(EPOCH) or None)


def _moment(epoch: str) -> int:
    if re.fullmatch(r"[0-9]{1,10}", epoch) and int(epoch) <= _LAST_MOMENT:
        return int(epoch)
    raise UndatedError(f"{EPOCH} is {epoch!r}; write whole seconds since 1970")
