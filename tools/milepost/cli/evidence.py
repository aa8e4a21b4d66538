"""`milepost evidence`: verify the passages whose source text one holds, and add one."""

import argparse
from collections import Counter
from pathlib import Path
from typing import Any

from milepost.cli import CLEAN, FOUND, evidence_add
from milepost.evidence.verification import Verified, unowned, verified
from milepost.loading import clean
from milepost.reading.texts import texts_in
from milepost.root import find_root

_MEANING = {
    "moved": "the words stand elsewhere in the text now",
    "ambiguous": "the words stand at several places of the text, and not at this one",
    "orphan": "the words are not in the text",
    "misplaced": "the words stand in another paragraph than the locator names",
}

_FEW = 5


def register(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    verify = _action(actions, "verify", "hold every span against the texts of a folder")
    verify.add_argument("--texts", required=True, metavar="DIR", help="the folder with the texts")
    verify.add_argument("--root", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    verify.set_defaults(run=run)
    evidence_add.register(_action(actions, "add", "add what a source says of a record"))


def _action(actions: Any, name: str, text: str) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = actions.add_parser(
        name, help=text, description=f"{text.capitalize()}."
    )
    return parser


def run(options: argparse.Namespace) -> int:
    """Print the spans that are not in their place and a count of all; 1 where any is not."""
    view = clean(find_root(options.root))
    texts = list(texts_in(Path(options.texts)))
    results = verified(view.dataset, texts)
    for result in results:
        if result.state in _MEANING:
            print(_line(result))
    if strange := unowned(view.dataset, texts):
        rest = f" and {len(strange) - _FEW} more" if len(strange) > _FEW else ""
        print(f"of no source, since no snapshot has their hash: {', '.join(strange[:_FEW])}{rest}")
    counts = Counter(result.state for result in results)
    print(f"{len(results)} spans: " + ", ".join(f"{n} {state}" for state, n in counts.items()))
    return FOUND if set(counts) & set(_MEANING) else CLEAN


def _line(result: Verified) -> str:
    passage = result.passage
    place = f"{passage.record.path} {passage.entry}: {result.state}: {_MEANING[result.state]}"
    if result.found and result.found.start is not None:
        place += f" (start {result.found.start}, paragraph {result.found.paragraph})"
    return place
