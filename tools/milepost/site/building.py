"""A root to a finished site: Sphinx builds into a fresh folder, which then replaces the old one."""

import shutil
import tempfile
from dataclasses import dataclass, replace
from io import StringIO
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.errors import SphinxError
from sphinx.util.docutils import docutils_namespace, patch_docutils

from milepost.errors import MilepostError
from milepost.provenance.edition import Edition
from milepost.rules.view import View
from milepost.site.domain import the_domain
from milepost.site.extension import GIVEN, Given
from milepost.site.shells import Forms
from milepost.writing import keep_times, swap

# What Sphinx leaves for its own next build; it holds paths of this machine.
_LEFTOVERS = (".buildinfo", ".doctrees")


class SiteNotBuiltError(MilepostError):
    """Sphinx warned or failed; the message holds what it said."""


@dataclass(frozen=True, slots=True)
class Order:
    """What to build: the root, the folder of the site, the day (empty for that of the edition).

    `view` is the checked dataset and `edition` the edition where somebody has them already; else
    they are read. Pages of a `live` site load themselves again once they have changed.
    """

    root: Path
    out: Path
    as_of: str = ""
    builder: str = "html"
    view: View | None = None
    edition: Edition | None = None
    live: bool = False

    @property
    def docs(self) -> Path:
        """The hand-written documents."""
        return self.root / "docs"

    @property
    def scratch(self) -> Path:
        """Where doctrees lie between builds."""
        return self.root / "build" / "site"


@dataclass(frozen=True, slots=True)
class Built:
    """What a build leaves: shells and documents, for pages made later; the files that changed."""

    forms: Forms
    documents: frozenset[str]
    changed: tuple[str, ...] = ()


def build(order: Order) -> Built:
    """Build a site, strictly, and put it in the place of the old one at once.

    A file that says what it said before keeps its time, so that hosts and mirrors see which pages
    have changed. SiteNotBuiltError on any warning, in which case the old site stays as it was.
    """
    order.out.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(dir=order.out.parent, prefix=".building-"))
    try:
        built = _run(order, fresh)
        for name in _LEFTOVERS:
            left = fresh / name
            shutil.rmtree(left, ignore_errors=True) if left.is_dir() else left.unlink(
                missing_ok=True
            )
        fresh.chmod(0o755)
        changed = keep_times(fresh, order.out)
        swap(fresh, order.out)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return replace(built, changed=changed)


def _run(order: Order, fresh: Path) -> Built:
    told = StringIO()
    settings = {"milepost_root": str(order.root), "milepost_as_of": order.as_of, "nitpicky": "1"}
    settings["milepost_live"] = "1" if order.live else ""
    given = GIVEN.set(Given(order.view, order.edition))
    try:
        with patch_docutils(order.docs), docutils_namespace():
            app = Sphinx(
                srcdir=order.docs,
                confdir=order.docs,
                outdir=fresh,
                doctreedir=order.scratch / order.out.name / order.builder,
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
    return Built(the_domain(app.env).forms, frozenset(app.env.all_docs))
