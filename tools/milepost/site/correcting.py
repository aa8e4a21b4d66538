"""How a reader suggests a correction of a record: a record in, a link out."""

from collections.abc import Collection

from milepost.model import Record
from milepost.site.phrase import Link, Outside, Phrase
from milepost.site.repository import Repository
from milepost.site.site import Site

WORDS = "Suggest a correction"
# The document that says how, for as long as the repository has no address.
DOCUMENT = "corrections"


def correction_phrase(site: Site, record: Record, documents: Collection[str]) -> Phrase:
    """Return a link to the form for corrections of a record, else to the document, else nothing."""
    form = Repository.of(site).correction(record.id)
    if form:
        return (Outside(form, WORDS),)
    return (Link(DOCUMENT, WORDS),) if DOCUMENT in documents else ()
