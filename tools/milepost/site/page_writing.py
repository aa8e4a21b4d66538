"""Record pages in a build: from their values to the shells of the theme, and to files."""

from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from hashlib import blake2b
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder

from milepost.collection import no_collection
from milepost.model import Record
from milepost.reading.stamps import program_hash
from milepost.site.domain import the_domain, the_site
from milepost.site.escaping import html_text
from milepost.site.heading_layout import contents_html
from milepost.site.inline import Address, Inline
from milepost.site.keeping import Kept
from milepost.site.keys import Keys, ground_of
from milepost.site.languages.beside import has_languages
from milepost.site.languages.words import in_english
from milepost.site.machines.head import head
from milepost.site.navigation import is_in_navigation
from milepost.site.page import IsMade, Listed, Page
from milepost.site.pages.every import record_pages
from milepost.site.rendering import body_of
from milepost.site.shells import Shells
from milepost.site.site import Site
from milepost.writing.aside import written_aside
from milepost.writing.folders import fill

Context = dict[str, Any]
TEMPLATE = "page.html"
_NO_PAGE = "-"
_ANY_PAGE = "any-page"
_NOTHING = {"title": "", "body": "", "toc": "", "metatags": "", "milepost_sections": True}


def collect(app: Sphinx) -> Iterator[tuple[str, Context, str]]:
    """Write every record page but those in the navigation, which are yielded to Sphinx.

    A page in the navigation is marked there, so that no other page has its shell.
    """
    if isinstance(app.builder, StandaloneHTMLBuilder):
        with no_collection():
            yield from _collected(app, app.builder)


def _collected(app: Sphinx, builder: StandaloneHTMLBuilder) -> Iterator[tuple[str, Context, str]]:
    site = the_site(app.env)
    taken, out = kept(app), Path(app.outdir)
    shells = Shells(partial(themed, builder), the_domain(app.env).forms)
    inlines: dict[str, Inline] = {}
    is_made = partial(_is_page_taken, taken)
    for page in record_pages(site, frozenset(app.env.all_docs), is_made):
        folder = page.name.rpartition("/")[0]
        if folder not in inlines:
            # Pages come folder by folder, and what is made for one is of no use to the next.
            inlines.clear()
            inlines[folder] = Inline(addresses(builder.get_relative_uri, folder), page.language)
        context = context_of(site, page, inlines[folder])
        if is_in_navigation(page.name, site):
            yield page.name, context, TEMPLATE
        else:
            fill(out, [(f"{page.name}.html", shells.page(page.name, context))])


def kept(app: Sphinx) -> Kept:
    """Return what is taken over from an earlier site, with the shells where the frame is the same.

    The frame is what a page shows that no record says: the program, the theme, the documents.
    """
    domain = the_domain(app.env)
    if domain.kept is None:
        shown = themed(app.builder, f"milestones/{_NO_PAGE}", dict(_NOTHING))
        frame = b"".join((program_hash(), shown.encode(), repr(sorted(app.env.all_docs)).encode()))
        keys = Keys(domain.loaded, ground_of(domain.loaded, frame))
        name = blake2b(frame).hexdigest()
        domain.kept = Kept(domain.earlier, domain.touched(), name, Path(app.outdir), keys)
        if name == domain.earlier.frame:
            domain.forms.update(domain.earlier.forms)
    return domain.kept


def is_taken(app: Sphinx) -> IsMade:
    """Return how to ask, by path and what it shows, whether a file has been taken over."""
    taken = kept(app)
    return lambda path, shown: taken.takes(shown, path)


def _is_page_taken(taken: Kept, page: str, shown: Record | Listed) -> bool:
    return taken.takes(shown, f"{page}.html")


def themed(builder: Any, name: str, context: Context) -> str:
    """Return a page as the theme renders it."""
    write = partial(builder.handle_page, name, context, TEMPLATE)
    return written_aside("page.html", lambda path: write(outfilename=path)).decode()


def addresses(relative: Callable[[str, str], str], folder: str) -> Address:
    """Return how the pages of a folder address others, and themselves as others do."""
    ways: dict[str, list[str]] = {}
    page = f"{folder}/{_NO_PAGE}"

    def address(target: str, anchor: str) -> str:
        there, slash, name = target.rpartition("/")
        if there not in ways:
            ways[there] = relative(page, f"{there}{slash}{_ANY_PAGE}").split(_ANY_PAGE)
        found = _quoted(name).join(ways[there])
        return f"{found}#{anchor}" if anchor else found

    return address


@lru_cache(maxsize=4096)
def _quoted(name: str) -> str:
    """Return a name as addresses have it; pages of every folder link the same ones."""
    return quote(name)


def context_of(site: Site, page: Page, inline: Inline) -> Context:
    """Return what the theme is told of a page."""
    context: Context = {
        "title": html_text(page.title.text),
        "body": body_of(page, inline),
        "toc": contents_html(page),
        "metatags": head(site, page.name, page.description),
        "milepost_languages": has_languages(site, in_english(page.name)),
        "milepost_sections": bool(page.sections),
    }
    for name, link in (("prev", page.before), ("next", page.after)):
        if link:
            address = inline.address(link.page, "")
            context[name] = {"link": address, "title": html_text(link.text)}
    return context
