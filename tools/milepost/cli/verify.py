"""`milepost verify`: whether a published release is whole, and whether its formats agree."""

import argparse
from functools import partial
from itertools import groupby
from pathlib import Path

import duckdb  # noqa: F401 -- whoever lacks it is told so before the work, and not in its midst

from milepost.changes.telling import withdrawal
from milepost.cli import CLEAN, FOUND
from milepost.loading import schemas_of
from milepost.reading.ledgers import ledger_at
from milepost.reading.release_files import ReleaseRefusedUnreadError, release_files
from milepost.release.enclosures import release_of
from milepost.root import own_root
from milepost.verification.verify import Verdict, verify

# A file that is wrong throughout is told by its first places.
_MOST = 5


def register(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("path", metavar="PATH", help="the folder of a release, or its .tar.gz")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print what is wrong with each file, or that nothing is, with the identifier to compare."""
    root = own_root(options.root)
    try:
        files = release_files(Path(options.path))
    except ReleaseRefusedUnreadError as refused:
        print(f"{options.path}: refused unread: {refused}")
        return FOUND
    verdict = verify(files, schemas_of(root), partial(release_of, root))
    _tell(options.path, verdict, len(files))
    ledger = ledger_at(root, verdict.version)
    if "withdrawn" in ledger:
        print(withdrawal(verdict.version, ledger["withdrawn"]))
    return FOUND if verdict.faults else CLEAN


def _tell(path: str, verdict: Verdict, number: int) -> None:
    for file, faults in groupby(verdict.faults, key=lambda fault: fault.file):
        listed = list(faults)
        for fault in listed[:_MOST]:
            print(f"{file}: {fault.message}")
        if len(listed) > _MOST:
            print(f"{file}: and {len(listed) - _MOST:,} more")
    wrong = len({fault.file for fault in verdict.faults})
    if wrong:
        print(f"{path}: {wrong:,} of {number:,} files are not as they were published")
        return
    print(f"{path}: version {verdict.version}, {number:,} files, whole; all formats agree")
    print(f"{verdict.swhid} is the identifier that a citation of this version names")
