"""Sphinx makes a site in a folder that nobody sees yet."""

import shutil
from functools import cache, partial
from io import StringIO
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.errors import SphinxError
from sphinx.util.docutils import docutils_namespace, patch_docutils

from milepost.errors import MilepostError
from milepost.meanwhile import meanwhile
from milepost.reading.stamps import content_of
from milepost.site.domain import the_domain
from milepost.site.extension import GIVEN, Given
from milepost.site.keeping import Made, earlier_in, laid_over
from milepost.site.order import Order

# What Sphinx leaves for its own next build; it holds paths of this machine.
_LEFTOVERS = (".buildinfo", ".doctrees")
_BUILDER = "html"


class SiteNotBuiltError(MilepostError):
    """Sphinx warned or failed; the message holds what it said."""


def make(order: Order, fresh: Path) -> Made:
    """Make a site in an empty folder, strictly; SiteNotBuiltError on any warning."""
    made = _made(order, fresh)
    for name in _LEFTOVERS:
        left = fresh / name
        shutil.rmtree(left, ignore_errors=True) if left.is_dir() else left.unlink(missing_ok=True)
    return made


def _made(order: Order, fresh: Path) -> Made:
    told = StringIO()
    earlier = earlier_in(content_of(order.left), order.out)
    laying = meanwhile(partial(laid_over, earlier, fresh))
    given = GIVEN.set(Given(order.view, order.edition, earlier, cache(laying)))
    try:
        with patch_docutils(order.docs), docutils_namespace():
            app = _app(order, fresh, told)
            _run(app)
    except (SphinxError, OSError) as broken:
        raise SiteNotBuiltError(f"the site was not built: {broken}\n{told.getvalue()}") from broken
    finally:
        GIVEN.reset(given)
        laying.give_up()
    if app.statuscode or told.getvalue():
        raise SiteNotBuiltError(f"the site was not built:\n{told.getvalue()}")
    domain = the_domain(app.env)
    kept = domain.kept
    if kept:
        kept.clear()
    made = (kept.frame, kept.made) if kept else ("", {})
    # Nothing in Sphinx needs the site any more, and what follows needs some of its memory.
    domain.site = domain.kept = None
    return Made(domain.forms, frozenset(app.env.all_docs), *made)


def _app(order: Order, fresh: Path, told: StringIO) -> Sphinx:
    settings = {"milepost_root": str(order.root), "milepost_as_of": order.as_of, "nitpicky": "1"}
    settings["milepost_live"] = "1" if order.live else ""
    return Sphinx(
        srcdir=order.docs,
        confdir=order.docs,
        outdir=fresh,
        doctreedir=order.scratch / _BUILDER,
        buildername=_BUILDER,
        confoverrides=settings,
        status=None,
        warning=told,
        freshenv=True,
        warningiserror=True,
    )


def _run(app: Sphinx) -> None:
    domain = the_domain(app.env)
    try:
        app.build()
        domain.beside()
    finally:
        domain.beside.give_up()
