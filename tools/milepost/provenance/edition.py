"""An edition: a version number, a git state and SOURCE_DATE_EPOCH in, what a release says out."""

import json
import os
import re
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Final

from milepost.errors import GitSilentError, UndatedError
from milepost.provenance.git import GitState, git_state
from milepost.reading.tree import Folder

EPOCH: Final = "SOURCE_DATE_EPOCH"
# The file beside the data in an installed package, which has no git to ask.
ENCLOSED: Final = "edition.json"
# The last second that the header of a tar archive holds, in the year 2242.
_LAST_MOMENT: Final = 0o77777777777
_HASH_LENGTH: Final = 12


@dataclass(frozen=True, slots=True)
class Edition:
    """One state of the dataset: its version, its moment in seconds since 1970 UTC, its commit.

    `commit` is empty without git; `obstacle` says what keeps it from being a published version,
    and is empty where it is one; `doi` is empty unless one was reserved for it.
    """

    version: str
    moment: int
    commit: str = ""
    obstacle: str = ""
    doi: str = ""

    @property
    def is_final(self) -> bool:
        """Whether this is a published version and no build on the way to one."""
        return not self.obstacle

    @property
    def time(self) -> str:
        """The moment in ISO 8601, to the second, in UTC."""
        return _in_words(self.moment)

    @property
    def day(self) -> str:
        """The day of the moment in UTC."""
        return self.time[:10]

    @property
    def year(self) -> int:
        """The year of the moment in UTC."""
        return int(self.time[:4])


@cache
def _in_words(moment: int) -> str:
    return datetime.fromtimestamp(moment, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def obstacle_of(base: str, state: GitState | None) -> str:
    """Return what keeps a state from being the published version of a number, or an empty text."""
    if state is None:
        return "there is no git here to say which commit this is"
    if not state.is_clean:
        return "files differ from the commit: commit them, or put them back"
    if f"v{base}" not in state.tags:
        others = f"; it has {', '.join(state.tags)}" if state.tags else ""
        return f"the commit has no tag v{base}, for the version that dataset.json names{others}"
    return ""


def version_of(base: str, state: GitState | None) -> str:
    """Return the version of a state: the base itself only where a clean commit has its tag.

    Any other state is on its way to the base: X.Y.Z-dev+g<hash>, with .dirty where files differ
    from the commit, and X.Y.Z-dev without git (Semantic Versioning 2.0.0, sections 9 and 10).
    """
    if not obstacle_of(base, state):
        return base
    if state is None:
        return f"{base}-dev"
    dirty = "" if state.is_clean else ".dirty"
    return f"{base}-dev+g{state.commit[:_HASH_LENGTH]}{dirty}"


def edition_of(base: str, state: GitState | None, epoch: str) -> Edition:
    """Return the edition of a state of the version `base`.

    `epoch` is the value of SOURCE_DATE_EPOCH, which goes before the time of the commit, or empty;
    UndatedError where it is no number of seconds, or where there is neither.
    """
    if not epoch and state is None:
        raise UndatedError(f"neither a commit nor {EPOCH} says when this was made")
    moment = _moment(epoch) if epoch else state.time if state else 0
    commit = state.commit if state else ""
    return Edition(version_of(base, state), moment, commit, obstacle_of(base, state))


def read_edition(root: Path, base: str) -> Edition:
    """Return the edition of a root: the one that is enclosed, else that of git and the epoch.

    UndatedError where there is none of them.
    """
    enclosed = _enclosed(root)
    if enclosed:
        return enclosed
    epoch = os.environ.get(EPOCH, "")
    try:
        state = git_state(root)
    except GitSilentError as silent:
        if not epoch:
            message = (
                f"no commit says when this was made ({silent}); set {EPOCH}, in seconds since 1970"
            )
            raise UndatedError(message) from silent
        state = None
    return edition_of(base, state, epoch)


def as_enclosed(edition: Edition) -> bytes:
    """Return the file that a build lays beside the data of a package."""
    return (json.dumps(asdict(edition), indent=2, ensure_ascii=False) + "\n").encode()


def _enclosed(root: Path) -> Edition | None:
    try:
        return Edition(**json.loads(Folder(root).read(ENCLOSED)))
    except FileNotFoundError:
        return None
    except (ValueError, TypeError) as broken:
        message = f"{root / ENCLOSED} is not as a build writes it; install milepost again"
        raise UndatedError(message) from broken


def _moment(epoch: str) -> int:
    if re.fullmatch(r"[0-9]{1,10}", epoch) and int(epoch) <= _LAST_MOMENT:
        return int(epoch)
    raise UndatedError(f"{EPOCH} is {epoch!r}; write whole seconds since 1970")
