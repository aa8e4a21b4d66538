"""The Sphinx extension: what it adds to a build, and when it reads the dataset."""

from contextvars import ContextVar
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.environment import BuildEnvironment
from sphinx.errors import ExtensionError

from milepost.errors import MilepostError
from milepost.loading import clean
from milepost.provenance.edition import read_edition
from milepost.root import find_root
from milepost.rules.view import View
from milepost.site import navigation, page_writing, scrolling, search_files
from milepost.site.directives import DIRECTIVES
from milepost.site.domain import MilepostDomain, the_domain, the_site
from milepost.site.proposing import form
from milepost.site.proposing.script_data import script_data
from milepost.site.rendering import STATIC, TEMPLATES
from milepost.site.site import Site
from milepost.writing import write_file

# The checked dataset, where whoever starts the build has it; a setting would have to be pickled.
GIVEN: ContextVar[View | None] = ContextVar("GIVEN", default=None)


def setup(app: Sphinx) -> dict[str, Any]:
    """Add the domain, the directives and the record pages."""
    app.add_config_value("milepost_root", "", "", types=[str])
    app.add_config_value("milepost_as_of", "", "env", types=[str])
    app.add_domain(MilepostDomain)
    for name, directive in DIRECTIVES.items():
        app.add_directive(name, directive)
    app.add_node(scrolling.scroll_region, html=(scrolling.visit, scrolling.depart))
    app.add_node(form.proposal_form, html=(form.visit, None))
    app.add_post_transform(scrolling.ScrollRegions)
    app.add_css_file("milepost.css")
    for script in search_files.SCRIPTS:
        app.add_js_file(script, loading_method="defer")
    app.connect("config-inited", add_folders)
    app.connect("builder-inited", load)
    app.connect("builder-inited", search_files.take_over)
    app.connect("env-get-outdated", all_documents)
    app.connect("doctree-resolved", search_files.read)
    app.connect("html-collect-pages", page_writing.collect)
    app.connect("html-collect-pages", search_files.collect)
    app.connect("html-collect-pages", write_script_data)
    # The theme reads the tree at 500 and decides on the contents there.
    app.connect("html-page-context", navigation.prepare, priority=400)
    app.connect("html-page-context", navigation.show_contents, priority=600)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}


def add_folders(_app: Sphinx, config: Config) -> None:
    """Add the extension's own templates and static files to those of the site."""
    config.templates_path = [*config.templates_path, str(TEMPLATES / "theme")]
    config.html_static_path = [*config.html_static_path, str(STATIC)]
    config.html_favicon = config.html_favicon or str(STATIC / "milepost.svg")


def load(app: Sphinx) -> None:
    """Check and read the dataset; ExtensionError where it is not clean: nothing is built."""
    config = app.config
    try:
        root = find_root(config.milepost_root or str(Path(app.confdir).parent))
        view = GIVEN.get() or clean(root)
        edition = read_edition(root, view.dataset.version)
    except MilepostError as broken:
        raise ExtensionError(str(broken)) from broken
    the_domain(app.env).site = Site(view, edition, config.milepost_as_of or edition.day)


def write_script_data(app: Sphinx) -> list[Any]:
    """Write what the scripts of the form know; it is no page of its own."""
    write_file(Path(app.outdir) / form.DATA, script_data(the_site(app.env)))
    return []


def all_documents(
    _app: Sphinx, env: BuildEnvironment, _added: set[str], _changed: set[str], _removed: set[str]
) -> list[str]:
    """Read every document anew: any may show a record, and there are few."""
    return sorted(env.found_docs)
