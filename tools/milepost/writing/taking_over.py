"""Files that a fresh folder takes over from an old one, with their times."""

import filecmp
import os
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path


def take_over(names: Iterable[str], old: Path, fresh: Path) -> None:
    """Lay files of an old folder into a fresh one as they are, with their times."""
    for name in names:
        source, target = f"{old}/{name}", f"{fresh}/{name}"
        try:
            _link(source, target)
        except FileNotFoundError:
            Path(target).parent.mkdir(parents=True, exist_ok=True)
            _link(source, target)


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except FileNotFoundError:
        raise
    except FileExistsError:
        # Whoever asked for it twice means the same file.
        return
    except OSError:
        # Not every disk knows a file by two names.
        shutil.copy2(source, target)


def keep_times(fresh: Path, old: Path) -> tuple[str, ...]:
    """Give files that say what those of their names in an old folder say the times of these.

    The names of the others are returned, relative to the folder.
    """
    names = _names_apart(str(fresh), str(old))
    return tuple(
        name
        for name, was_there in names
        if not (was_there and _keeps_time(f"{fresh}/{name}", f"{old}/{name}"))
    )


def _names_apart(fresh: str, old: str, above: str = "") -> Iterator[tuple[str, bool]]:
    """Yield the names of files in a folder that are not those very files in an old one too.

    With each comes whether the old one has something of that name.
    """
    then = _numbers_in(f"{old}/{above}")
    with os.scandir(f"{fresh}/{above}") as entries:
        for entry in entries:
            name = f"{above}{entry.name}"
            if entry.is_dir():
                yield from _names_apart(fresh, old, f"{name}/")
            elif then.get(entry.name) != entry.inode():
                yield name, entry.name in then


def _numbers_in(folder: str) -> dict[str, int]:
    """Return the number by which the disk knows each entry of a folder, if there is one."""
    try:
        with os.scandir(folder) as entries:
            return {entry.name: entry.inode() for entry in entries}
    except (FileNotFoundError, NotADirectoryError):
        return {}


def _keeps_time(path: str, old: str) -> bool:
    try:
        then, now = os.stat(old), os.stat(path)  # noqa: PTH116 -- a Path costs as much as the file
    except (FileNotFoundError, NotADirectoryError):
        return False
    if then.st_size != now.st_size or not filecmp.cmp(path, old, shallow=False):
        return False
    os.utime(path, ns=(then.st_atime_ns, then.st_mtime_ns))
    return True
