"""Releases to test: that of the real dataset, that of a few bodies, and copies of the root."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from golden import small
from milepost.loading import clean, schemas_of
from milepost.model import Dataset, Record
from milepost.provenance.edition import Edition
from milepost.release.contents import contents
from milepost.release.enclosures import release_of
from milepost.release.release import Release
from milepost.release.tables import TABLES
from milepost.rules.view import View

ROOT = Path(__file__).parents[1]
MOMENT = 1_780_000_000
EDITION = Edition("0.1.0", MOMENT, "0123456789abcdef0123456789abcdef01234567")
META = {
    "id": "milepost",
    "title": {"en": "Milepost"},
    "description": {"en": "Relations."},
    "version": "0.1.0",
    "creator": {"en": "The editors"},
    "licence": "CC-BY-4.0",
    "least": {},
}


@cache
def the_release() -> Release:
    """Return the release of the real dataset, as if it were published."""
    return release_of(ROOT, clean(ROOT), EDITION)


@cache
def the_small_release() -> Release:
    """Return the release of the small dataset, which says the same whatever is recorded next."""
    return release_of(ROOT, small(), EDITION)


@cache
def the_files() -> dict[str, bytes]:
    """Return the files of the release of the real dataset."""
    return contents(the_release())


@cache
def the_small_files() -> dict[str, bytes]:
    """Return the files of the release of the small dataset."""
    return contents(the_small_release())


@cache
def unpacked(folder: Path) -> Path:
    """Write the files of the real release into a folder and return it."""
    return written(the_files(), folder)


def written(files: Mapping[str, bytes], folder: Path) -> Path:
    """Write files into a folder and return it."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


def a_release_of(*records: Record, **meta: object) -> Release:
    """Return a release of hand-made records."""
    body = {**META, **meta}
    found = {"dataset": {"milepost": Record("dataset", "milepost", "dataset/dataset.json", body)}}
    for record in records:
        found.setdefault(record.kind, {})[record.id] = record
    return Release(View(Dataset(found), schemas_of(ROOT)), EDITION, b"licence\n", {})


def rows_of(name: str, release: Release) -> list[dict[str, str]]:
    """Return the rows of a table by the names of its columns."""
    table = next(table for table in TABLES if table.name == name)
    names = [column.name for column in table.columns]
    return [dict(zip(names, row, strict=True)) for row in table.rows(release)]


def a_copy_of_the_root(folder: Path) -> Path:
    """Copy what a release is made from into a folder and return it."""
    for name in ("dataset", "schema"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "LICENSE-DATA", folder / "LICENSE-DATA")
    return folder


def git(root: Path, *words: str) -> None:
    """Run git in a root with a fixed author, day and configuration."""
    named = {f"GIT_{who}_{what}": "test" for who in ("AUTHOR", "COMMITTER") for what in ("NAME",)}
    for who in ("AUTHOR", "COMMITTER"):
        named |= {f"GIT_{who}_EMAIL": "", f"GIT_{who}_DATE": f"{MOMENT} +0900"}
    quiet = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    command = ("git", "-C", str(root), *words)
    subprocess.run(command, env={**os.environ, **named, **quiet}, check=True, capture_output=True)


def a_repository(folder: Path) -> Path:
    """Return a copy of the root as one clean commit."""
    return committed(a_copy_of_the_root(folder))


def committed(root: Path) -> Path:
    """Make a folder a repository with all its files in one commit, and return it."""
    git(root, "init", "--quiet")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "records")
    return root


def run_release(
    root: Path, *words: str, umask: int = 0o022, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run `milepost release` in a process of its own."""
    return subprocess.run(
        (sys.executable, "-m", "milepost", "release", "--root", str(root), *words),
        env={**os.environ, "PYTHONPATH": str(ROOT / "tools"), **environment},
        umask=umask,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def content_of(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder, hidden ones too."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
