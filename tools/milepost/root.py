"""The root: the nearest folder upwards that holds dataset/dataset.json."""

from pathlib import Path

from milepost.errors import RootNotFoundError

MARK = Path("dataset/dataset.json")


def find_root(named: str | None) -> Path:
    """Return the named root, or the nearest one upwards; RootNotFoundError where there is none."""
    start = Path(named or ".").resolve()
    candidates = [start] if named else [start, *start.parents]
    for folder in candidates:
        if (folder / MARK).is_file():
            return folder
    where = f"{named!r} holds no {MARK}" if named else f"no folder upwards holds {MARK}"
    message = f"{where}; name the root with --root"
    raise RootNotFoundError(message)
