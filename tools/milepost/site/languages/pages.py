"""The pages in other languages: relationships and milestones, each beside its English page.

They read without scripts, and lead to the English page for what every source says.
"""

from collections.abc import Iterator

from milepost.site.languages.beside import LISTED, TRANSLATED
from milepost.site.languages.milestones import milestone_page
from milepost.site.languages.relationships import list_page, relationship_page
from milepost.site.languages.words import CATALOGUES, page_in
from milepost.site.page import IsMade, Page, never
from milepost.site.page_names import page_of
from milepost.site.site import Site


def pages_in_other_languages(site: Site, is_made: IsMade = never) -> Iterator[Page]:
    """Yield the pages of every language: relationships in a list and one by one, and milestones.

    Pages of records that are made already, as `is_made` says by name and record, are left out.
    """
    makers = {"relationship": relationship_page, "milestone": milestone_page}
    for words in CATALOGUES:
        yield list_page(site, words)
        for kind, make in makers.items():
            for record in site.dataset.of(kind).values():
                if not is_made(page_in(words.language, page_of(kind, record.id)), record):
                    yield make(site, words, record)


def names_in_other_languages(site: Site) -> list[str]:
    """Return the names of those pages."""
    records = [page_of(kind, name) for kind in TRANSLATED for name in site.dataset.of(kind)]
    own = [LISTED, *records]
    return [page_in(words.language, page) for words in CATALOGUES for page in own]
