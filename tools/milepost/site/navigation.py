"""What every page has around it: the navigation, which costs the same on each, and the footer."""

from collections.abc import Collection
from typing import Any

from sphinx.application import Sphinx

from milepost.model import Record
from milepost.site.domain import the_site
from milepost.site.languages.beside import beside, has_languages
from milepost.site.languages.naming import link
from milepost.site.languages.words import ENGLISH, catalogue_of, in_english
from milepost.site.page_names import PAGED, PLURALS, list_of, page_of
from milepost.site.site import Site
from milepost.site.versions import standing

_MOST_RELATIONSHIPS = 20

CONTRIBUTING = (
    ("contribute", "How to contribute"),
    ("data-guidelines", "Data guidelines"),
    ("propose", "Propose a milestone"),
    ("corrections", "Corrections"),
    ("governance", "Governance"),
)
DOCUMENTS = (
    ("disputes", "Disputes"),
    ("anniversaries", "Anniversaries"),
    ("download", "Download"),
    ("use", "Use the data"),
    ("linked-data", "Linked data"),
    ("codebook", "Codebook"),
    ("dates", "Dates and doubt"),
    ("rules", "Rules"),
    ("versions", "Versions"),
)

# What the theme itself writes into every page, for those who hear it or go by keyboard.
FRAME = (
    "Skip to content",
    "Toggle site navigation sidebar",
    "Toggle table of contents sidebar",
    "Toggle Light / Dark / Auto color theme",
    "Back to top",
    "Search and navigation",
)


def prepare(app: Sphinx, page: str, _template: str, context: dict[str, Any], _tree: Any) -> None:
    """Give the theme our navigation; its own takes time by the square of the pages."""
    site = the_site(app.env)
    words = catalogue_of(page)
    links = [link(words, record) for record in _relationships(site)]
    context["language"] = words.language
    context["toctree"] = _no_tree
    context["milepost"] = {
        "words": words,
        "frame": [(english, words(english)) for english in FRAME if words is not ENGLISH],
        "relationships": [(it.page, it.text, it.language) for it in links],
        "kinds": [
            (list_of(kind), PLURALS[kind], len(site.dataset.of(kind)))
            for kind in PAGED
            if kind != "relationship" or not links
        ],
        "documents": [pair for pair in DOCUMENTS if pair[0] in app.env.all_docs],
        "contributing": [pair for pair in CONTRIBUTING if pair[0] in app.env.all_docs],
        "languages": beside(page, in_all=_is_in_all_languages(site, page, context)),
        "here": page,
        "version": site.version,
        "standing": standing(site),
        "as_of": site.day.format(words.language),
        "about_versions": "versions" in app.env.all_docs,
    }


def _is_in_all_languages(site: Site, page: str, context: dict[str, Any]) -> bool:
    """Return whether a page stands in all languages; a shell, which has no name, is told so."""
    told = context.get("milepost_languages")
    return has_languages(site, in_english(page)) if told is None else bool(told)


def is_in_navigation(page: str, site: Site) -> bool:
    """Return whether every page links to this one beside its text."""
    if page.endswith("/index"):
        return True
    named = (page_of(record.kind, record.id) for record in _relationships(site))
    return in_english(page) in named


def _relationships(site: Site) -> Collection[Record]:
    """Return the relationships that every page names; none where they are too many for that."""
    found = site.dataset.of("relationship").values()
    return found if len(found) <= _MOST_RELATIONSHIPS else ()


def show_contents(
    _app: Sphinx,
    _page: str,
    _template: str,
    context: dict[str, Any],
    _tree: Any,
) -> None:
    """Show the contents of a record page beside it; the theme looks for them in documents alone."""
    if context.get("milepost_sections"):
        context["furo_hide_toc"] = False


def _no_tree(**_: Any) -> str:
    return ""
