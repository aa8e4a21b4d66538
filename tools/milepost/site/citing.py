"""How to cite, as pages say it: a record or the whole dataset, in each style that readers copy."""

from typing import NamedTuple

from milepost.model import Record
from milepost.provenance.swhid import blob_id
from milepost.release.citation.prose import as_text
from milepost.release.citation.styles import STYLES
from milepost.release.citation.work import Work, record_work
from milepost.site.naming import titles
from milepost.site.phrase import Text
from milepost.site.site import Site

# The styles that a page offers, as readers call them.
_OFFERED = {
    "text": ("citation", "Citation"),
    "apa": ("APA", "Citation in the style of APA"),
    "bibtex": ("BibTeX", "Citation in BibTeX"),
    "ris": ("RIS", "Citation in RIS"),
}


class Citation(NamedTuple):
    """A citation in one style, what the style is called, and what the citation is called."""

    style: str
    label: str
    text: str


class Cited(NamedTuple):
    """The citations of a record or of the dataset; the plain one first.

    `permanent` is the permanent address of a record, its identifier while the site has no address,
    and empty for the dataset. `title` is what a record is called there, in its own language.
    """

    citations: tuple[Citation, ...]
    permanent: str
    title: Text = Text("")


def citation(site: Site, record: Record | None = None) -> str:
    """Return the citation of a record, or of the dataset, with version and identifier."""
    return as_text(work_of(site, record)).rstrip()


def cited(site: Site, record: Record | None = None) -> Cited:
    """Return all that a page says of how to cite a record, or the dataset."""
    work = work_of(site, record)
    made = tuple(
        Citation(name, label, STYLES[style](work).replace("\r\n", "\n").rstrip())
        for style, (name, label) in _OFFERED.items()
    )
    if record is None:
        return Cited(made, "")
    named = (Text(title.text, title.language) for title in titles(record.body))
    title = next((one for one in named if one.text == work.part), Text(work.part))
    return Cited(made, work.url or record.id, title)


def work_of(site: Site, record: Record | None = None) -> Work:
    """Return a record, or the dataset, as what is cited; its identifier is computed once."""
    if record is None:
        return site.work
    if record.path not in site.found_works:
        swhid = blob_id(site.blob(record))
        site.found_works[record.path] = record_work(record, site.dataset.meta, site.edition, swhid)
    return site.found_works[record.path]
