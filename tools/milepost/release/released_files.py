"""Which files a release has and what each holds, for whoever tells of them and makes none."""

from milepost.release import bundle, calendars, changes, checksums, database, feed, metadata
from milepost.release.rdf import files as rdf
from milepost.release.tables import TABLES


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
