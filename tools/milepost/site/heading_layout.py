"""Headings as HTML: that of a page, those of its sections, and the list of them."""

from collections.abc import Iterable
from functools import cache

from markupsafe import Markup

from milepost.site.escaping import escaped, html_text
from milepost.site.inline import language_attribute
from milepost.site.naming import Title
from milepost.site.page import Page

_HEADING = Markup(
    '<h2 id="{section}">{title}'
    '<a class="headerlink" href="#{section}" title="Link to this heading">#</a></h2>'
)
_TRANSLATED = ' <span class="mp-mark" lang="en">editors’ translation</span>'


@cache
def heading_html(section: str, title: str) -> Markup:
    """Return the HTML of the heading of a section, by its anchor and its title."""
    return _HEADING.format(section=section, title=title)


def headline_html(page: Page, kind: str, titles: Iterable[Title]) -> Markup:
    """Return the HTML of the title of a page below its kind, with the record's other titles."""
    title = page.title
    others = "".join([_other(other) for other in titles if other.text != title.text])
    return Markup(  # noqa: S704 -- all in it is escaped
        f'<p class="mp-kind">{escaped(kind)}</p>\n'
        f"<h1{language_attribute(title.language)}>{html_text(title.text)}</h1>\n{others}"
    )


def _other(title: Title) -> str:
    mark = _TRANSLATED if title.translated else ""
    text = html_text(title.text)
    return f'<p class="mp-title" lang="{escaped(title.language)}">{text}{mark}</p>\n'


def contents_html(page: Page) -> str:
    """Return the HTML of the list of a page's headings, empty where there are none.

    The theme shows what lies below the title of the page, and hides the title itself.
    """
    if not page.sections:
        return ""
    lines = "".join([_line(section.anchor, section.title) for section in page.sections])
    return (
        f'<ul>\n<li><a class="reference internal" href="#">{html_text(page.title.text)}</a>\n'
        f"<ul>\n{lines}</ul>\n</li>\n</ul>"
    )


@cache
def _line(anchor: str, title: str) -> str:
    return (
        f'<li><a class="reference internal" href="#{escaped(anchor)}">{escaped(title)}</a></li>\n'
    )
