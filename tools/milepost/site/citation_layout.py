"""How to cite as HTML, put together without a template: it ends the page of every record."""

from markupsafe import Markup

from milepost.site.api.addresses import record_file
from milepost.site.citing import Citation, Cited
from milepost.site.escaping import escaped, html_text
from milepost.site.heading_layout import heading_html
from milepost.site.inline import Inline, language_attribute
from milepost.site.page import Page
from milepost.site.phrase import Text


def citations_html(cited: Cited) -> Markup:
    """Return the HTML of citations, the first at once and the others folded away."""
    first, *others = cited.citations
    folds = "".join([_folded(other, cited.title) for other in others])
    permanent = _permanent(cited.permanent) if cited.permanent else ""
    return Markup(f"{_citation(first, cited.title)}{folds}{permanent}")  # noqa: S704 -- all in it is escaped


def _folded(citation: Citation, title: Text) -> str:
    style, told = escaped(citation.style), _citation(citation, title)
    return f'<details class="mp-fold"><summary>{style}</summary>\n{told}</details>\n'


def _citation(citation: Citation, title: Text) -> str:
    text = html_text(citation.text)
    if title.language != "en":
        called = html_text(title.text)
        run = f"<span{language_attribute(title.language)}>{called}</span>"
        text = text.replace(called, run, 1)
    return (
        f'<pre class="mp-cited" data-copy="{escaped(citation.style)}" tabindex="0" role="region"'
        f' aria-label="{escaped(citation.label)}">{text}</pre>\n'
    )


def _permanent(identifier: str) -> str:
    return (
        '<p class="mp-quiet">Permanent identifier <code class="mp-code"'
        f' data-copy="permanent identifier">{html_text(identifier)}</code></p>\n'
    )


def cite_html(cited: Cited, page: Page, inline: Inline) -> Markup:
    """Return the HTML of the section that ends the page of a record."""
    file = f"../{record_file(page.record.kind, page.record.id)}" if page.record else ""
    correction = f" {inline.html(page.correction)}." if page.correction else ""
    return Markup(  # noqa: S704 -- all in it is escaped
        f"{heading_html('cite', 'How to cite')}\n{citations_html(cited)}\n"
        f'<p class="mp-quiet"><a class="reference internal" href="{html_text(file)}">'
        f"This record as JSON</a>.{correction}</p>"
    )
