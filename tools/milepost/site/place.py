"""Where a site may be built: it takes the place of a whole folder, so of none that holds more."""

from pathlib import Path
from typing import Final

from milepost.errors import MilepostError

# What a site is made from, and what a build leaves for the next one.
_SOURCES: Final = ("dataset", "docs", "schema", "build/site")
# Every site has it, and hardly any other folder.
_MARK: Final = "objects.inv"
_REPOSITORY: Final = ".git"
_ELSEWHERE: Final = "name a folder that is new, empty or a site already"


class PlaceTakenError(MilepostError):
    """A folder was named that a site cannot take the place of without something being lost."""


def hold_free(out: Path, root: Path) -> None:
    """Return where a site of a root may take the place of a folder; else raise PlaceTakenError.

    Both paths are absolute and resolved.
    """
    if lost := _lost(out, root):
        message = f"a site takes the place of a whole folder, and {out} {lost}; {_ELSEWHERE}"
        raise PlaceTakenError(message)


def _lost(out: Path, root: Path) -> str:
    """Return in words what the place of a site would cost, empty where nothing."""
    if root.is_relative_to(out):
        return "holds the dataset"
    for name in _SOURCES:
        if out.is_relative_to(root / name):
            return f"lies in {name}, from which sites are made"
    if out.exists() and not out.is_dir():
        return "is a file"
    names = sorted(path.name for path in out.iterdir()) if out.is_dir() else []
    if _REPOSITORY in names:
        return "is a repository of git"
    return f"holds {names[0]} and is no site" if names and _MARK not in names else ""
