"""Single files: each is replaced at once, or not at all."""

import os
import tempfile
from pathlib import Path


def write_file(path: Path, content: bytes) -> None:
    """Write a file through a temporary one beside it, so that it is never half written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = written_beside(path, content)
    try:
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)


def write_if_new(path: Path, content: bytes) -> bool:
    """Write a file unless it says so already, and return whether it did not."""
    if path.is_file() and path.read_bytes() == content:
        return False
    write_file(path, content)
    return True


def create_file(path: Path, content: bytes) -> None:
    """Write a file that is not there yet, whole or not at all; FileExistsError where it is."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(exist_ok=False)
    try:
        write_file(path, content)
    except BaseException:
        path.unlink()
        raise


def append_file(path: Path, content: bytes) -> None:
    """Add to the end of a file that others write to as well, such as the summary of a CI job."""
    with path.open("ab") as stream:
        stream.write(content)


def written_beside(path: Path, content: bytes) -> Path:
    """Return a temporary file in the folder of a path, with the content and the usual mode."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".writing-")
    with os.fdopen(handle, "wb") as stream:
        stream.write(content)
    Path(name).chmod(0o644)
    return Path(name)
