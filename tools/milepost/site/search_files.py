"""The search in a build: its files and its page, in the place of those that Sphinx would make."""

from collections.abc import Iterator, Mapping
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder

from milepost.site.document_words import document_words
from milepost.site.domain import the_domain
from milepost.site.searching import Document, scripts
from milepost.site.site import Site

# What every page loads; the rest of the search is loaded by those who use it.
BEGINNING = "search/boxes.js"
PAGE = "search"


def take_over(app: Sphinx) -> None:
    """Keep Sphinx from making an index that finds next to nothing in Japanese and Khmer."""
    if isinstance(app.builder, StandaloneHTMLBuilder):
        app.builder.search = False


def read(app: Sphinx, document: nodes.document, name: str) -> None:
    """Keep the words of a document that somebody has written."""
    title = app.env.titles[name].astext()
    domain = the_domain(app.env)
    domain.documents[name] = Document(title, document_words(domain.loaded, document))


def files(site: Site, documents: Mapping[str, Document]) -> Iterator[tuple[str, bytes]]:
    """Yield the path and the content of what the search knows."""
    names, texts = scripts(site, documents)
    yield "_static/search/names.js", names
    yield "_static/search/texts.js", texts


def collect(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Yield the page of the search."""
    if isinstance(app.builder, StandaloneHTMLBuilder):
        yield PAGE, {"title": "Search"}, "search.html"
