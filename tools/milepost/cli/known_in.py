"""The view of an earlier release, for `show --known-in`, and what is to be said of it first."""

import sys
from pathlib import Path

from milepost.changes.sides import side_of_release
from milepost.changes.telling import withdrawal
from milepost.errors import NotThereError
from milepost.reading.ledgers import ledger_at
from milepost.root import own_root
from milepost.rules.view import View
from milepost.suggestions import suggestion

_ARCHIVE = ".tar.gz"


def view_known_in(version: str, releases: Path, root: str | None) -> View:
    """Return the view of a release in a folder of releases, and mark it where it was withdrawn.

    NotThereError where the folder has no such release, with those that it has.
    """
    here = own_root(root)
    found = _places(releases)
    if version not in found:
        there_are = f"it holds {', '.join(sorted(found))}" if found else "it holds no release"
        hint = suggestion(version, found, there_are)
        raise NotThereError(f"there is no release {version!r} in {releases}; {hint}")
    path = found[version]
    side = side_of_release(here, path, str(path))
    # Beside the answer and not in it, so that a program reads the record alone.
    print(f"milepost: as version {side.version} had it ({path})", file=sys.stderr)
    ledger = ledger_at(here, version)
    if "withdrawn" in ledger:
        print(f"milepost: {withdrawal(version, ledger['withdrawn'])}", file=sys.stderr)
    return side.view


def _places(releases: Path) -> dict[str, Path]:
    """Return the releases in a folder by version; a folder goes before the archive of it."""
    if not releases.is_dir():
        raise NotThereError(f"there is no folder {releases}; name that of the releases")
    entries = sorted(releases.iterdir(), key=lambda path: path.is_dir())
    found = {}
    for path in entries:
        name = path.name.removesuffix(_ARCHIVE)
        if path.is_dir() or name != path.name:
            found[name.partition("-")[2]] = path
    return {version: path for version, path in found.items() if version[:1].isdigit()}
