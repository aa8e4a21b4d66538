"""Every page made from records alone: all records, a list of each kind, and what is gone."""

from collections.abc import Callable, Iterator

from milepost.model import Record
from milepost.site.correcting import correction_phrase
from milepost.site.languages.pages import pages_in_other_languages
from milepost.site.page import IsMade, Page, never
from milepost.site.page_names import PAGED, page_of, sources_page
from milepost.site.pages.listing import listing_pages
from milepost.site.pages.milestone import milestone_page
from milepost.site.pages.named import named_page
from milepost.site.pages.relationship import relationship_page, relationship_sources_page
from milepost.site.pages.source import source_page
from milepost.site.pages.tombstone import tombstone_page
from milepost.site.pages.vocabulary import vocabulary_page
from milepost.site.site import Site

_MAKERS: dict[str, Callable[[Site, Record], Page]] = {
    "relationship": relationship_page,
    "milestone": milestone_page,
    "source": source_page,
    "person": named_page,
    "organization": named_page,
    "place": named_page,
    "party": named_page,
    "occasion": named_page,
    "vocabulary": vocabulary_page,
}


def record_pages(
    site: Site, written: frozenset[str] = frozenset(), is_made: IsMade = never
) -> Iterator[Page]:
    """Yield every page, without those of the names that somebody has written a document for.

    Pages that are made already, as `is_made` says by name and what they show, are left out.
    """
    for kind in PAGED:
        yield from listing_pages(site, kind, is_made)
        for record in site.dataset.of(kind).values():
            name = page_of(kind, record.id)
            if name not in written and not is_made(name, record):
                yield own_page(site, record, written)
    for tombstone in site.dataset.of("tombstone").values():
        yield tombstone_page(site, tombstone)
    yield from pages_in_other_languages(site, is_made)
    for record in site.dataset.of("relationship").values():
        if not is_made(sources_page(record.id), record):
            yield relationship_sources_page(site, record)


def own_page(site: Site, record: Record, written: frozenset[str] = frozenset()) -> Page:
    """Return the page of a record; `written` are the names of hand-written documents."""
    page = _MAKERS[record.kind](site, record)
    return page._replace(correction=correction_phrase(site, record, written))
