"""From the name of a page back to the record that it shows."""

from milepost.kinds import BY_FOLDER
from milepost.model import Record
from milepost.site.page_names import PAGED
from milepost.site.site import Site


def record_at(site: Site, page: str) -> Record | None:
    """Return the record whose permanent page has this name, written by hand or not."""
    folder, _, identifier = page.partition("/")
    kind = BY_FOLDER.get(folder)
    if kind is None or kind.name not in PAGED:
        return None
    return site.dataset.get(kind.name, identifier)


def tombstone_at(site: Site, page: str) -> Record | None:
    """Return the tombstone of the record that once had a page of this name."""
    folder, _, identifier = page.partition("/")
    found = site.dataset.get("tombstone", identifier)
    kind = BY_FOLDER.get(folder)
    return found if found and kind and found.body["kind"] == kind.name else None
