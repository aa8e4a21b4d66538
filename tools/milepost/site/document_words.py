"""The words of a written document as its page shows them, for the search."""

import re
from collections.abc import Iterator

from docutils import nodes
from markupsafe import Markup

from milepost.site.inline import Inline
from milepost.site.laid_out import laid_out
from milepost.site.parts import part_html
from milepost.site.site import Site

# What nobody reads as a part of the text: controls and drawings.
_NO_TEXT = re.compile(r"<(form|svg)\b.*?</\1>", re.DOTALL)
_BLOCK_END = re.compile(r"</(?:td|th|li|p|pre|dt|dd|figcaption|h[1-6])>")


def document_words(site: Site, document: nodes.document) -> str:
    """Return the words of a resolved document in their order, with single spaces between them."""
    inline = Inline(lambda page, _anchor: page)
    return " ".join(" ".join(_blocks(site, document, inline)).split())


def _blocks(site: Site, node: nodes.Node, inline: Inline) -> Iterator[str]:
    if isinstance(node, laid_out):
        yield _text(part_html(site, node["part"], node["subject"], inline))
    elif isinstance(node, nodes.raw | nodes.Invisible):
        return
    elif isinstance(node, nodes.TextElement):
        yield node.astext()
    else:
        for child in node.children:
            yield from _blocks(site, child, inline)


def _text(html: str) -> str:
    return Markup(_BLOCK_END.sub(" ", _NO_TEXT.sub("", html))).striptags()  # noqa: S704 -- it becomes text
