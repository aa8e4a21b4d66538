"""Which files change: folders in, the path of each changed file below them into a queue."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import SimpleQueue
from typing import Any

from watchdog.events import (
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer

# Not that a file was opened or read: a build reads all of them.
_CHANGES: list[type[FileSystemEvent]] = [
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
]


@contextmanager
def watched(folders: Collection[Path], changed: SimpleQueue[Any]) -> Iterator[None]:
    """Put the path of each file that changes below some folders into a queue, in this block."""
    observer = Observer()
    for folder in folders:
        observer.schedule(_Into(changed), str(folder), recursive=True, event_filter=_CHANGES)
    observer.start()
    try:
        yield
    finally:
        observer.stop()
        observer.join()


class _Into(FileSystemEventHandler):
    def __init__(self, changed: SimpleQueue[Any]) -> None:
        self._changed = changed

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Pass on both names of a file that was moved."""
        for name in filter(None, (event.src_path, event.dest_path)):
            self._changed.put(Path(str(name)))
