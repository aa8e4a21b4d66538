"""The languages of the site: the catalogue of each, and the pages that stand in them."""

from typing import Final

from milepost.site.languages.catalogue import Catalogue
from milepost.site.languages.japanese import JAPANESE
from milepost.site.languages.khmer import KHMER

ENGLISH: Final = Catalogue("en", "English", "", {})
CATALOGUES: Final = (JAPANESE, KHMER)


def page_in(language: str, page: str) -> str:
    """Return the name of a page in a language, from that of the English one."""
    return page if language == ENGLISH.language else f"{language}/{page}"


def catalogue_of(page: str) -> Catalogue:
    """Return the words of a page by its name, English unless it lies in a language's folder."""
    folder = page.partition("/")[0]
    return next((words for words in CATALOGUES if words.language == folder), ENGLISH)


def in_english(page: str) -> str:
    """Return the name of the English page that a page in any language stands beside."""
    return page if catalogue_of(page) is ENGLISH else page.partition("/")[2]
