"""The sitemap: every page of the site, whichever of them this build has written."""

from collections.abc import Iterable
from xml.sax.saxutils import escape

from milepost.site.languages.pages import names_in_other_languages
from milepost.site.page_names import PAGED, lists_of, page_of, sources_page
from milepost.site.site import Site

FILE = "sitemap.xml"
_BEGINS = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">"""


def sitemap(site: Site, documents: Iterable[str]) -> bytes:
    """Return the sitemap of sitemaps.org of the documents, the records and their lists.

    It is made from what there is and not from what was written, so that a build of one page gives
    the same as a build of all.
    """
    home = site.home
    lines = (f"<url><loc>{escape(home.page(page))}</loc></url>" for page in pages(site, documents))
    return "\n".join((_BEGINS, *lines, "</urlset>\n")).encode()


def pages(site: Site, documents: Iterable[str]) -> list[str]:
    """Return the names of all pages in their order, those of tombstones left out."""
    records = (page_of(kind, name) for kind in PAGED for name in site.dataset.of(kind))
    lists = (name for kind in PAGED for name in lists_of(kind, len(site.dataset.of(kind))))
    sources = (sources_page(dyad) for dyad in site.dataset.of("relationship"))
    return sorted({*documents, *records, *lists, *sources, *names_in_other_languages(site)})
