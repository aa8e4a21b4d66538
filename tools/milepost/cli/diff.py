"""`milepost diff`: what changed between two states, and the version number that it asks for."""

import argparse
import json
from collections.abc import Callable, Mapping
from typing import Any

from milepost.changes.comparison import as_object, compare
from milepost.changes.markdown import as_markdown
from milepost.changes.side import Side
from milepost.changes.sides import side_of
from milepost.changes.text import as_text
from milepost.cli import CLEAN
from milepost.derive.withdrawn import withdrawn_versions
from milepost.errors import NotComparableError
from milepost.root import own_root


def register(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    side = "a release (folder or .tar.gz), a root, or a git revision of this root such as v0.1.0"
    parser.add_argument("old", metavar="OLD", help=f"the earlier state: {side}")
    parser.add_argument("new", metavar="NEW", help="the later state, named likewise")
    parser.add_argument("--format", choices=_FORMATS, default="text", help="default: text")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print what changed; that something did is no finding."""
    root = own_root(options.root)
    old, new = side_of(root, options.old), side_of(root, options.new)
    print(_FORMATS[options.format](_changes(old, new)), end="")
    return CLEAN


def _changes(old: Side, new: Side) -> dict[str, Any]:
    """Return the changes as JSON; NotComparableError where a date cannot be placed in time."""
    try:
        found = as_object(compare(old, new))
    except ValueError as broken:
        message = f"{old.name} or {new.name} holds a date that cannot be read: {broken}"
        raise NotComparableError(message) from broken
    withdrawn = withdrawn_versions(old.dataset) | withdrawn_versions(new.dataset)
    told = [{"version": version, "reason": reason} for version, reason in withdrawn.items()]
    names = {"old": old.name, "new": new.name, "version": new.version}
    return {**names, **found, "withdrawn": told}


def _as_json(changes: Mapping[str, Any]) -> str:
    return json.dumps(changes, indent=2, ensure_ascii=False) + "\n"


_FORMATS: dict[str, Callable[[Mapping[str, Any]], str]] = {
    "text": as_text,
    "json": _as_json,
    "markdown": as_markdown,
}
