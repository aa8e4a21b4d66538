"""Work that a process of its own does while this one does something else."""

import marshal
import os
import sys
from collections.abc import Callable
from typing import Any, Never, TypeVar

Answer = TypeVar("Answer")


def meanwhile(work: Callable[[], Answer]) -> Callable[[], Answer]:
    """Begin work in a forked process and return how to wait for its answer, once.

    An answer is made of plain values: numbers, text, bytes, and tuples, sets and dicts of them.
    Where a system cannot fork, or the work failed there, it is done here when its answer is asked
    for; so whatever is wrong is raised here.
    """
    if not hasattr(os, "fork") or _has_threads():
        return work
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        _do(work, writing)
    os.close(writing)

    def answer() -> Answer:
        with open(reading, "rb") as stream:  # noqa: PTH123 -- a pipe has no path
            raw = stream.read()
        _, status = os.waitpid(child, 0)
        if status:
            return work()
        made: Any = marshal.loads(raw)  # noqa: S302 -- from a process that was made here
        return made  # type: ignore[no-any-return]  # marshal gives back what it took

    return answer


def _has_threads() -> bool:
    """Return whether other threads run here; what they hold locked would stay so in a fork."""
    threading = sys.modules.get("threading")
    return threading is not None and threading.active_count() > 1


def _do(work: Callable[[], object], writing: int) -> Never:
    """Answer through a pipe and end, leaving what this process has opened to its parent."""
    status = 1
    try:
        with open(writing, "wb") as stream:
            made: Any = work()
            stream.write(marshal.dumps(made))
        status = 0
    finally:
        os._exit(status)
