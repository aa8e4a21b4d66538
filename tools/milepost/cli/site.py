"""`milepost site`: check the dataset, and build the reference site in the place of the old."""

import argparse
import os
import sys
from pathlib import Path

from milepost.cli import CLEAN, FOUND, near
from milepost.cli.ending import ended_in_order
from milepost.cli.typed import refused
from milepost.collection import no_collection
from milepost.findings import errors
from milepost.loading import checked_tree, schemas_of
from milepost.reading.hashed import Hashed
from milepost.reading.tree import Folder
from milepost.reports.report import Report
from milepost.reports.text_report import as_text
from milepost.root import find_root


def register(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("--out", metavar="DIR", help="the folder of the site (default: dist/site)")
    parser.add_argument(
        "--as-of", metavar="DAY", default="", help="the day of the status (default: the commit's)"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Build the site; where the check has errors print them, and write nothing."""
    # Sphinx and the dataset are there to the end, and neither leaves cycles worth a search.
    with no_collection(), ended_in_order():
        return _built(options)


def _built(options: argparse.Namespace) -> int:
    import sphinx  # noqa: F401 -- whether it is there is asked before all else

    from milepost.site.building import begun
    from milepost.site.order import Order

    root = find_root(options.root)
    out = Path(options.out).resolve() if options.out else root / "dist" / "site"
    order = Order(root, out, day(options.as_of))
    with begun(order) as finish:
        tree = Hashed(Folder(root))
        result = checked_tree(root, tree, schemas_of(root), whole=not order.is_again)
        wrong = errors(result.findings)
        if wrong:
            print(as_text(Report(wrong, len(result.files))), end="", file=sys.stderr)
            return FOUND
        # There is time to load it as long as the site is being made.
        from milepost.site.beside import left_out

        finish(result.view, tree.digest)
    if missing := left_out(result.view.dataset):
        print(missing)
    print(f"{near(out)}: {_pages(out)} pages; open index.html")
    return CLEAN


def _pages(out: Path) -> int:
    return sum(name.endswith(".html") for _, _, names in os.walk(out) for name in names)


def day(told: str) -> str:
    """Return a day as it was told, empty for none; NotThereError where it is no day."""
    from milepost import edtf
    from milepost.errors import NotThereError

    if not told:
        return ""
    try:
        date = edtf.parse(told)
    except ValueError as amiss:
        raise NotThereError(refused("--as-of", told, str(amiss))) from amiss
    if date.kind != "date" or date.earliest is None or date.earliest != date.latest:
        raise NotThereError(f"--as-of {told}: write one day, such as 2026-11-22")
    return told
