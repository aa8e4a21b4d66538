"""A root to a finished site: Sphinx builds into a fresh folder, which then replaces the old one."""

import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import NamedTuple

from sphinx.application import Sphinx
from sphinx.errors import SphinxError
from sphinx.util.docutils import docutils_namespace, patch_docutils

from milepost.errors import MilepostError
from milepost.provenance.edition import Edition
from milepost.reading.stamps import content_of
from milepost.rules.view import View
from milepost.site.domain import the_domain
from milepost.site.extension import GIVEN, Given
from milepost.site.keeping import Known, as_left, earlier_in
from milepost.site.shells import Forms
from milepost.writing import keep_times, swap, write_file

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
        """Where doctrees lie during a build, and what it leaves for the next."""
        return self.root / "build" / "site" / self.out.name

    @property
    def left(self) -> Path:
        """What the last build into the same folder has left."""
        return self.scratch / "left.jsonl"


class Built(NamedTuple):
    """What a build leaves: shells and documents, for pages made later; the files that changed."""

    forms: Forms
    documents: frozenset[str]
    changed: tuple[str, ...] = ()


class _Made(NamedTuple):
    """What Sphinx has made in a folder that nobody sees yet."""

    forms: Forms
    documents: frozenset[str]
    frame: str
    files: Mapping[str, Known]


def build(order: Order) -> Built:
    """Build a site, strictly, and put it in the place of the old one at once.

    A file that says what it said before keeps its time, so that hosts and mirrors see which pages
    have changed. SiteNotBuiltError on any warning, in which case the old site stays as it was.
    """
    order.out.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(dir=order.out.parent, prefix=".building-"))
    try:
        made = _run(order, fresh)
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
    if made.frame:
        write_file(order.left, as_left(made.frame, made.forms, order.out, made.files))
    return Built(made.forms, made.documents, changed)


def _run(order: Order, fresh: Path) -> _Made:
    told = StringIO()
    settings = {"milepost_root": str(order.root), "milepost_as_of": order.as_of, "nitpicky": "1"}
    settings["milepost_live"] = "1" if order.live else ""
    earlier = earlier_in(content_of(order.left), order.out)
    given = GIVEN.set(Given(order.view, order.edition, earlier))
    try:
        with patch_docutils(order.docs), docutils_namespace():
            app = Sphinx(
                srcdir=order.docs,
                confdir=order.docs,
                outdir=fresh,
                doctreedir=order.scratch / order.builder,
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
    domain = the_domain(app.env)
    kept = domain.kept
    made = (kept.frame, kept.made) if kept else ("", {})
    # Nothing in Sphinx needs the site any more, and what follows needs some of its memory.
    domain.site = domain.kept = None
    return _Made(domain.forms, frozenset(app.env.all_docs), *made)
