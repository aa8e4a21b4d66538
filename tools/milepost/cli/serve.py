"""`milepost serve`: show the site on this machine, and build it again when a file has changed."""

import argparse
import sys
import time
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from milepost.cli import CLEAN
from milepost.cli.site import run as build_site
from milepost.errors import MilepostError
from milepost.root import find_root

WATCHED = ("dataset", "docs", "schema")
HOST = "127.0.0.1"


def register(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("--port", type=int, default=8000, help="default: 8000")
    parser.add_argument(
        "--as-of", metavar="DAY", default="", help="the day of the status (default: the commit's)"
    )
    parser.set_defaults(run=run, out=None)


def run(options: argparse.Namespace) -> int:
    """Serve until interrupted."""
    root = find_root(options.root)
    out = root / "dist" / "site"
    _build(options)
    handler = partial(_Quiet, directory=str(out))
    with ThreadingHTTPServer((HOST, options.port), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        print(f"http://{HOST}:{server.server_address[1]}/ (Ctrl+C ends it)", flush=True)
        try:
            _watch(root, options)
        except KeyboardInterrupt:
            server.shutdown()
    return CLEAN


def _watch(root: Path, options: argparse.Namespace) -> None:
    seen = set(_states(root))
    while True:
        time.sleep(0.5)
        now = set(_states(root))
        if now != seen:
            seen = now
            _build(options)


def _build(options: argparse.Namespace) -> None:
    try:
        build_site(options)
    except MilepostError as broken:
        print(f"milepost: {broken}", file=sys.stderr)


def _states(root: Path) -> Iterator[tuple[str, int, int]]:
    """Yield each watched file with its size and the time of its last change."""
    for folder in WATCHED:
        for path in (root / folder).rglob("*"):
            if path.is_file():
                state = path.stat()
                yield str(path), state.st_size, state.st_mtime_ns


class _Quiet(SimpleHTTPRequestHandler):
    """Serves files and keeps no log of them."""

    def log_message(self, *_: object) -> None:
        """Say nothing: the terminal shows what was built."""
