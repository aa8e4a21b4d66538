"""How to cite, as pages say it: the plain citation of a record or of the whole dataset."""

from milepost.model import Record
from milepost.release.citation.prose import as_text
from milepost.release.citation.work import dataset_work, record_work
from milepost.site.site import Site


def citation(site: Site, record: Record | None = None) -> str:
    """Return the citation of a record, or of the dataset, with version and identifier."""
    if record is None:
        return as_text(dataset_work(site.dataset, site.edition)).rstrip()
    return as_text(record_work(record, site.dataset.meta, site.edition)).rstrip()
