"""Record pages in a build: pages to the theme, JSON beside them."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from markupsafe import escape
from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder

from milepost.canonical import encode
from milepost.site.domain import the_domain, the_site
from milepost.site.languages.beside import has_languages
from milepost.site.languages.words import in_english
from milepost.site.machines.head import head
from milepost.site.navigation import is_in_navigation
from milepost.site.page import Page
from milepost.site.pages.every import record_pages
from milepost.site.rendering import Address, Inline, body_of, contents_of
from milepost.site.shells import Shells
from milepost.site.site import Site
from milepost.writing import fill, written_aside

Context = dict[str, Any]
TEMPLATE = "page.html"
_NO_PAGE = "-"


def collect(app: Sphinx) -> Iterator[tuple[str, Context, str]]:
    """Write every record page but those in the navigation, which are yielded to Sphinx.

    A page in the navigation is marked there, so that no other page has its shell.
    """
    builder = app.builder
    if not isinstance(builder, StandaloneHTMLBuilder):
        return
    site = the_site(app.env)
    shells = Shells(partial(themed, builder), the_domain(app.env).forms)
    inlines: dict[str, Inline] = {}
    for page in record_pages(site, frozenset(app.env.all_docs)):
        folder = page.name.rpartition("/")[0]
        if folder not in inlines:
            inlines[folder] = Inline(addresses(builder.get_relative_uri, folder), page.language)
        context = context_of(site, page, inlines[folder])
        if is_in_navigation(page.name, site):
            yield page.name, context, TEMPLATE
        else:
            text = shells.page(page.name, context)
            fill(Path(app.outdir), [(f"{page.name}.html", text.encode())])
        if page.record:
            fill(Path(app.outdir), [(f"{page.name}.json", json_of(page.record.body))])


def json_of(body: Any) -> bytes:
    """Return a record as it lies beside its page: whole, but for the path of its schema."""
    return encode({name: part for name, part in body.items() if name != "$schema"})


def themed(builder: StandaloneHTMLBuilder, name: str, context: Context) -> str:
    """Return a page as the theme renders it."""
    write = partial(builder.handle_page, name, context, TEMPLATE)
    return written_aside("page.html", lambda path: write(outfilename=path)).decode()


def addresses(relative: Callable[[str, str], str], folder: str) -> Address:
    """Return how the pages of a folder address others, and themselves as others do."""
    known: dict[str, str] = {}
    page = f"{folder}/{_NO_PAGE}"

    def address(target: str, anchor: str) -> str:
        if target not in known:
            known[target] = relative(page, target)
        return f"{known[target]}#{anchor}" if anchor else known[target]

    return address


def context_of(site: Site, page: Page, inline: Inline) -> Context:
    """Return what the theme is told of a page."""
    context: Context = {
        "title": str(escape(page.title.text)),
        "body": body_of(page, inline),
        "toc": contents_of(page),
        "metatags": head(site, page.name, page.description),
        "milepost_languages": has_languages(site, in_english(page.name)),
        "milepost_sections": bool(page.sections),
    }
    for name, link in (("prev", page.before), ("next", page.after)):
        if link:
            address = inline.address(link.page, "")
            context[name] = {"link": address, "title": str(escape(link.text))}
    return context
