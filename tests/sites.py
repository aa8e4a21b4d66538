"""Sites that tests look at: built once a session, by the command itself, in their own folders."""

import os
import shutil
import subprocess
import sys
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

from golden import small
from milepost.loading import clean
from milepost.provenance.edition import Edition
from milepost.site.site import Site

ROOT = Path(__file__).parents[1]
BUILDS = ROOT / "build" / "test-sites"
# 22 November 2026: the day of the edition that tests speak of.
MOMENT = 1795305600


@cache
def the_site() -> Site:
    """Return the site of the real dataset, as of a fixed day and version."""
    return Site(clean(ROOT), Edition("0.1.0", MOMENT), "2026-11-22")


@cache
def the_small_site() -> Site:
    """Return the site of the small dataset, which says the same whatever is recorded next."""
    return Site(small(), Edition("0.1.0", MOMENT), "2026-11-22")


@cache
def built(name: str = "one") -> Path:
    """Return the folder of a site of the real dataset, built by `milepost site`."""
    return build(ROOT, BUILDS / name)


def build(root: Path, out: Path) -> Path:
    """Build the site of a root into a folder that was not there before."""
    shutil.rmtree(out, ignore_errors=True)
    done = milepost("site", "--root", str(root), "--out", str(out))
    assert (0, "") == (done.returncode, done.stderr)
    return out


def contents(folder: Path) -> dict[str, bytes]:
    """Return what each file below a folder holds, by its name."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def milepost(*words: str) -> subprocess.CompletedProcess[str]:
    """Run a command of the tool, at a fixed moment."""
    return python("-m", "milepost", *words)


def python(*words: str) -> subprocess.CompletedProcess[str]:
    """Run Python with the tool on its path, at a fixed moment."""
    paths = {"PYTHONPATH": str(ROOT / "tools"), "SOURCE_DATE_EPOCH": str(MOMENT)}
    return subprocess.run(
        [sys.executable, *words],
        env={**os.environ, **paths},
        capture_output=True,
        text=True,
        check=False,
    )


class Reader(HTMLParser):
    """What a reader of a page meets: its words, its links, its elements and their attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.links: list[str] = []
        self.ids: set[str] = set()
        self.elements: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.elements.append((tag, found))
        for name in ("href", "src"):
            if found.get(name):
                self.links.append(str(found[name]))
        if found.get("id"):
            self.ids.add(str(found["id"]))

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        """All words with single spaces between them."""
        return " ".join(" ".join(self.words).split())


def read(html: str) -> Reader:
    """Return what a reader of a page meets."""
    reader = Reader()
    reader.feed(html)
    return reader
