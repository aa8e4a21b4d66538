"""What a source says of a record, for the pages of sources and the answers about them."""

from milepost.evidence.statements import Statement
from milepost.model import Record
from milepost.site.site import Site


def told_by(site: Site, source: Record, record: Record) -> list[Statement]:
    """Return the statements of a record that rest on a source, in their order."""
    if record.path not in site.found_told:
        by_source: dict[str, list[Statement]] = {}
        for statement in site.statements(record):
            by_source.setdefault(statement.entry["source"], []).append(statement)
        site.found_told[record.path] = by_source
    return site.found_told[record.path].get(source.id, [])
