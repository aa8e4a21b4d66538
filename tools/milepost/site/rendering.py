"""Pages to HTML: the body of a page, with every word of a record escaped."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from milepost.site.page import Page
from milepost.site.phrase import plain
from milepost.site.safety import is_web_address

TEMPLATES = Path(__file__).parent / "templates"
STATIC = Path(__file__).parent / "static"

# The address, relative to the page, of another page and a place in it.
Address = Callable[[str, str], str]


@cache
def environment() -> Environment:
    """Return the environment of the record templates; what is not declared there is an error."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES / "records"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.tests["web_address"] = is_web_address
    made.filters["plain"] = plain
    return made


def body_of(page: Page, address: Address) -> str:
    """Return the HTML of a page between its header and its footer."""
    template = environment().get_template(page.template)
    return template.render(page=page, address=address, **page.values)


def contents_of(page: Page) -> str:
    """Return the HTML of the list of a page's headings, empty where there are none."""
    if not page.sections:
        return ""
    return environment().get_template("contents.html").render(page=page)
