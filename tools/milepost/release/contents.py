"""The files of a release: which there are, what each holds, and their bytes."""

from collections.abc import Iterator

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
from milepost.release.bundle import as_bundle, as_json_lines
from milepost.release.checksums import as_checksums
from milepost.release.citation.cff import as_cff
from milepost.release.citation.zenodo import as_zenodo
from milepost.release.columns_page import as_columns_page
from milepost.release.database import as_database
from milepost.release.parquet import as_parquet
from milepost.release.rdf import files as rdf
from milepost.release.readme import as_readme
from milepost.release.release import Release
from milepost.release.spreadsheet import as_spreadsheet
from milepost.release.tables import TABLES, as_csv

FOLDERS = tuple(kind for kind in KINDS if kind.folder)


def released_files(*, has_address: bool = False) -> list[tuple[str, str]]:
    """Return the name of each file of a release and what it holds; * stands for any name.

    `has_address` says whether the dataset has a base_url, without which there is no feed.
    """
    return [
        ("README.md", "What each file holds, how to cite the dataset and how to verify it"),
        ("COLUMNS.md", "Every column of every table, and how dates, lists and absence are written"),
        ("LICENSE", "The licence of the data"),
        ("CITATION.cff", "The citation in the Citation File Format, which GitHub shows"),
        (".zenodo.json", "The same for Zenodo, which then passes over CITATION.cff"),
        (changes.PAGE, "What changed since the last version, and the number that it asked for"),
        (changes.JSON, "The same for programs, with every value that changed"),
        (bundle.FILE, "Everything as one JSON object: records, statements, status over time"),
        ("jsonl/*.jsonl", "The records as JSON Lines, one file a kind, one record a line"),
        *((table.file, table.holds) for table in TABLES),
        (
            "spreadsheet/*.csv",
            "The same tables for a double click in Excel or LibreOffice; not loss-free, see below",
        ),
        ("parquet/*.parquet", "The same tables, typed and compressed, for DuckDB, pandas and R"),
        (database.FILE, "The same tables as one SQLite database, with views and full-text search"),
        *rdf.FILES,
        (calendars.PATTERN, calendars.HOLDS),
        *([(feed.FILE, feed.HOLDS)] if has_address else []),
        ("schema/v1/*.schema.json", "The JSON Schemas of all JSON here: bundle, changes, records"),
        *metadata.FILES,
        (checksums.FILE, "The SHA-256 of every other file"),
    ]


def contents(release: Release) -> dict[str, bytes]:
    """Return the bytes of every file of a release by name, in the order of released_files()."""
    files = dict(records_and_tables(release))
    files |= metadata.metadata(release, files, _listed(release))
    return {**files, checksums.FILE: as_checksums(files)}


def _listed(release: Release) -> list[tuple[str, str]]:
    return released_files(has_address=bool(release.dataset.meta.get("base_url")))


def records_and_tables(release: Release) -> Iterator[tuple[str, bytes]]:
    """Yield name and bytes of every file but those that describe the others, each when made."""
    yield "README.md", as_readme(release, _listed(release))
    yield "COLUMNS.md", as_columns_page(TABLES)
    yield "LICENSE", release.licence
    yield "CITATION.cff", as_cff(release.dataset.meta, release.edition, release.swhid)
    yield ".zenodo.json", as_zenodo(release.dataset.meta, release.edition, release.swhid)
    yield changes.PAGE, changes.as_changes_page(release)
    yield changes.JSON, changes.as_changes(release)
    yield bundle.FILE, as_bundle(release)
    for kind in FOLDERS:
        records = list(release.dataset.of(kind.name).values())
        yield f"jsonl/{kind.folder}.jsonl", as_json_lines(records)
    for table in TABLES:
        yield table.file, as_csv(table, release)
    for table in TABLES:
        yield spreadsheet.file_of(table), as_spreadsheet(table, release)
    for table in TABLES:
        yield parquet.file_of(table), as_parquet(table, release)
    yield database.FILE, as_database(release)
    yield from rdf.rdf_files(release)
    yield from calendars.calendars(release)
    if published := feed.feed_of(release):
        yield feed.FILE, feed.as_atom(published)
    for name, schema in release.schemas.items():
        yield f"schema/v1/{name}", schema
