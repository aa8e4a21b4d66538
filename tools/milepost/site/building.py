"""A root to a finished site: Sphinx builds into a fresh folder, which then replaces the old one."""

import shutil
import tempfile
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.errors import SphinxError
from sphinx.util.docutils import docutils_namespace, patch_docutils

from milepost.errors import MilepostError
from milepost.rules.view import View
from milepost.site.extension import GIVEN
from milepost.writing import swap

# What Sphinx leaves for its own next build; it holds paths of this machine.
_LEFTOVERS = (".buildinfo", ".doctrees")


class SiteNotBuiltError(MilepostError):
    """Sphinx warned or failed; the message holds what it said."""


@dataclass(frozen=True, slots=True)
class Order:
    """What to build: the root, the folder of the site, the day (empty for that of the edition).

    `view` is the checked dataset where somebody has it already; else it is read and checked.
    """

    root: Path
    out: Path
    as_of: str = ""
    builder: str = "html"
    view: View | None = None

    @property
    def docs(self) -> Path:
        """The hand-written documents."""
        return self.root / "docs"

    @property
    def scratch(self) -> Path:
        """Where doctrees lie between builds."""
        return self.root / "build" / "site"


def build(order: Order) -> None:
    """Build a site, strictly, and put it in the place of the old one at once.

    SiteNotBuiltError on any warning, in which case the old site stays as it was.
    """
    order.out.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(dir=order.out.parent, prefix=".building-"))
    try:
        _run(order, fresh)
        for name in _LEFTOVERS:
            left = fresh / name
            shutil.rmtree(left, ignore_errors=True) if left.is_dir() else left.unlink(
                missing_ok=True
            )
        fresh.chmod(0o755)
        swap(fresh, order.out)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _run(order: Order, fresh: Path) -> None:
    told = StringIO()
    settings = {"milepost_root": str(order.root), "milepost_as_of": order.as_of, "nitpicky": "1"}
    given = GIVEN.set(order.view)
    try:
        with patch_docutils(order.docs), docutils_namespace():
            app = Sphinx(
                srcdir=order.docs,
                confdir=order.docs,
                outdir=fresh,
                doctreedir=order.scratch / "doctrees" / order.builder,
                buildername=order.builder,
                confoverrides=settings,
                status=None,
                warning=told,
                freshenv=True,
                warningiserror=True,
            )
            app.build()
    except (SphinxError, OSError) as broken:
        raise SiteNotBuiltError(f"the site was not built: {broken}\n{told.getvalue()}") from broken
    finally:
        GIVEN.reset(given)
    if app.statuscode or told.getvalue():
        raise SiteNotBuiltError(f"the site was not built:\n{told.getvalue()}")
