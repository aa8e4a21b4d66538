"""Record pages in a build: pages to the theme, their words to the search, JSON beside them."""

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from docutils import nodes
from docutils.frontend import get_default_settings
from docutils.utils import new_document
from markupsafe import escape
from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder

from milepost.canonical import encode
from milepost.site.domain import the_site
from milepost.site.machines.head import head
from milepost.site.page import Page
from milepost.site.pages.every import record_pages
from milepost.site.rendering import Address, Inline, body_of, contents_of
from milepost.site.searching import words_of
from milepost.site.site import Site
from milepost.writing import write_file

Context = dict[str, Any]


def collect(app: Sphinx) -> Iterator[tuple[str, Context, str]]:
    """Yield every record page to Sphinx: its name, its context and the template of the theme."""
    builder = app.builder
    if not isinstance(builder, StandaloneHTMLBuilder):
        return
    written = frozenset(app.env.all_docs)
    names = set(written)
    site = the_site(app.env)
    folders: dict[str, tuple[Address, Inline]] = {}
    for page in record_pages(site, written):
        folder = page.name.rpartition("/")[0]
        if folder not in folders:
            address = _addresses(builder, page.name)
            folders[folder] = address, Inline(address, page.language)
        address, inline = folders[folder]
        body = body_of(page, inline)
        names.add(page.name)
        if page.record:
            _feed(builder, page, words_of(site, page.record))
            write_file(Path(app.outdir) / f"{page.name}.json", json_of(page.record.body))
        yield page.name, _context(site, page, body, address), "page.html"
    _keep_in_search(builder, names)


def json_of(body: Any) -> bytes:
    """Return a record as it lies beside its page: whole, but for the path of its schema."""
    return encode({name: part for name, part in body.items() if name != "$schema"})


def _addresses(builder: StandaloneHTMLBuilder, page: str) -> Address:
    known: dict[str, str] = {}

    def address(target: str, anchor: str) -> str:
        if target not in known:
            known[target] = builder.get_relative_uri(page, target)
        return f"{known[target]}#{anchor}" if anchor else known[target]

    return address


def _context(site: Site, page: Page, body: str, address: Address) -> Context:
    context: Context = {
        "title": str(escape(page.title.text)),
        "body": body,
        "toc": contents_of(page),
        "metatags": head(site, page.name, page.description),
        "milepost_sections": bool(page.sections),
    }
    for name, link in (("prev", page.before), ("next", page.after)):
        if link:
            context[name] = {"link": address(link.page, ""), "title": str(escape(link.text))}
    return context


def _feed(builder: StandaloneHTMLBuilder, page: Page, words: str) -> None:
    """Give the words of a page to the search index, which Sphinx fills from documents alone."""
    if builder.indexer is None:
        return
    document = new_document(page.name, _settings())
    document += nodes.section("", nodes.title("", page.title.text), nodes.paragraph("", words))
    builder.indexer.feed(page.name, f"{page.name}.html", str(escape(page.title.text)), document)


@cache
def _settings() -> Any:
    """Return settings made once, since making them takes longer than a page."""
    return get_default_settings()


def _keep_in_search(builder: StandaloneHTMLBuilder, names: set[str]) -> None:
    """Let the search index keep the record pages, which are no documents."""
    indexer = builder.indexer
    if indexer is not None:
        prune = indexer.prune

        def keep(docnames: Iterable[str]) -> None:
            prune({*docnames, *names})

        indexer.prune = keep  # type: ignore[method-assign] # for this build alone
