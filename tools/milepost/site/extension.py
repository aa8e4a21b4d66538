"""The Sphinx extension: what it adds to a build, and when it reads the dataset."""

from collections.abc import Callable, Collection
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.environment import BuildEnvironment
from sphinx.errors import ExtensionError
from sphinx.util import logging

from milepost.collection import no_collection
from milepost.errors import MilepostError
from milepost.kinds import BY_NAME
from milepost.loading import clean
from milepost.meanwhile import meanwhile
from milepost.provenance.edition import Edition, read_edition
from milepost.release.enclosures import enclosed_schemas
from milepost.root import find_root
from milepost.rules.view import View
from milepost.site import (
    laid_out,
    lightness,
    navigation,
    page_writing,
    scrolling,
    search_files,
)
from milepost.site.beside import files_beside, left_out
from milepost.site.content_policy import ContentPolicy
from milepost.site.directives import DIRECTIVES
from milepost.site.domain import MilepostDomain, the_domain, the_site
from milepost.site.keeping import Earlier
from milepost.site.machines.head import head
from milepost.site.proposing import form
from milepost.site.rendering import STATIC, TEMPLATES
from milepost.site.site import Site
from milepost.writing.folders import Files, fill, remove_files


@dataclass(frozen=True, slots=True)
class Given:
    """What whoever starts a build has already: the dataset, the edition, the site before it.

    The files of that site are being laid into the new one, but for those that `touched` tells.
    """

    view: View | None = None
    edition: Edition | None = None
    earlier: Earlier = field(default_factory=Earlier)
    touched: Callable[[], frozenset[str]] = frozenset


# No setting, which would have to be pickled.
GIVEN: ContextVar[Given] = ContextVar("GIVEN", default=Given())  # noqa: B039 -- it is frozen

_SCRIPTS = ("versions.js", "copying.js", "stacking.js", search_files.BEGINNING)

logger = logging.getLogger(__name__)


def setup(app: Sphinx) -> dict[str, Any]:
    """Add the domain, the directives and the record pages."""
    app.add_config_value("milepost_root", "", "", types=[str])
    app.add_config_value("milepost_as_of", "", "env", types=[str])
    app.add_config_value("milepost_live", "", "env", types=[str])
    app.add_domain(MilepostDomain)
    for name, directive in DIRECTIVES.items():
        app.add_directive(name, directive)
    app.add_node(scrolling.scroll_region, html=(scrolling.visit, scrolling.depart))
    app.add_node(laid_out.laid_out, **laid_out.VISITORS)
    app.add_node(form.proposal_form, html=(form.visit, None))
    app.add_post_transform(scrolling.ScrollRegions)
    app.add_css_file("milepost.css")
    for script in _SCRIPTS:
        app.add_js_file(script, loading_method="defer")
    app.connect("config-inited", add_folders)
    app.connect("builder-inited", load)
    app.connect("builder-inited", search_files.take_over)
    app.connect("env-get-outdated", all_documents)
    app.connect("write-started", lightness.write_static)
    app.connect("doctree-resolved", search_files.read)
    # First, since the pages fill memory that it would need beside them.
    app.connect("html-collect-pages", write_beside)
    app.connect("html-collect-pages", search_files.collect)
    app.connect("html-collect-pages", page_writing.collect)
    # The theme reads the tree at 500 and decides on the contents there.
    app.connect("html-page-context", navigation.prepare, priority=400)
    app.connect("html-page-context", add_head, priority=400)
    app.connect("html-page-context", navigation.show_contents, priority=600)
    app.connect("html-page-context", ContentPolicy(), priority=700)
    app.connect("html-page-context", add_filter)
    app.connect("html-page-context", lightness.lighten, priority=900)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}


def add_filter(app: Sphinx, page: str, *_: Any) -> None:
    """Load the filter of the chronology where there is one."""
    if page.partition("/")[0] == BY_NAME["relationship"].folder:
        app.add_js_file("filtering.js", loading_method="defer")


def add_folders(app: Sphinx, config: Config) -> None:
    """Add the extension's own templates to those of the site."""
    if config.milepost_live:
        app.add_js_file("live.js", loading_method="defer")
    config.templates_path = [*config.templates_path, str(TEMPLATES / "theme")]
    config.html_favicon = config.html_favicon or str(STATIC / "milepost.svg")


def load(app: Sphinx) -> None:
    """Check and read the dataset; ExtensionError where it is not clean: nothing is built."""
    if app.builder.format == "html" and app.builder.name != "html":
        # None of these has the pages of records at their permanent addresses.
        told = f"the builder {app.builder.name} makes no site; take the builder html"
        raise ExtensionError(told)
    config = app.config
    given = GIVEN.get()
    try:
        root = find_root(config.milepost_root or str(Path(app.confdir).parent))
        view = given.view or clean(root)
        edition = given.edition or read_edition(root, view.dataset.version)
    except MilepostError as broken:
        raise ExtensionError(str(broken)) from broken
    domain = the_domain(app.env)
    domain.earlier, domain.touched = given.earlier, given.touched
    domain.site = Site(view, edition, config.milepost_as_of or edition.day)
    config["notfound_urls_prefix"] = domain.site.home.path


def write_beside(app: Sphinx) -> list[Any]:
    """Write the files that are no pages; where most are taken over, in a process of its own."""
    site, domain = the_site(app.env), the_domain(app.env)
    root = find_root(app.config.milepost_root or str(Path(app.confdir).parent))
    schemas = enclosed_schemas(root, site.home.address)
    beside = files_beside(site, app.env.all_docs, schemas, page_writing.is_taken(app))
    files = chain(search_files.files(site, domain.documents), beside)
    work = partial(_fill, Path(app.outdir), files)
    if page_writing.kept(app).is_edit:
        domain.beside = meanwhile(work)
    else:
        work()
    if left_out(site.dataset):
        logger.info(left_out(site.dataset))
    return []


def _fill(folder: Path, files: Files) -> None:
    with no_collection():
        fill(folder, files)


def add_head(app: Sphinx, page: str, _template: str, context: dict[str, Any], _tree: Any) -> None:
    """Give the pages that are written by hand, and those of Sphinx, the head of record pages."""
    if "milepost_sections" not in context:
        own = context.get("metatags", "")
        # Markup on either side of a plus escapes a plain text on the other.
        context["metatags"] = own + str(head(the_site(app.env), page))


def all_documents(
    app: Sphinx, env: BuildEnvironment, _added: set[str], _changed: set[str], _removed: set[str]
) -> list[str]:
    """Read every document anew: any may show a record, and there are few."""
    make_room(app, env.found_docs)
    return sorted(env.found_docs)


def make_room(app: Sphinx, documents: Collection[str]) -> None:
    """Remove pages of the earlier site that documents take the place of, before they are written.

    Sphinx writes into the file that it finds, and the earlier site has the same.
    """
    domain = the_domain(app.env)
    pages = {f"{name}.html" for name in documents} & domain.earlier.files.keys()
    if pages:
        domain.touched()
        remove_files(pages, Path(app.outdir))
