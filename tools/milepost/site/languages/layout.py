"""The layout that pages in other languages share."""

from milepost.site.languages.catalogue import Catalogue
from milepost.site.languages.naming import day
from milepost.site.languages.words import page_in
from milepost.site.page import Page
from milepost.site.phrase import Link, Text
from milepost.site.site import Site
from milepost.site.tables import Fact, Table


def page(  # noqa: PLR0913 -- a page is what it says
    site: Site,
    words: Catalogue,
    name: str,
    title: Text,
    tables: tuple[Table, ...],
    *,
    facts: tuple[Fact, ...] = (),
    summary: Text | None = None,
) -> Page:
    """Return a page that stands beside the English one of this name, and leads to it."""
    values = {
        "words": words,
        "day": day(words, site.as_of),
        "english": Link(name, words("Evidence and disputes, in English"), words.language),
        "tables": tables,
        "facts": facts,
        "summary": summary,
    }
    there = page_in(words.language, name)
    return Page(there, title, "language.html", values, language=words.language)
