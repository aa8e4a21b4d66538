"""`milepost check`: every finding, with its place, its rule and how to mend it."""

import argparse
import os
import sys
from pathlib import Path

from milepost.cli import CLEAN, FOUND
from milepost.cli.scope import Scope
from milepost.errors import RootNotFoundError, SummaryNotWrittenError
from milepost.findings import errors
from milepost.loading import checked, checked_near
from milepost.reports import FORMATS, formatted
from milepost.reports.report import Report
from milepost.root import find_root
from milepost.rules.history import Earlier

LEDGERS = "dataset/releases"


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
    earlier = _earlier(root, options.changed_since) if options.changed_since else None
    report = _report(Scope(root, named, earlier))
    print(formatted(report, options.format), end="")
    if options.format == "github":
        _summarise(report)
    counted = report.findings if options.strict else errors(report.findings)
    return FOUND if counted else CLEAN


def _report(scope: Scope) -> Report:
    """Return what there is to say; of a few milestones without the rest, if they are clean."""
    root, earlier = scope.root, scope.earlier
    near = checked_near(root, scope.milestones, earlier) if scope.milestones else None
    if near and not scope.findings(near):
        result = near
    else:
        result = checked(root, whole=bool(earlier), earlier=earlier)
    changed = earlier.changed if earlier else frozenset()
    found, records = scope.findings(result), scope.records(result)
    return Report(found, records, changed, colour=_shows_colour())


def _earlier(root: Path, revision: str) -> Earlier:
    from milepost.provenance.git import changed_files, files_at

    return Earlier(files_at(root, revision, LEDGERS), changed_files(root, revision))


def _shows_colour() -> bool:
    """Return whether the output is a terminal whose user wants colour (no-color.org)."""
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return sys.stdout.isatty() and not plain


def _summarise(report: Report) -> None:
    """Add all findings to the summary of the job, in a step of GitHub Actions."""
    named = os.environ.get("GITHUB_STEP_SUMMARY")
    if not named:
        return
    from milepost.reports.github_report import SUMMARY_LIMIT, as_summary
    from milepost.writing import append_file

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
