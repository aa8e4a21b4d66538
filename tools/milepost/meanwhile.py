"""Work that a process of its own does while this one does something else."""

import marshal
import os
import sys
from collections.abc import Callable
from typing import IO, Any, Generic, Never, TypeVar

Answer = TypeVar("Answer")


class Meanwhile(Generic[Answer]):
    """Work that has begun in another process, or waits here until its answer is asked for."""

    def __init__(
        self, work: Callable[[], Answer], child: int = 0, pipe: IO[bytes] | None = None
    ) -> None:
        """Hold the work, and where it has begun the process with the pipe of its answer."""
        self._work, self._child, self._pipe = work, child, pipe

    def __call__(self) -> Answer:
        """Wait for the answer, once; what is wrong with the work is raised here."""
        if not (self._child and self._pipe):
            return self._work()
        raw = self._pipe.read()
        if self._ended():
            return self._work()
        made: Any = marshal.loads(raw)  # noqa: S302 -- from a process that was made here
        return made  # type: ignore[no-any-return]  # marshal gives back what it took

    def give_up(self) -> None:
        """End the work, wherever it has come to, unless its answer has been given."""
        if self._child:
            from signal import SIGTERM  # noqa: PLC0415 -- hardly anything is given up

            os.kill(self._child, SIGTERM)
            self._ended()

    def _ended(self) -> int:
        """Wait until the other process is over and return its status."""
        status = os.waitpid(self._child, 0)[1]
        self._child = 0
        if self._pipe:
            self._pipe.close()
        return status


def meanwhile(work: Callable[[], Answer]) -> Meanwhile[Answer]:
    """Begin work in a forked process and return how to wait for its answer.

    An answer is made of plain values: numbers, text, bytes, and tuples, lists, sets and dicts of
    them. Where a system cannot fork, or the work failed there, it is done here when its answer is
    asked for; so whatever is wrong is raised here.
    """
    if not hasattr(os, "fork") or _has_threads():
        return Meanwhile(work)
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        _do(work, writing)
    os.close(writing)
    return Meanwhile(work, child, open(reading, "rb"))  # noqa: PTH123 -- a pipe has no path


def _has_threads() -> bool:
    """Return whether other threads run here; what they hold locked would stay so in a fork."""
    threading = sys.modules.get("threading")
    return threading is not None and threading.active_count() > 1


def _do(work: Callable[[], object], writing: int) -> Never:
    """Answer through a pipe and end, leaving what this process has opened to its parent."""
    import signal  # noqa: PLC0415 -- the other process need not wait for it

    status = 1
    try:
        # Whoever gives the work up wants its `finally` done too, and Ctrl-C is for who began it.
        signal.signal(signal.SIGTERM, lambda *_: sys.exit())
        signal.signal(signal.SIGINT, lambda *_: None)
        with open(writing, "wb") as stream:
            made: Any = work()
            stream.write(marshal.dumps(made))
        status = 0
    finally:
        os._exit(status)
