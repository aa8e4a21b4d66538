"""`milepost check`: every finding, with its place, its rule and how to mend it."""

import argparse
from pathlib import Path

from milepost.cli import CLEAN, FOUND
from milepost.derive.touched import touched
from milepost.errors import RootNotFoundError
from milepost.findings import errors
from milepost.kinds import kind_of
from milepost.loading import Checked, checked, checked_near
from milepost.model import Finding
from milepost.provenance.git import changed_files, files_at
from milepost.reports import FORMATS
from milepost.root import find_root

DATASET, LEDGERS = "dataset/", "dataset/releases"


def register(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", help="only findings in these files or folders"
    )
    parser.add_argument(
        "--changed-since",
        metavar="REV",
        help="only what a change since a git revision touches; ledgers are held against it",
    )
    parser.add_argument("--strict", action="store_true", help="warnings count as findings too")
    parser.add_argument("--format", choices=sorted(FORMATS), default="text", help="default: text")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Check what is asked for, print the findings in it and return the exit code."""
    root = find_root(options.root)
    asked = _Asked(root, [_relative(root, path) for path in options.paths], options.changed_since)
    shown, records = asked.of(checked_near(root, asked.files)) if asked.is_little else ((), 0)
    if shown or not asked.is_little:
        shown, records = asked.of(checked(root, whole=bool(asked.since), ledgers=asked.ledgers()))
    print(FORMATS[options.format](shown, records), end="")
    counted = shown if options.strict else errors(shown)
    return FOUND if counted else CLEAN


class _Asked:
    """What a check is to tell of: all, some files or folders, or what a change touches."""

    def __init__(self, root: Path, paths: list[str], since: str | None) -> None:
        self._root, self._paths, self.since = root, paths, since
        self._changed = changed_files(root, since) if since else frozenset()
        self.files = [path for path in self._changed if path.startswith(DATASET)] or paths

    @property
    def is_little(self) -> bool:
        """Whether it is milestones alone, which can be judged without reading all files."""
        milestones = (path for path in self.files if kind_of(path) == "milestone")
        there = [path for path in milestones if (self._root / path).is_file()]
        return bool(self.files) and there == self.files

    def ledgers(self) -> dict[str, bytes]:
        """Return the ledgers that a change is not to rewrite."""
        return files_at(self._root, self.since, LEDGERS) if self.since else {}

    def of(self, result: Checked) -> tuple[tuple[Finding, ...], int]:
        """Return the findings that were asked for, and the number of records."""
        near = touched(result.view, self._changed) if self.since else frozenset()
        asked = {
            path
            for path in (*(f.path for f in result.findings), *(r.path for r in result.view.dataset))
            if _is_in(path, self._paths) and (not self.since or path in near)
        }
        shown = tuple(finding for finding in result.findings if finding.path in asked)
        return shown, sum(1 for record in result.view.dataset if record.path in asked)


def _relative(root: Path, path: str) -> str:
    place = Path(path).resolve()
    if not place.exists():
        message = f"there is no {path}"
        raise RootNotFoundError(message)
    if not place.is_relative_to(root):
        message = f"{path} is not below the root {root}"
        raise RootNotFoundError(message)
    return place.relative_to(root).as_posix()


def _is_in(path: str, wanted: list[str]) -> bool:
    """Return whether a file is one of those wanted, or lies in a folder of them; none means all."""
    return not wanted or any(
        place in (".", path) or path.startswith(f"{place}/") for place in wanted
    )
