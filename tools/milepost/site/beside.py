"""The files of a site that are no pages: for programs, for search engines, for other versions."""

from collections.abc import Collection, Iterator, Mapping
from itertools import chain

from milepost.model import Dataset
from milepost.release import feed
from milepost.site import relationship_downloads, versions
from milepost.site.api.files import api_files
from milepost.site.machines import guide, sitemap
from milepost.site.machines.web_address import Home
from milepost.site.page import IsMade, never
from milepost.site.proposing import form
from milepost.site.proposing.script_data import script_data
from milepost.site.site import Site

# What is written only with an address, in the words in which a build says that it was left out.
LEFT_OUT = "canonical links, the sitemap, the feed of versions and the servers of the API"


def files_beside(
    site: Site,
    documents: Collection[str],
    schemas: Mapping[str, bytes],
    is_made: IsMade = never,
) -> Iterator[tuple[str, bytes]]:
    """Return the path and the content of each file; `documents` are the pages written by hand.

    Which files are made already, as `is_made` says by path and what they show, is asked at once;
    they are left out. The others are made one by one.
    """
    answers = api_files(site, schemas, is_made)
    downloads = relationship_downloads.files(site, is_made)
    return chain(answers, downloads, _others(site, documents))


def _others(site: Site, documents: Collection[str]) -> Iterator[tuple[str, bytes]]:
    yield guide.FILE, guide.guide(site, documents)
    yield versions.FILE, versions.versions_file(site)
    yield form.DATA, script_data(site)
    if site.home:
        yield sitemap.FILE, sitemap.sitemap(site, documents)
    if published := feed.feed_of(site.dataset, site.edition):
        yield feed.FILE, feed.as_atom(published)


def left_out(dataset: Dataset) -> str:
    """Return what a site without an address lacks, in a sentence; empty where it has one."""
    if Home.of(dataset):
        return ""
    return f"dataset.json names no base_url, so {LEFT_OUT} are left out"
