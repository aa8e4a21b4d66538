"""`milepost serve` for tests: a process that serves a root, and what it says."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO
from urllib.request import urlopen

from sites import MOMENT, ROOT
from terminal import IN_FRONT

# A machine that is busy takes long to build a site.
PATIENCE = 120
_SERVE = (sys.executable, "-m", "milepost", "serve")


class Served:
    """A site that is served: its address, and what was said of it so far."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        assert process.stdout
        self._process, self._said = process, process.stdout
        self.address = ""
        self.address = str(re.search(r"http://\S+/", self.hears("http://"))[0])  # type: ignore[index] # it was heard

    def hears(self, words: str) -> str:
        """Return the next line that holds some words."""
        return next(line for line in self._said if words in line)

    def page(self, name: str) -> str:
        with urlopen(self.address + name) as answer:  # noqa: S310 -- our own server
            return str(answer.read().decode())

    def events(self) -> IO[bytes]:
        """Return the stream of what is told to pages."""
        answer: IO[bytes] = urlopen(f"{self.address}changes", timeout=PATIENCE)  # noqa: S310 -- as above
        return answer

    def interrupt(self) -> int:
        """Press Ctrl+C, and return the exit code."""
        self._process.send_signal(signal.SIGINT)
        return self._process.wait(PATIENCE)


@contextmanager
def served(root: Path) -> Iterator[Served]:
    """Serve a root, and go on once its site is built."""
    process = subprocess.Popen(
        [sys.executable, "-c", IN_FRONT, *_SERVE, "--root", str(root), "--port", "0"],
        env={**os.environ, "PYTHONPATH": str(ROOT / "tools"), "SOURCE_DATE_EPOCH": str(MOMENT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        site = Served(process)
        site.hears("whole site built")
        yield site
    finally:
        process.terminate()
        process.communicate()


def until(is_so: Callable[[], bool]) -> float:
    """Wait until something is so, and return how many seconds it took; fail if it never is."""
    begun = time.perf_counter()
    while not is_so():
        assert time.perf_counter() - begun < PATIENCE
        time.sleep(0.002)
    return time.perf_counter() - begun
