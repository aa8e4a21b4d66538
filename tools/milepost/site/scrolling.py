"""Tables in documents: each in a named region that scrolls by touch and by keyboard."""

from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.writers.html5 import HTML5Translator


class scroll_region(nodes.General, nodes.Element):  # type: ignore[misc] # noqa: N801 -- docutils has no types, and names nodes in lower case
    """A region that scrolls sideways where what it holds is wider than the page."""


class ScrollRegions(SphinxPostTransform):
    """Wrap each table in a region, after the theme has put it in a box of its own."""

    formats = ("html",)
    default_priority = 600

    def run(self, **_: object) -> None:
        """Replace the boxes of the theme."""
        for table in list(self.document.findall(nodes.table)):
            box = table.parent
            if isinstance(box, nodes.container) and "table-wrapper" in box["classes"]:
                region = scroll_region(label=_label(table))
                region += table
                box.parent.replace(box, region)


def _label(table: nodes.table) -> str:
    if "mp-label" in table:
        return str(table["mp-label"])
    place: Any = table
    while place is not None and not isinstance(place, nodes.section):
        place = place.parent
    title = place.next_node(nodes.title) if place is not None else None
    return title.astext() if title is not None else "Table"


def visit(translator: HTML5Translator, node: nodes.Element) -> None:
    """Open the region."""
    attributes = {"role": "region", "tabindex": "0", "aria-label": node["label"]}
    translator.body.append(
        translator.starttag(node, "div", CLASS="table-wrapper mp-scroll", **attributes)
    )


def depart(translator: HTML5Translator, _node: nodes.Element) -> None:
    """Close the region."""
    translator.body.append("</div>\n")
