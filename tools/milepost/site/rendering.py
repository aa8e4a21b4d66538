"""Pages to HTML: the body of a page, with every word of a record escaped."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from milepost.site.evidence_layout import evidence_html
from milepost.site.figures.locator_drawing import locator_html
from milepost.site.heading_layout import heading_html
from milepost.site.inline import Inline, language_attribute
from milepost.site.page import Page
from milepost.site.safety import is_web_address
from milepost.site.table_layout import facts_html, table_html

TEMPLATES = Path(__file__).parent / "templates"
STATIC = Path(__file__).parent / "static"


@cache
def environment() -> Environment:
    """Return the environment of the record templates; what is not declared there is an error."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES / "records"),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.tests["web_address"] = is_web_address
    made.filters["lang"] = language_attribute
    for layout in (heading_html, table_html, facts_html, evidence_html, locator_html):
        made.globals[layout.__name__] = layout
    return made


def body_of(page: Page, inline: Inline) -> str:
    """Return the HTML of a page between its header and its footer."""
    template = environment().get_template(page.template)
    return template.render(page=page, inline=inline, **page.values)


def contents_of(page: Page) -> str:
    """Return the HTML of the list of a page's headings, empty where there are none."""
    if not page.sections:
        return ""
    return environment().get_template("contents.html").render(page=page)
