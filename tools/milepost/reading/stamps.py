"""Whether files are the same as before: size and time of one, a hash of the whole program."""

import os
from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path

Stamp = tuple[int, int]
NO_FILE: Stamp = (0, 0)

_PROGRAM = Path(__file__).parents[1]
# Those that lay out pages; what the theme makes of them is seen on a page.
_OTHERS = ("jinja2", "markupsafe")
_SHOWING = (".py", ".html")


def stamp_of(folder: Path, name: str) -> Stamp:
    """Return the size of a file and its time in nanoseconds; NO_FILE where there is none."""
    try:
        found = os.stat(f"{folder}/{name}")  # noqa: PTH116 -- a Path costs as much as the file
    except OSError:
        return NO_FILE
    return found.st_size, found.st_mtime_ns


@cache
def program_hash() -> bytes:
    """Return a hash of the modules and templates of this program and of what they lay out with."""
    made = blake2b(repr([version(name) for name in _OTHERS]).encode())
    paths = (f"{folder}/{name}" for folder, _, names in os.walk(_PROGRAM) for name in names)
    for path in sorted(path for path in paths if path.endswith(_SHOWING)):
        made.update(Path(path).read_bytes())
    return made.digest()


def content_of(path: Path) -> bytes:
    """Return what a file that a build has left holds; nothing where there is none."""
    try:
        return path.read_bytes()
    except OSError:
        return b""
