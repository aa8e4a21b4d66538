"""Parts of pages that a template lays out: a name and a subject in, the template's values out."""

from collections.abc import Callable, Mapping
from typing import Any

from milepost.site.chronology_table import chronology
from milepost.site.citing import cited
from milepost.site.figures.ladder import ladder
from milepost.site.figures.timeline import timeline_figure
from milepost.site.inline import Inline
from milepost.site.page_names import sources_page
from milepost.site.relationship import status_table
from milepost.site.relationship_downloads import downloads
from milepost.site.relationship_sources import sources_list
from milepost.site.rendering import template
from milepost.site.site import Site

Values = Mapping[str, Any]


def of_status(site: Site, dyad: str) -> Values:
    """Return the status ladder of a relationship and the table beneath it."""
    return {"ladder": ladder(site, dyad), "status": status_table(site, dyad)}


def of_milestones(site: Site, dyad: str) -> Values:
    """Return the timeline of a relationship and the table beneath it."""
    return {"timeline": timeline_figure(site, dyad), "chronology": chronology(site, dyad)}


def of_chronology(site: Site, dyad: str) -> Values:
    """Return the table of a relationship's milestones with its filter."""
    return {"chronology": chronology(site, dyad)}


def of_sources(site: Site, dyad: str) -> Values:
    """Return how many sources a relationship has of each kind, and the page that lists them."""
    return {"sources": sources_list(site, dyad), "sources_page": sources_page(dyad)}


def of_downloads(site: Site, dyad: str) -> Values:
    """Return the files of a relationship."""
    return {"downloads": downloads(site, dyad)}


def of_citations(site: Site, address: str) -> Values:
    """Return the citations of a record, named as kind/identifier, or of the dataset if empty."""
    kind, _, identifier = address.partition("/")
    record = site.dataset.get(kind, identifier) if address else None
    return {"cited": cited(site, record)}


def of_search(_site: Site, page: str) -> Values:
    """Return what the search box needs: the page that shows what was found."""
    return {"search_page": page}


PARTS: Mapping[str, Callable[[Site, str], Values]] = {
    "ladder": of_status,
    "timeline": of_milestones,
    "chronology": of_chronology,
    "sources": of_sources,
    "downloads": of_downloads,
    "citations": of_citations,
    "search": of_search,
}


def part_html(site: Site, name: str, subject: str, inline: Inline) -> str:
    """Return the HTML of a part."""
    return template(f"parts/{name}.html").render(inline=inline, **PARTS[name](site, subject))
