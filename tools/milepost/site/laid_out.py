"""A node that web pages lay out by a template; its children stand for it in every other builder."""

from collections.abc import Mapping
from typing import Any

from docutils import nodes
from sphinx.writers.html5 import HTML5Translator

from milepost.site.domain import the_site
from milepost.site.inline import Inline
from milepost.site.parts import part_html


class laid_out(nodes.General, nodes.Element):  # type: ignore[misc] # noqa: N801 -- docutils has no types, and names nodes in lower case
    """A part of a page by its name and its subject."""


def laid_out_node(part: str, subject: str, otherwise: list[nodes.Node]) -> nodes.Element:
    """Return the node of a part, with what other builders show in its place."""
    made: nodes.Element = laid_out("", part=part, subject=subject)
    made += otherwise
    return made


def visit(translator: HTML5Translator, node: nodes.Element) -> None:
    """Write the part with links relative to the page, and leave its children out."""
    builder = translator.builder
    page = builder.current_docname

    def address(target: str, anchor: str) -> str:
        found = builder.get_relative_uri(page, target)
        return f"{found}#{anchor}" if anchor else found

    html = part_html(the_site(builder.env), node["part"], node["subject"], Inline(address))
    translator.body.append(html)
    raise nodes.SkipNode


def go_on(_translator: Any, _node: nodes.Element) -> None:
    """Go on to the children."""


# What app.add_node takes: web pages are laid out, every other builder writes the children.
VISITORS: Mapping[str, Any] = {
    "html": (visit, None),
    **dict.fromkeys(("text", "latex", "man", "texinfo", "xml"), (go_on, go_on)),
}
