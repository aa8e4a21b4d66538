"""`make bench`, or `python -m bench`: measure, and print the figures beside what they are to be."""

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from bench.figures import Figure, table
from bench.folders import generated
from bench.generator.lexicon import SIZES
from bench.generator.properties import properties_of
from bench.measures.settings import Settings

MEASURES = {
    "check": "checking",
    "peers": "peers",
    "growth": "growth",
    "one-file": "one_file",
    "edtf": "edtf_dates",
    "spans": "spans",
}
_SIZES = (1_000, 10_000)


def main(words: Sequence[str] | None = None) -> int:
    """Measure what was asked for and print it; 1 where a bound that must hold is missed."""
    options = _parser().parse_args(words)
    settings = Settings(Path(__file__).parents[2], options.sizes, options.rounds)
    _say("Generated data, in the layout of dataset/:")
    for line in _properties(settings):
        _say(f"  {line}")
    _say("Medians of interleaved rounds; CPU is user and system time together.\n")
    figures: list[Figure] = []
    for name in options.only or MEASURES:
        figures += import_module(f"bench.measures.{MEASURES[name]}").measure(settings)
    for line in table(figures):
        _say(line)
    return int(any(figure.verdict == "MISSED" for figure in figures))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    sizes = parser.add_argument(
        "--sizes", type=int, nargs="+", default=_SIZES, help="in milestones (default: 1000 10000)"
    )
    sizes.metavar = "N"
    parser.add_argument("--rounds", type=int, default=5, help="of each thing (default: 5)")
    parser.add_argument("--only", nargs="+", choices=MEASURES, help="only these (default: all)")
    return parser


def _properties(settings: Settings) -> list[str]:
    folder = generated(settings.root, max(settings.sizes))
    known = ", ".join(f"{number:,} {language}" for language, number in SIZES.items())
    properties = properties_of(folder.contents("milestones"))
    return [*properties.lines(), f"words that texts are drawn from: {known}"]


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
