"""The files of a site that are no pages: for programs, for search engines, for other versions."""

from collections.abc import Collection, Iterator, Mapping

from milepost.model import Dataset
from milepost.release import feed
from milepost.site import versions
from milepost.site.api.files import api_files
from milepost.site.machines import guide, sitemap
from milepost.site.machines.web_address import Home
from milepost.site.page import IsMade, never
from milepost.site.site import Site

# What is written only with an address, in the words in which a build says that it was left out.
LEFT_OUT = "canonical links, the sitemap, the feed of versions and the servers of the API"


def files_beside(
    site: Site,
    documents: Collection[str],
    schemas: Mapping[str, bytes],
    is_made: IsMade = never,
) -> Iterator[tuple[str, bytes]]:
    """Yield the path and the content of each file; `documents` are the pages written by hand.

    Files that are made already, as `is_made` says by path and what they show, are left out.
    """
    yield from api_files(site, schemas, is_made)
    yield guide.FILE, guide.guide(site, documents)
    yield versions.FILE, versions.versions_file(site)
    if site.home:
        yield sitemap.FILE, sitemap.sitemap(site, documents)
    if published := feed.feed_of(site.dataset, site.edition):
        yield feed.FILE, feed.as_atom(published)


def left_out(dataset: Dataset) -> str:
    """Return what a site without an address lacks, in a sentence; empty where it has one."""
    if Home.of(dataset):
        return ""
    return f"dataset.json names no base_url, so {LEFT_OUT} are left out"
