"""How long an edit takes under `milepost serve`: from the writing of the file to the new page."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final
from urllib.request import urlopen

from bench.folders import Generated
from milepost.writing.files import write_file

_BETWEEN: Final = 0.002
_PAUSE: Final = 2.0
_LONGEST: Final = 30.0


class NeverShownError(RuntimeError):
    """An edit was not on its page after half a minute."""


def edits_shown(folder: Generated, rounds: int, moment: int) -> list[float]:
    """Return the seconds that each of some edits took; the whole site is built beside all but one.

    The page is asked for again and again, as a browser that waits for it would not. `moment` is
    that of the edition, in seconds since 1970, since generated data is in no commit.
    """
    path = folder.paths("milestones")[folder.milestones // 2]
    before = path.read_bytes()
    identifier = re.search(rb'"id": "(mp-[^"]+)"', before)
    assert identifier  # noqa: S101 -- every milestone has one
    with _served(folder.root, moment) as address:
        page = f"{address}milestones/{identifier[1].decode()}.html"
        try:
            return [_shown(path, before, page, f"Edit {number}") for number in range(rounds)]
        finally:
            write_file(path, before)


def _shown(path: Path, before: bytes, page: str, words: str) -> float:
    begun = time.perf_counter()
    path.write_bytes(before.replace(b'"en": "', f'"en": "{words}: '.encode(), 1))
    while words not in _read(page):
        if time.perf_counter() - begun > _LONGEST:
            raise NeverShownError(page)
        time.sleep(_BETWEEN)
    took = time.perf_counter() - begun
    # Nobody saves again at once.
    time.sleep(_PAUSE)
    return took


def _read(page: str) -> str:
    with urlopen(page) as answer:  # noqa: S310 -- the address of our own server
        return str(answer.read().decode())


@contextmanager
def _served(root: Path, moment: int) -> Iterator[str]:
    """Serve a root from a process of its own, and give the address once the site is built."""
    command = (sys.executable, "-m", "milepost", "serve", "--root", str(root), "--port", "0")
    ours = {"PYTHONPATH": str(Path(__file__).parents[2]), "SOURCE_DATE_EPOCH": str(moment)}
    process = subprocess.Popen(  # noqa: S603 -- our own command
        command,
        env={**os.environ, **ours},
        stdout=subprocess.PIPE,
        text=True,
        preexec_fn=_may_be_interrupted,  # noqa: PLW1509 -- the bench has no threads
    )
    assert process.stdout  # noqa: S101 -- it is a pipe
    try:
        address = re.search(r"http://\S+/", process.stdout.readline())
        assert address  # noqa: S101 -- the first line names it
        if not any("whole site built" in line for line in iter(process.stdout.readline, "")):
            raise NeverShownError(address[0])
        yield address[0]
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate()


def _may_be_interrupted() -> None:
    """Let the process end by an interrupt also where a shell has the bench in its background."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
