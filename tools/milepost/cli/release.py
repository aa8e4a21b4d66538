"""`milepost release`: the checked dataset as a folder and an archive, to download and to cite."""

import argparse
import re
from dataclasses import replace
from functools import partial
from hashlib import file_digest
from pathlib import Path
from typing import IO

import duckdb  # noqa: F401 -- whoever lacks it is told so before the work, and not in its midst

from milepost.canonical import encode
from milepost.changes.comparison import as_object
from milepost.changes.published import hold_enough, since_published
from milepost.changes.telling import introduction, withdrawal
from milepost.cli import CLEAN, FOUND, near
from milepost.errors import ReleaseRefusedError
from milepost.findings import errors
from milepost.loading import checked
from milepost.model import Body
from milepost.provenance.edition import Edition, read_edition
from milepost.release.archive import files_in, pack
from milepost.release.changes import changes_of
from milepost.release.contents import pieces, tallies
from milepost.release.enclosures import release_of
from milepost.release.least import below_least
from milepost.release.ledger import as_ledger, ledger_path
from milepost.release.release import Release
from milepost.reports.report import Report
from milepost.reports.text_report import as_text
from milepost.root import find_root
from milepost.rules.view import View
from milepost.writing.files import write_file
from milepost.writing.folders import replace_folder_and_archive


def register(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument(
        "--out", metavar="DIR", help="where to write it (default: dist in the root)"
    )
    parser.add_argument(
        "--final",
        action="store_true",
        help="only the published version: a clean commit with the tag that dataset.json asks for",
    )
    parser.add_argument(
        "--record",
        action="store_true",
        help="also write the ledger of the published version, for the next commit; means --final",
    )
    parser.add_argument(
        "--doi",
        default="",
        metavar="10.PREFIX/SUFFIX",
        help="the DOI that a registrar reserved for this version; every citation then names it",
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Check the dataset, then write its release; with findings nothing is written."""
    root = find_root(options.root)
    result = checked(root)
    wrong = errors(result.findings)
    if wrong:
        print(as_text(Report(wrong, len(result.files))), end="")
        return FOUND
    release = _release(root, result.view, options)
    ledger = _ledger(release) if options.record else b""
    _write(release, Path(options.out) if options.out else root / "dist")
    if ledger:
        path = root / ledger_path(release.edition.version)
        write_file(path, ledger)
        print(f"{near(path)}: the ledger, to be committed next")
    return CLEAN


def _release(root: Path, view: View, options: argparse.Namespace) -> Release:
    edition = replace(read_edition(root, view.dataset.version), doi=_doi(options.doi))
    if (options.final or options.record) and edition.obstacle:
        raise ReleaseRefusedError(f"this is not a published version: {edition.obstacle}")
    missing = below_least(view.dataset)
    if missing:
        raise ReleaseRefusedError(
            f"{'; '.join(missing)}. Put back what was lost; if it is meant to go, lower the number"
            ' in "least" of dataset/dataset.json'
        )
    return release_of(root, view, edition, _compared(root, view, edition))


def _compared(root: Path, view: View, edition: Edition) -> Body:
    """Return what changed since the last version; a published one must have a number for it."""
    comparison = since_published(root, view.dataset, edition)
    if comparison is None:
        return {}
    if edition.is_final:
        hold_enough(comparison, edition)
    return as_object(comparison)


def _doi(written: str) -> str:
    """Return a DOI as ISO 26324 writes it; its address is accepted too."""
    doi = written.removeprefix("https://doi.org/")
    if doi and not re.fullmatch(r"10\.[0-9]{4,9}(\.[0-9]+)*/[!-~]+", doi):
        raise ReleaseRefusedError(f"--doi {written!r} is no DOI; write it as 10.PREFIX/SUFFIX")
    return doi


def _write(release: Release, out: Path) -> None:
    folder, archive = out / release.name, out / f"{release.name}.tar.gz"
    rows = tallies()
    replace_folder_and_archive(folder, pieces(release, rows), archive, partial(_pack, release))
    records = sum(1 for _ in release.dataset)
    print(f"{release.name}: {records:,} records, {rows['statements'].rows:,} statements")
    print(f"{near(folder)}: {sum(path.is_file() for path in folder.rglob('*'))} files")
    with archive.open("rb") as stream:
        digest = file_digest(stream, "sha256").hexdigest()
    print(f"{near(archive)}: {archive.stat().st_size:,} bytes, SHA-256 {digest}")
    if release.edition.obstacle:
        print(f"not a published version: {release.edition.obstacle}")
    changes = changes_of(release)
    print(" ".join(introduction(changes)))
    for withdrawn in changes["withdrawn"]:
        print(withdrawal(withdrawn["version"], withdrawn["reason"]))
    if "base_url" not in release.dataset.meta:
        print("dataset.json sets no base_url, so citations and schemas have no address")


def _pack(release: Release, folder: Path, stream: IO[bytes]) -> None:
    pack(stream, release.name, files_in(folder), release.edition.moment)


def _ledger(release: Release) -> bytes:
    """Return the ledger; ReleaseRefusedError where another one has its version."""
    ledger = as_ledger(release)
    recorded = release.dataset.get("ledger", release.edition.version)
    if recorded and encode(recorded.body) != ledger:
        raise ReleaseRefusedError(
            f"{recorded.path} records another state of this version; a ledger is never rewritten"
        )
    return ledger
