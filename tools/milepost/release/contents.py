"""The files of a release and their bytes, in pieces."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import tee
from operator import attrgetter

from milepost.collection import no_collection
from milepost.kinds import KINDS
from milepost.release import (
    bundle,
    calendars,
    changes,
    checksums,
    database,
    feed,
    metadata,
    parquet,
    spreadsheet,
)
from milepost.release.bundle import as_json_lines
from milepost.release.checksums import as_checksums
from milepost.release.citation.cff import as_cff
from milepost.release.citation.zenodo import as_zenodo
from milepost.release.columns_page import as_columns_page
from milepost.release.metadata.files import Sum
from milepost.release.metadata.sheets import Tally
from milepost.release.rdf import files as rdf
from milepost.release.readme import as_readme
from milepost.release.release import Release
from milepost.release.released_files import released_files
from milepost.release.share import Pieces, joined
from milepost.release.table_files import table_files
from milepost.release.tables import TABLES

FOLDERS = tuple(kind for kind in KINDS if kind.folder)


def contents(release: Release) -> dict[str, bytes]:
    """Return the bytes of every file of a release by name, in the order of released_files()."""
    return joined([pieces(release, tallies())])


def tallies() -> dict[str, Tally]:
    """Return what accounts for the rows of each table, by its name; none is there yet."""
    return {table.name: Tally(table) for table in TABLES}


def pieces(release: Release, rows: Mapping[str, Tally]) -> Pieces:
    """Yield every file of a release in pieces, so that none is held whole.

    The pieces of one file come in its order, and their first ones in that of released_files();
    `rows` accounts for the tables. Collecting cycles is paused meanwhile, as in a check.
    """
    with no_collection():
        sums = defaultdict[str, Sum](Sum)
        for name, piece in _records_and_tables(release, rows):
            sums[name].add(piece)
            yield name, piece
        for name, content in metadata.metadata(release, sums, rows, _listed(release)):
            sums[name].add(content)
            yield name, content
        yield checksums.FILE, as_checksums(sums)


def _listed(release: Release) -> list[tuple[str, str]]:
    return released_files(has_address=bool(release.dataset.meta.get("base_url")))


def _records_and_tables(release: Release, rows: Mapping[str, Tally]) -> Pieces:
    """Yield every file but those that describe the others."""
    yield from _about(release)
    yield from ((name, b"") for name in _growing())
    for kind in FOLDERS:
        records = list(release.dataset.of(kind.name).values())
        yield f"jsonl/{kind.folder}.jsonl", as_json_lines(records)
    for_bundle, for_tables, for_graph = tee(release.shares(), 3)
    writers = [
        bundle.bundle_files(release, for_bundle),
        table_files(release, for_tables, rows),
        rdf.graph_files(release, for_graph),
    ]
    # In step, so that each share is dropped when all three have written it.
    while writers:
        for writer in [*writers]:
            found = next(writer, None)
            if found is None:
                writers.remove(writer)
            else:
                yield from found
    yield from calendars.calendars(release)
    if published := feed.feed_of(release.dataset, release.edition):
        yield feed.FILE, feed.as_atom(published)
    for name, schema in release.schemas.items():
        yield f"schema/v1/{name}", schema


def _about(release: Release) -> Pieces:
    """Yield the files that tell people and archives what the release is."""
    yield "README.md", as_readme(release, _listed(release))
    yield "COLUMNS.md", as_columns_page(TABLES)
    yield "LICENSE", release.licence
    yield "CITATION.cff", as_cff(release.dataset.meta, release.edition, release.swhid)
    yield ".zenodo.json", as_zenodo(release.dataset.meta, release.edition, release.swhid)
    yield changes.PAGE, changes.as_changes_page(release)
    yield changes.JSON, changes.as_changes(release)


def _growing() -> Iterator[str]:
    """Yield the names of the files that are written in turn, in the order of released_files()."""
    yield bundle.FILE
    yield from (f"jsonl/{kind.folder}.jsonl" for kind in FOLDERS)
    for file_of in (attrgetter("file"), spreadsheet.file_of, parquet.file_of):
        yield from map(file_of, TABLES)
    yield database.FILE
    yield from (name for name, _ in rdf.FILES)
