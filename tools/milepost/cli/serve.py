"""`milepost serve`: show the site on this machine, and each edit as soon as it is saved."""

import argparse
import sys
import time
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, Any

from milepost.cli import CLEAN
from milepost.cli.site import day
from milepost.errors import PortRefusedError
from milepost.root import find_root

if TYPE_CHECKING:
    from milepost.site.serving.desk import Desk
    from milepost.site.serving.server import Server

_WATCHED = ("dataset", "docs", "schema")
# In which an editor writes the files of one save.
_SECONDS_OF_A_SAVE = 0.01


def register(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("--port", type=int, default=8000, help="default: 8000")
    parser.add_argument(
        "--as-of", metavar="DAY", default="", help="the day of the status (default: the commit's)"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Serve until interrupted."""
    from milepost.site.order import Order
    from milepost.site.serving.desk import Desk
    from milepost.site.serving.watching import watched
    from milepost.site.serving.whole_site import WholeSite

    root = find_root(options.root)
    order = Order(root, root / "build" / "served", day(options.as_of), live=True)
    news = SimpleQueue[Any]()
    with (
        watched([root / name for name in _WATCHED if (root / name).is_dir()], news),
        _server(order.out, options.port) as server,
        WholeSite(news) as whole,
    ):
        Thread(target=server.serve_forever, daemon=True).start()
        _say(f"{server.address} shows the site once it is built (Ctrl+C ends it)")
        desk = Desk(order, whole, server.tell, _say)
        desk.look()
        with suppress(KeyboardInterrupt):
            while True:
                while desk.is_behind and news.empty():
                    desk.go_on()
                _take(desk, root, news)
        server.shutdown()
    return CLEAN


def _server(folder: Path, port: int) -> "Server":
    """Return a server on a port of this machine; PortRefusedError where it cannot be had."""
    from milepost.site.serving.server import Server

    try:
        return Server(folder, port)
    except OverflowError as refused:
        raise PortRefusedError(f"--port {port}: ports are 0 to 65535") from refused
    except OSError as refused:
        message = f"--port {port} cannot be had: {refused.strerror}; name another, such as --port "
        raise PortRefusedError(f"{message}{port + 1}") from refused


def _take(desk: "Desk", root: Path, news: SimpleQueue[Any]) -> None:
    """Wait for news and let the desk take in all that came together."""
    from milepost.site.building import Built

    found = [news.get()]
    if isinstance(found[0], Path):
        time.sleep(_SECONDS_OF_A_SAVE)
    with suppress(Empty):
        while True:
            found.append(news.get_nowait())
    paths = {p.relative_to(root).as_posix() for p in found if isinstance(p, Path)}
    shown = {path for path in paths if not path.rpartition("/")[2].startswith(".")}
    if shown:
        desk.changed(sorted(shown))
    for each in found:
        if isinstance(each, Built):
            desk.built(each)
        elif not isinstance(each, Path):
            desk.refused(each.reason)


def _say(text: str) -> None:
    print(text, file=sys.stdout, flush=True)
