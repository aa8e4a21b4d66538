"""Pages to HTML: the body of a page, with every word of a record escaped."""

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from milepost.site.chronology_layout import chronology_html
from milepost.site.citation_layout import citations_html, cite_html
from milepost.site.disputes import answered
from milepost.site.evidence_layout import evidence_html
from milepost.site.figures.locator_drawing import locator_html
from milepost.site.figures.timeline_drawing import marks_html
from milepost.site.heading_layout import heading_html, headline_html
from milepost.site.inline import Inline, language_attribute, phrase_html, phrase_part_html
from milepost.site.page import Page
from milepost.site.safety import is_web_address
from milepost.site.table_layout import facts_html, table_html, tables_html

TEMPLATES = Path(__file__).parent / "templates"
STATIC = Path(__file__).parent / "static"
# What templates leave to a function: value|table(inline), "anchor"|heading("Title").
_LAYOUTS: Final[Mapping[str, Callable[..., Any]]] = {
    "answered": answered,
    "citations": citations_html,
    "chronology": chronology_html,
    "cite": cite_html,
    "evidence": evidence_html,
    "facts": facts_html,
    "heading": heading_html,
    "headline": headline_html,
    "lang": language_attribute,
    "locator": locator_html,
    "marks": marks_html,
    "part": phrase_part_html,
    "phrase": phrase_html,
    "table": table_html,
    "tables": tables_html,
}


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
    made.filters.update(_LAYOUTS)
    # Every page would get a copy of Jinja's own functions, which no template calls.
    made.globals.clear()
    return made


@cache
def template(name: str) -> Template:
    """Return a record template; the environment would look for changes of it at every page."""
    return environment().get_template(name)


def body_of(page: Page, inline: Inline) -> str:
    """Return the HTML of a page between its header and its footer."""
    return template(page.template).render(page=page, inline=inline, **page.values)
