"""What a source says of a record, for the pages of sources and the answers about them."""

from milepost.evidence.statements import Statement
from milepost.model import Record
from milepost.site.site import Site


def told_by(site: Site, source: Record, record: Record) -> list[Statement]:
    """Return the statements of a record that rest on a source, in their order."""
    return [s for s in site.statements(record) if s.entry["source"] == source.id]
