"""Which pages stand beside each other: the same page in the languages of the site."""

from milepost.kinds import BY_FOLDER
from milepost.site.languages.words import CATALOGUES, ENGLISH, in_english, page_in
from milepost.site.page_names import list_of
from milepost.site.site import Site

# The kinds whose records have a page in every language, and the list that has one.
TRANSLATED = ("relationship", "milestone")
LISTED = list_of("relationship")


def has_languages(site: Site, page: str) -> bool:
    """Return whether an English page stands in other languages too; no tombstone does."""
    folder, _, name = page.partition("/")
    kind = BY_FOLDER.get(folder)
    known = kind is not None and kind.name in TRANSLATED and name in site.dataset.of(kind.name)
    return known or page == LISTED


def beside(page: str, *, in_all: bool) -> list[tuple[str, str, str]]:
    """Return the languages to choose from on a page: language, its own name, the page in it.

    Where a page does not stand in all of them, the choice leads to the list of relationships.
    """
    own = in_english(page)
    there = own if in_all else LISTED
    others = [(w.language, w.name, page_in(w.language, there)) for w in CATALOGUES]
    return [(ENGLISH.language, ENGLISH.name, own), *others]
