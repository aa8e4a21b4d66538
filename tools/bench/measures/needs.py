"""A project for sphinx-needs with the content of a site: a page and a need for each record.

A page of a record in another language is a document with its words and no need of its own.
"""

import re
from collections.abc import Iterator
from html import unescape
from typing import Final

from milepost.model import Record
from milepost.site.inline import Inline
from milepost.site.languages.words import ENGLISH
from milepost.site.page import Page
from milepost.site.page_names import PAGED, SINGULARS, page_of
from milepost.site.pages.every import record_pages
from milepost.site.rendering import body_of
from milepost.site.site import Site

_BLOCK_ENDS: Final = re.compile(r"</(?:p|li|tr|dt|dd|h[1-6]|pre|summary)>")
_CELL_ENDS: Final = re.compile(r"</(?:td|th|span)>")
_TAGS: Final = re.compile(r"<[^>]*>")
_MARKUP: Final = re.compile(r"([\\*`|_])")
_CONFIGURATION: Final = """project = "needs"
extensions = ["sphinx_needs"]
html_theme = "furo"
html_show_sourcelink = False
html_copy_source = False
needs_id_regex = "^[a-z0-9_]+$"
needs_types = [{types}]
"""
_INDEX: Final = b"Index\n=====\n"


def needs_project(site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield path and bytes of each file: every record with its links and the words of its page."""
    types = ", ".join(_type(kind) for kind in PAGED)
    yield "conf.py", _CONFIGURATION.format(types=types).encode()
    yield "index.rst", _INDEX
    inline = Inline(lambda page, _anchor: page)
    for page in record_pages(site):
        lines = _listed(body_of(page, inline))
        if page.record:
            text = _headed(page) + _need(site, page, page.record) + lines
            yield f"{page_of(page.record.kind, page.record.id)}.rst", text.encode()
        elif page.language != ENGLISH.language:
            yield f"{page.name}.rst", (_headed(page) + lines).encode()


def _type(kind: str) -> str:
    title = SINGULARS[kind]
    return f"dict(directive={kind!r}, title={title!r}, prefix='', color='#ffffff', style='node')"


def _headed(page: Page) -> str:
    # In a navigation the pages would cost by the square of their number in this theme.
    title = _escaped(page.title.text)
    return f":orphan:\n\n{title}\n{'=' * 4 * len(title)}\n\n"


def _need(site: Site, page: Page, record: Record) -> str:
    edges = site.graph.named_by(record)
    named = dict.fromkeys(_id(e.target) for e in edges if e.target.kind in PAGED)
    named.pop(_id(record), None)
    links = f"   :links: {', '.join(named)}\n" if named else ""
    return f".. {record.kind}:: {_escaped(page.title.text)}\n   :id: {_id(record)}\n{links}"


def _listed(body: str) -> str:
    return "".join(f"\n   * {line}\n" for line in _lines(body))


def _id(record: Record) -> str:
    return f"{record.kind}_{record.id}".replace("-", "_")


def _lines(body: str) -> Iterator[str]:
    for block in _BLOCK_ENDS.sub("\n", _CELL_ENDS.sub(" ", body.replace("\n", " "))).split("\n"):
        words = " ".join(unescape(_TAGS.sub("", block)).split())
        if words:
            yield _escaped(words)


def _escaped(text: str) -> str:
    return _MARKUP.sub(r"\\\1", text)
