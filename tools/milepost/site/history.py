"""The history of a record by version: what each published ledger says of it."""

from collections.abc import Iterator

from milepost.model import Record
from milepost.release.bundle import content_hash
from milepost.site.phrase import Code, Phrase
from milepost.site.site import Site
from milepost.site.tables import Table

_COLUMNS = ("Version", "What became of it", "SHA-256 of the record")


def history(site: Site, record: Record) -> Table:
    """Return a row for each version in which a record was published, changed, or left as it was.

    The last row says whether what the page shows differs from what was published last.
    """
    published = site.published.get((record.kind, record.id), [])
    rows = list(_rows(published))
    if published and published[-1][1] != (now := content_hash(record)):
        rows.append(((site.version,), ("changed since, not yet published",), (Code(now),)))
    return Table("History by version", _COLUMNS, tuple(rows))


def _rows(published: list[tuple[str, str]]) -> Iterator[tuple[Phrase, ...]]:
    before = ""
    for version, digest in published:
        fate = "first published" if not before else "changed"
        yield (version,), ("unchanged" if digest == before else fate,), (Code(digest),)
        before = digest
