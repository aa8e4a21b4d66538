"""The citation_* tags of a page, by which Zotero and others save it: a record in, pairs out.

Zotero reads a work with an institution and a number of its own as a report; the series it belongs
to is the dataset with its version, for which these tags have no name.
"""

from collections.abc import Iterator

from milepost.model import Record
from milepost.site.citing import work_of
from milepost.site.machines.named_record import record_at
from milepost.site.site import Site

Tag = tuple[str, str]


def citation_tags(site: Site, page: str) -> list[Tag]:
    """Return the names and contents of the tags; a page of no record cites nothing but itself."""
    record = record_at(site, page)
    if record is None and page != "index":
        return []
    return [(name, content) for name, content in _tags(site, record) if content]


def _tags(site: Site, record: Record | None) -> Iterator[Tag]:
    work = work_of(site, record)
    yield "citation_title", work.part or work.title
    yield "citation_author", work.creator
    yield "citation_publication_date", site.edition.day.replace("-", "/")
    yield "citation_publisher", work.creator
    yield "citation_technical_report_institution", work.creator
    yield "citation_technical_report_number", work.identifier or work.swhid
    yield "citation_series_title", f"{work.title}, version {work.version}"
    yield "citation_edition", work.version
    yield "citation_language", "en"
    yield "citation_doi", work.doi
    yield "citation_public_url", work.url
    yield "DC.type", "Dataset"
    yield "DC.identifier", work.swhid
    yield "DC.rights", work.licence
