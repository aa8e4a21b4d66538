"""The site on this machine: its files, and which of them changed as events for the open pages."""

import json
from collections.abc import Collection
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from queue import Empty, SimpleQueue

# This machine alone: nobody else reads what is not finished.
HOST = "127.0.0.1"
CHANGES = "/changes"
_SECONDS_OF_SILENCE = 15


class Server(ThreadingHTTPServer):
    """Serves a folder, and tells every page that listens what has changed."""

    daemon_threads = True

    def __init__(self, folder: Path, port: int) -> None:
        self._listening: list[SimpleQueue[Collection[str]]] = []
        super().__init__((HOST, port), partial(_Handler, directory=str(folder)))

    @property
    def address(self) -> str:
        """The address of the home page."""
        return f"http://{HOST}:{self.server_address[1]}/"

    def tell(self, files: Collection[str]) -> None:
        """Tell which files have changed, by their names relative to the folder."""
        for queue in tuple(self._listening):
            queue.put(files)

    def listen(self) -> SimpleQueue[Collection[str]]:
        """Return a queue of what is told from now on."""
        queue = SimpleQueue[Collection[str]]()
        self._listening.append(queue)
        return queue

    def leave(self, queue: SimpleQueue[Collection[str]]) -> None:
        """Tell a queue nothing more."""
        self._listening.remove(queue)


class _Handler(SimpleHTTPRequestHandler):
    """Serves files that a browser asks for each time, and keeps no log of them."""

    server: Server

    def do_GET(self) -> None:
        """Serve a file, or the changes for as long as somebody listens."""
        if self.path == CHANGES:
            self._tell_changes()
        else:
            super().do_GET()

    def end_headers(self) -> None:
        """Let nothing be kept: two edits within a second have the same time."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def _tell_changes(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        queue = self.server.listen()
        try:
            while True:
                self.wfile.write(_next_event(queue))
                self.wfile.flush()
        except ConnectionError:
            self.close_connection = True
        finally:
            self.server.leave(queue)

    def log_message(self, *_: object) -> None:
        """Say nothing: the terminal shows what was built."""


def _next_event(queue: SimpleQueue[Collection[str]]) -> bytes:
    """Return the next event; after a while without one a comment, which finds out who has left."""
    try:
        return f"data: {json.dumps(list(queue.get(timeout=_SECONDS_OF_SILENCE)))}\n\n".encode()
    except Empty:
        return b":\n\n"
