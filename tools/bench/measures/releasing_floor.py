"""The floor of a release: rows and documents that lie ready, written by SQLite, orjson and csv.

Nothing is computed, laid out or looked up, and the graph costs no more than the hash of its bytes:
whoever makes these files in Python at all pays this much.
"""

import csv
import io
import sqlite3
import time
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import orjson

from milepost.collection import no_collection
from milepost.release import bundle, database
from milepost.release.contents import contents
from milepost.release.database import search
from milepost.release.rdf.files import JSONLD
from milepost.release.release import Release
from milepost.release.tables import TABLES, Table
from milepost.release.tables.table import Row
from milepost.writing.aside import aside


@dataclass(frozen=True, slots=True)
class Ready:
    """What a release holds, ready to be written: rows of tables and of the search, and documents.

    `files` are its files but Parquet, by name.
    """

    tables: list[tuple[Table, list[Row]]]
    searched: list[tuple[str, str, str, str]]
    indented: list[Any]
    lines: list[Any]
    files: Mapping[str, bytes]


def ready(made: Release) -> Ready:
    """Return what the files of a release hold."""
    files = {n: c for n, c in contents(made).items() if not n.startswith("parquet/")}
    lines = [line for n, c in files.items() if n.endswith(".jsonl") for line in c.splitlines()]
    return Ready(
        [(table, table.rows(made)) for table in TABLES],
        list(search.rows(made)),
        [orjson.loads(files[bundle.FILE])],
        [*map(orjson.loads, lines), *orjson.loads(files[JSONLD])["@graph"]],
        files,
    )


def floor_of(ready: Ready) -> dict[str, float]:
    """Return the CPU seconds that each part takes, by the name of what does it."""
    parts: dict[str, Callable[[Ready], None]] = {
        "SQLite": _to_sqlite,
        "orjson": _to_json,
        "csv": _to_csv,
        "SHA-256": _hashed,
    }
    with no_collection():
        return {name: _cost(part, ready) for name, part in parts.items()}


def _cost(part: Callable[[Ready], None], ready: Ready) -> float:
    before = time.process_time()
    part(ready)
    return time.process_time() - before


def _to_sqlite(ready: Ready) -> None:
    """Fill a file with rows and index the texts, without packing it."""
    with aside(database.FILE) as path, closing(_connected(path)) as connection:
        filling = database.Filling(connection)
        for table, rows in ready.tables:
            filling.add(table, rows)
        filling.index(ready.searched)
        connection.execute("COMMIT")


def _connected(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, isolation_level=None)


def _to_json(ready: Ready) -> None:
    for document in ready.indented:
        orjson.dumps(document, option=orjson.OPT_INDENT_2)
    for document in ready.lines:
        orjson.dumps(document)


def _to_csv(ready: Ready) -> None:
    for _, rows in ready.tables:
        csv.writer(io.StringIO(newline="")).writerows(rows)


def _hashed(ready: Ready) -> None:
    for content in ready.files.values():
        sha256(content).digest()
