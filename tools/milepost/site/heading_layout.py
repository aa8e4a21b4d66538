"""Headings as HTML, each with the link to itself; most pages have the same few."""

from functools import cache

from markupsafe import Markup

_HEADING = Markup(
    '<h2 id="{section}">{title}'
    '<a class="headerlink" href="#{section}" title="Link to this heading">#</a></h2>'
)


@cache
def heading_html(section: str, title: str) -> Markup:
    """Return the HTML of the heading of a section, by its anchor and its title."""
    return _HEADING.format(section=section, title=title)
