"""The floor of a cold edit: the least that a new process does which leaves a whole site behind.

It loads Sphinx and the theme and has them make one page, reads and parses every record, and lays
the files of the site into a new folder under a second name. Nothing is checked, looked up, laid
out or compared.
"""

import os
import sys
from pathlib import Path
from typing import Final

import orjson
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

_SETTINGS: Final = {"html_theme": "furo", "html_use_index": "0", "html_copy_source": "0"}


def main(root: Path, out: Path) -> None:
    """Make a page, read a dataset, and lay its site, which must be there, into another folder."""
    one_page(root / "docs", out / "page")
    records_of(root / "dataset")
    laid_into(out / "site", root / "dist" / "site")


def one_page(docs: Path, out: Path) -> None:
    """Have Sphinx make the documents of a folder, without what its own settings ask for."""
    with patch_docutils(), docutils_namespace():
        made = Sphinx(docs, None, out, out / ".doctrees", "html", dict(_SETTINGS), status=None)
        made.build()


def records_of(dataset: Path) -> list[object]:
    """Return every record of a dataset as orjson has it."""
    paths = (f"{folder}/{name}" for folder, _, names in os.walk(dataset) for name in names)
    return [orjson.loads(Path(path).read_bytes()) for path in paths if path.endswith(".json")]


def laid_into(fresh: Path, site: Path) -> None:
    """Give every file of a site a second name in a fresh folder."""
    for folder, _, names in os.walk(site):
        there = fresh / Path(folder).relative_to(site)
        there.mkdir(parents=True)
        for name in names:
            os.link(f"{folder}/{name}", f"{there}/{name}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
