"""A program in a pseudo-terminal: what is typed, key by key, and what then stands on the screen."""

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

PROMPT: Final = "> "
# What was started in the background inherits that it ignores Ctrl-C; a program in front does not.
IN_FRONT: Final = (
    "import os, signal, sys; signal.signal(signal.SIGINT, signal.SIG_DFL); "
    "os.execvp(sys.argv[1], sys.argv[1:])"
)
# A program gets its terminal as a shell gives it: as the one that its keys interrupt.
_IN_TERMINAL: Final = f"import fcntl, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0); {IN_FRONT}"
_ESCAPES: Final = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x07")
# Seconds without a sign of life, on a machine that has much else to do.
_LONGEST_SILENCE: Final = 60


class Session(NamedTuple):
    """What a person saw, and the code that the program ended with."""

    screen: str
    code: int


def in_terminal(
    words: Sequence[str], keys: Sequence[str], folder: Path, environment: Mapping[str, str]
) -> Session:
    """Run a program, answer its prompts in turn with keys, and return what was seen.

    A prompt that comes when all is answered meets the end of the input, Ctrl-D.
    """
    master, slave = pty.openpty()
    # Lines wrap nowhere, so that they can be compared.
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 2000, 0, 0))
    process = subprocess.Popen(
        [sys.executable, "-c", _IN_TERMINAL, *words],
        stdin=slave,
        stdout=slave,
        stderr=slave,
        cwd=folder,
        env={**os.environ, "TERM": "dumb", "LC_ALL": "C.UTF-8", "HOME": str(folder), **environment},
        start_new_session=True,
    )
    os.close(slave)
    try:
        screen = _conversation(master, list(keys))
        return Session(screen, process.wait(timeout=_LONGEST_SILENCE))
    finally:
        os.close(master)
        process.kill()
        process.wait()


def _conversation(master: int, keys: list[str]) -> str:
    seen, answered, last = b"", 0, time.monotonic() + _LONGEST_SILENCE
    while time.monotonic() < last:
        ready, _, _ = select.select([master], [], [], 0.5)
        if ready:
            try:
                chunk = os.read(master, 1 << 16)
            except OSError:
                break
            if not chunk:
                break
            seen += chunk
            last = time.monotonic() + _LONGEST_SILENCE
        prompts = len(re.findall(rb"(?:^|\n)> ", seen))
        if prompts > answered and seen.endswith(PROMPT.encode()):
            answered = prompts
            os.write(master, (keys.pop(0) if keys else "\x04").encode())
    return _ESCAPES.sub("", seen.decode()).replace("\r\n", "\n").replace("\r", "\n")
