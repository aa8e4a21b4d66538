"""The whole site, built in a process of its own, so that an edit meanwhile is shown at once."""

import signal
import sys
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from queue import SimpleQueue
from threading import Thread
from typing import Any, Self

from milepost.errors import MilepostError
from milepost.site.building import Built, build
from milepost.site.order import Order


@dataclass(frozen=True, slots=True)
class Refused:
    """What was said by a build that failed."""

    reason: str


class WholeSite:
    """Builds whenever it is asked, and puts what a build left into a queue; ends with its block."""

    def __init__(self, finished: SimpleQueue[Any]) -> None:
        # A fresh process: this one has threads, and a copy of it might wait for them for ever.
        context = get_context("spawn")
        self._asked, asked = context.Pipe()
        self._process = context.Process(target=_build_when_asked, args=(asked,), daemon=True)
        self._finished = finished

    def __enter__(self) -> Self:
        self._process.start()
        Thread(target=self._pass_on, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.join()

    def ask(self, order: Order) -> None:
        """Ask for a build; Built or Refused will be in the queue."""
        self._asked.send(order)

    def _pass_on(self) -> None:
        with suppress(EOFError):
            while True:
                self._finished.put(self._asked.recv())


def _build_when_asked(asked: Connection) -> None:
    # Whoever interrupts means the command, which ends this process: it leaves nothing half built.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())
    # Either is raised once the command is gone.
    with suppress(EOFError, BrokenPipeError):
        while True:
            order: Order = asked.recv()
            asked.send(_result(order))


def _result(order: Order) -> Built | Refused:
    try:
        return build(order)
    except MilepostError as broken:
        return Refused(str(broken))
