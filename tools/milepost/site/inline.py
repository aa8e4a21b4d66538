"""Phrases to HTML: words escaped, links relative to the pages of one folder."""

from collections.abc import Callable, Iterable
from functools import cache
from typing import Final

from markupsafe import Markup

from milepost.site.escaping import html_text
from milepost.site.phrase import Code, Link, Outside, Part, Phrase

_OUTSIDE = 'class="reference external" rel="noopener noreferrer"'

# The address of a page and a place in it, relative to the page that links it.
Address = Callable[[str, str], str]


# How many parts are kept: the same few stand on all pages, and most of the others on one alone.
_MOST: Final = 4096


class Inline:
    """Phrases to HTML for all pages of one folder, which have many parts alike."""

    def __init__(self, address: Address, language: str = "en") -> None:
        self.address = address
        self._made = _Made(address, language)

    @property
    def root(self) -> str:
        """The root of the site, relative to these pages, as the beginning of an address."""
        above, slash, _ = self.address("index", "").rpartition("/")
        return above + slash

    def html(self, phrase: Phrase) -> str:
        """Return the HTML of a phrase, for those who put HTML together without a template."""
        made = self._made
        if len(phrase) == 1:
            return made[phrase[0]]
        return "".join([made[part] for part in phrase])

    def part(self, part: Part) -> str:
        """Return the HTML of a part of a phrase."""
        return self._made[part]

    def rows(self, rows: Iterable[Iterable[Phrase]]) -> list[list[str]]:
        """Return the HTML of the phrases in each row of a table."""
        made = self._made
        # Most phrases have one part, and a call for each would take twice the time.
        return [
            [
                made[phrase[0]] if len(phrase) == 1 else "".join([made[part] for part in phrase])
                for phrase in row
            ]
            for row in rows
        ]


class _Made(dict[Part, str]):
    """The HTML of parts, each made when it is asked for and not at hand."""

    def __init__(self, address: Address, language: str) -> None:
        super().__init__()
        self._address = address
        self._language = language

    def __missing__(self, part: Part) -> str:
        # As AtHand does, without a call for each part.
        if len(self) >= _MOST:
            self.clear()
        made = self[part] = self._html(part)
        return made

    def _html(self, part: Part) -> str:
        if isinstance(part, str):
            return html_text(part)
        text = html_text(part.text)
        if isinstance(part, Code):
            return f'<code class="mp-code">{text}</code>'
        if isinstance(part, Outside):
            return f'<a {_OUTSIDE} href="{html_text(part.address)}">{text}</a>'
        language = language_attribute(part.language, self._language)
        if isinstance(part, Link):
            href = html_text(self._address(part.page, part.anchor))
            return f'<a href="{href}"{language}>{text}</a>'
        return f"<span{language}>{text}</span>" if language else text


def phrase_html(phrase: Phrase, inline: Inline) -> Markup:
    """Return the HTML of a phrase, for templates."""
    return Markup(inline.html(phrase))  # noqa: S704 -- each part is escaped


def phrase_part_html(part: Part, inline: Inline) -> Markup:
    """Return the HTML of a part of a phrase, for templates."""
    return Markup(inline.part(part))  # noqa: S704 -- all in it is escaped


@cache
def language_attribute(language: str, page: str = "en") -> Markup:
    """Return the attribute that says in which language words are; none for those of the page."""
    return Markup(' lang="{}"').format(language) if language != page else Markup()
