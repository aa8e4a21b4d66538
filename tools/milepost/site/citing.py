"""How to cite, as pages say it: the plain citation of a record or of the whole dataset."""

from milepost.model import Record
from milepost.release.citation.prose import as_text
from milepost.release.citation.work import dataset_work, record_work
from milepost.site.site import Site


def citation(site: Site, record: Record | None = None) -> str:
    """Return the citation of a record, or of the dataset, with version and identifier."""
    meta = site.dataset.meta
    work = record_work(record, meta, site.edition) if record else dataset_work(meta, site.edition)
    return as_text(work).rstrip()
