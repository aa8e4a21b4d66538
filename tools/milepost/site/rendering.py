"""Pages to HTML: the body of a page, with every word of a record escaped."""

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from milepost.site.page import Page
from milepost.site.phrase import Code, Link, Outside, Part, Phrase
from milepost.site.safety import is_web_address

TEMPLATES = Path(__file__).parent / "templates"
STATIC = Path(__file__).parent / "static"

_OUTSIDE = 'class="reference external" rel="noopener noreferrer"'

# The address of a page and a place in it, relative to the page that links it.
Address = Callable[[str, str], str]


class Inline:
    """Phrases to HTML for all pages of one folder; each link is made once."""

    def __init__(self, address: Address, language: str = "en") -> None:
        self.address = address
        self._language = language
        self._made: dict[Part, Markup] = {}

    @property
    def root(self) -> str:
        """The root of the site, relative to these pages, as the beginning of an address."""
        above, slash, _ = self.address("index", "").rpartition("/")
        return above + slash

    def __call__(self, phrase: Phrase) -> Markup:
        """Return the HTML of a phrase."""
        made = self._made
        parts = [made[part] if part in made else self.part(part) for part in phrase]
        return Markup("".join(parts))  # noqa: S704 -- each part is markup already

    def cells(self, row: Sequence[Phrase]) -> Markup:
        """Return the HTML of the cells of a row between the first opening tag and the last end."""
        cells = "</td><td>".join([self(cell) for cell in row])
        return Markup(cells)  # noqa: S704 -- each cell is markup already

    def part(self, part: Part) -> Markup:
        """Return the HTML of a part of a phrase."""
        if part not in self._made:
            self._made[part] = Markup(self._html(part))  # noqa: S704 -- all in it is escaped
        return self._made[part]

    def _html(self, part: Part) -> str:
        if isinstance(part, str):
            return escape(part)
        text = escape(part.text)
        if isinstance(part, Code):
            return f'<code class="mp-code">{text}</code>'
        if isinstance(part, Outside):
            return f'<a {_OUTSIDE} href="{escape(part.address)}">{text}</a>'
        language = language_attribute(part.language, self._language)
        if isinstance(part, Link):
            href = escape(self.address(part.page, part.anchor))
            return f'<a href="{href}"{language}>{text}</a>'
        return f"<span{language}>{text}</span>" if language else text


@cache
def language_attribute(language: str, page: str = "en") -> Markup:
    """Return the attribute that says in which language words are; none for those of the page."""
    return Markup(' lang="{}"').format(language) if language != page else Markup()


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
