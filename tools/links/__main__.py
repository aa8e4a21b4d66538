"""`make links`, or `python -m links`: ask for the addresses of sources, and tell which are lost.

It needs the network, so no check, site or release rests on it.
"""

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import chain

from links.address import Address, by_host
from links.answer import Answer, answer
from milepost.errors import MilepostError
from milepost.loading import clean
from milepost.root import find_root

_HOSTS_AT_ONCE = 8


def main(words: Sequence[str] | None = None) -> int:
    """Tell each address that does not answer as it was recorded; 1 where one is lost to readers.

    One that is gone and has an archived copy is told, and not lost.
    """
    options = _parser().parse_args(words)
    try:
        hosts = by_host(clean(find_root(options.root)).dataset)
    except MilepostError as broken:
        sys.stderr.write(f"links: {broken}\n")
        return 2
    asked = partial(_answers, seconds=options.seconds, pause=options.pause)
    counts, lost = Counter[str](), 0
    with ThreadPoolExecutor(_HOSTS_AT_ONCE) as pool:
        for address, found in chain.from_iterable(pool.map(asked, hosts)):
            counts[found.state] += 1
            lost += found.state == "gone" and not address.archived
            _say("" if found.state == "there" else f"{line(address, found)}\n")
    told = ", ".join(f"{number:,} {state}" for state, number in counts.items())
    _say(f"{counts.total():,} addresses: {told}\n")
    return 1 if lost else 0


def _say(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


def line(address: Address, found: Answer) -> str:
    """Return what to tell of an address: its file, its state, what was said, and what is left."""
    said = f" to {found.said}" if found.state == "moved" else f" ({found.said})"
    copy = f"; archived copy: {address.archived}" if address.archived else ""
    hint = "; record an archived copy of it" if found.state == "gone" and not copy else copy
    return f"{address.path}: {address.url}: {found.state}{said}{hint}"


def _answers(host: list[Address], seconds: float, pause: float) -> list[tuple[Address, Answer]]:
    return list(_one_by_one(host, seconds, pause))


def _one_by_one(
    host: list[Address], seconds: float, pause: float
) -> Iterator[tuple[Address, Answer]]:
    for position, address in enumerate(host):
        time.sleep(pause if position else 0)
        yield address, answer(address.url, seconds)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="links", description="Which addresses still answer.")
    parser.add_argument("--root", metavar="DIR", help="the folder that holds dataset/")
    parser.add_argument("--seconds", type=float, default=20, help="to wait (default: 20)")
    parser.add_argument(
        "--pause", type=float, default=1, help="seconds between two questions to one host"
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
