"""`make bench`, or `python -m bench`: measure, and print the figures beside what they are to be."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from importlib import import_module
from itertools import chain
from pathlib import Path

from bench.figures import Figure, exit_code, table
from bench.folders import generated
from bench.generator.lexicon import SIZES
from bench.generator.properties import properties_of
from bench.measures.settings import Settings
from bench.record import recorded
from milepost.writing.files import write_file

MEASURES = {
    "check": "checking",
    "peers": "peers",
    "growth": "growth",
    "one-file": "one_file",
    "import": "importing",
    "edtf": "edtf_dates",
    "spans": "spans",
    "site": "site",
    "release": "release",
}
RECORD = "docs/numbers.json"
_SIZES = (1_000, 10_000)
_ROOT = Path(__file__).parents[2]


def main(words: Sequence[str] | None = None) -> int:
    """Measure what was asked for and print it; 1 where a bound that must hold is missed."""
    options = _parser().parse_args(words)
    settings = Settings(_ROOT, options.sizes, options.rounds)
    for line in _about(settings):
        _say(line)
    found: dict[str, list[Figure]] = {}
    for line in table(_measured(options.only or list(MEASURES), settings, found)):
        _say(line)
    if options.record:
        _record(found)
    return exit_code(chain.from_iterable(found.values()))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    sizes = parser.add_argument(
        "--sizes", type=int, nargs="+", default=_SIZES, help="in milestones (default: 1000 10000)"
    )
    sizes.metavar = "N"
    parser.add_argument("--rounds", type=int, default=5, help="of each thing (default: 5)")
    parser.add_argument("--only", nargs="+", choices=MEASURES, help="only these (default: all)")
    parser.add_argument(
        "--record", action="store_true", help=f"write the figures to {RECORD} as well"
    )
    return parser


def _about(settings: Settings) -> Iterator[str]:
    """Yield what is measured and how, for the head of the table."""
    folder = generated(settings.root, max(settings.sizes))
    known = ", ".join(f"{number:,} {language}" for language, number in SIZES.items())
    yield "Generated data, in the layout of dataset/:"
    for line in properties_of(folder.contents("milestones")).lines():
        yield f"  {line}"
    yield f"  words that texts are drawn from: {known}"
    yield "Medians of interleaved rounds; CPU is user and system time together."
    yield "The floor is reading and parsing the same files with orjson, and nothing else."
    yield ""


def _measured(
    names: Sequence[str], settings: Settings, found: dict[str, list[Figure]]
) -> Iterator[Figure]:
    """Yield each figure as soon as it is known, and keep it under the name of its measure."""
    for name in names:
        for figure in import_module(f"bench.measures.{MEASURES[name]}").measure(settings):
            found.setdefault(name, []).append(figure)
            yield figure


def _record(found: dict[str, list[Figure]]) -> None:
    path = _ROOT / RECORD
    before = path.read_text("utf-8") if path.exists() else ""
    write_file(path, recorded(before, found, datetime.now(UTC).date().isoformat()).encode())
    _say(f"\n{RECORD} has these figures now.")


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
