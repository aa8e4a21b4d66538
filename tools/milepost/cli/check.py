"""`milepost check`: every finding, with its place, its rule and how to mend it."""

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from milepost.cli import CLEAN, FOUND
from milepost.cli.asked import Asked, being_found
from milepost.collection import no_collection
from milepost.errors import RootNotFoundError, SummaryNotWrittenError
from milepost.reports import FORMATS, formatted
from milepost.root import find_root

if TYPE_CHECKING:
    from milepost.reports.report import Report


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
    parser.add_argument("--format", choices=FORMATS, default="text", help="default: text")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Check what is asked for, print the findings in it and return the exit code."""
    root = find_root(options.root)
    named = tuple(_relative(root, path) for path in options.paths)
    asked = Asked(root, named, options.changed_since)
    found = being_found(asked)
    with no_collection():
        # Meanwhile, the rules.
        from milepost.cli import scope
        from milepost.findings import errors

    report = scope.report(asked, found(), colour=_shows_colour())
    print(formatted(report, options.format), end="")
    if named and not (options.changed_since or report.records or report.findings):
        print(f"milepost: no record lies in {' or '.join(options.paths)}", file=sys.stderr)
    if options.format == "github":
        _summarise(report)
    counts = report.findings if options.strict else errors(report.findings)
    return FOUND if counts else CLEAN


def _shows_colour() -> bool:
    """Return whether the output is a terminal whose user wants colour (no-color.org)."""
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return sys.stdout.isatty() and not plain


def _summarise(report: "Report") -> None:
    """Add all findings to the summary of the job, in a step of GitHub Actions."""
    named = os.environ.get("GITHUB_STEP_SUMMARY")
    if not named:
        return
    from milepost.reports.github_report import SUMMARY_LIMIT, as_summary
    from milepost.writing.files import append_file

    path = Path(named)
    try:
        taken = path.stat().st_size if path.exists() else 0
        append_file(path, as_summary(report, SUMMARY_LIMIT - taken).encode())
    except OSError as amiss:
        message = f"the summary of the job could not be written: {amiss}"
        raise SummaryNotWrittenError(message) from amiss


def _relative(root: Path, path: str) -> str:
    place = Path(path).resolve()
    if not place.exists():
        message = f"there is no {path}"
        raise RootNotFoundError(message)
    if not place.is_relative_to(root):
        message = f"{path} is not below the root {root}"
        raise RootNotFoundError(message)
    return place.relative_to(root).as_posix()
