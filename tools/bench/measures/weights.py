"""What a reader loads to read a page: the page and what it is styled with, gzipped."""

import re
from collections.abc import Iterator
from gzip import compress
from pathlib import Path
from statistics import median
from typing import Final
from urllib.parse import unquote

from bench.figures import Figure

_STYLES: Final = re.compile(r'<link[^>]*\brel="stylesheet"[^>]*\bhref="([^"?]+)')
_KINDS: Final = ("milestone", "relationship", "source", "person")
_FOLDERS: Final = {"person": "people"}
_KILOBYTE: Final = 1e3


def first_views(site: Path) -> Iterator[Figure]:
    """Yield for each of the main kinds of page the median first view, without scripts."""
    for kind in _KINDS:
        pages = sorted((site / _FOLDERS.get(kind, f"{kind}s")).glob("[!i]*.html"))
        weights = [first_view(page) / _KILOBYTE for page in pages]
        what = f"first view of the page of a {kind}, gzipped, without scripts"
        note = f"the heaviest of {len(pages):,}: {max(weights):.0f} kB"
        yield Figure(what, median(weights), "kB", 40, 30, note=note)


def first_view(page: Path) -> int:
    """Return how many bytes a browser without scripts loads to show a page, each file gzipped."""
    html = page.read_bytes()
    styles = {(page.parent / unquote(href)) for href in _STYLES.findall(html.decode())}
    return sum(len(compress(raw)) for raw in (html, *(style.read_bytes() for style in styles)))
