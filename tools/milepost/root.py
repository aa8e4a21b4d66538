"""The root: the nearest folder upwards that holds dataset/dataset.json, or the packaged data."""

from pathlib import Path

from milepost.errors import RootNotFoundError

MARK = Path("dataset/dataset.json")
# What an installed package brings; a checkout has no such folder.
PACKAGED = Path(__file__).parent / "data"


def find_root(named: str | None) -> Path:
    """Return the named root, or the nearest one upwards; RootNotFoundError where there is none."""
    start = Path(named or ".").resolve()
    candidates = [start] if named else [start, *start.parents]
    for folder in candidates:
        if (folder / MARK).is_file():
            return folder
    if named:
        raise RootNotFoundError(f"{named!r} holds no {MARK}; --root takes the folder of dataset/")
    raise RootNotFoundError(
        f"no folder upwards holds {MARK}; this needs a checkout of the repository:"
        " run it there, or name the folder with --root"
    )


def root_to_read(named: str | None) -> Path:
    """Return the named root, else the nearest one upwards, else what an installed package brings.

    RootNotFoundError where there is none. Nothing is ever written to packaged data.
    """
    try:
        return find_root(named)
    except RootNotFoundError:
        if named is None and is_packaged():
            return PACKAGED
        raise


def own_root(named: str | None = None) -> Path:
    """Return the named root, else the one that an installed package brings, else the nearest."""
    return PACKAGED if named is None and is_packaged() else find_root(named)


def is_packaged() -> bool:
    """Return whether this is an installed package with its data."""
    return (PACKAGED / MARK).is_file()
