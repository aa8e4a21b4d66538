"""The search in a build: its files and its page, in the place of those that Sphinx would make."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder

from milepost.site.domain import the_domain
from milepost.site.searching import Document, entries, names_script, texts_script
from milepost.writing import fill

SCRIPTS = ("search/matching.js", "search/suggest.js")
PAGE = "search"


def take_over(app: Sphinx) -> None:
    """Keep Sphinx from making an index that finds next to nothing in Japanese and Khmer."""
    if isinstance(app.builder, StandaloneHTMLBuilder):
        app.builder.search = False


def read(app: Sphinx, document: nodes.document, name: str) -> None:
    """Keep the words of a document that somebody has written."""
    title = app.env.titles[name].astext()
    the_domain(app.env).documents[name] = Document(title, _words(document))


def collect(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Write what the search knows, and yield its page."""
    if not isinstance(app.builder, StandaloneHTMLBuilder):
        return
    domain = the_domain(app.env)
    found = entries(domain.loaded, domain.documents)
    files = (("names.js", names_script(found)), ("texts.js", texts_script(found)))
    fill(Path(app.outdir, "_static", "search"), files)
    yield PAGE, {"title": "Search"}, "search.html"


def _words(document: nodes.document) -> str:
    blocks = (
        block.astext()
        for block in document.findall(nodes.TextElement)
        if not isinstance(block.parent, nodes.TextElement) and not isinstance(block, nodes.raw)
    )
    return " ".join(" ".join(blocks).split())
