"""`milepost query`: a question in SQL to the tables of the release, in memory."""

import argparse
import csv
import io
import json
import re
import sqlite3
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from unicodedata import category, east_asian_width

from milepost.cli import CLEAN
from milepost.cli.sound import sound
from milepost.errors import NotThereError
from milepost.provenance.edition import read_edition
from milepost.release.database import database
from milepost.release.enclosures import release_of
from milepost.root import root_to_read
from milepost.suggestions import suggestion

_WIDEST = 60
Rows = list[tuple[object, ...]]


def register(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("sql", metavar="SQL", help="one SELECT; - reads it from standard input")
    parser.add_argument(
        "--format", choices=_FORMATS, default="text", help="of the answer (default: text)"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the answer; NotThereError where the question cannot be asked, with what SQLite says."""
    root = root_to_read(options.root)
    view = sound(root)
    release = release_of(root, view, read_edition(root, view.dataset.version))
    question = sys.stdin.read() if options.sql == "-" else options.sql
    with closing(database(release)) as connection:
        # The tables are a copy in memory; what is left to forbid is to open files beside it.
        connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
        connection.execute("PRAGMA query_only = ON")
        names, rows = _answer(connection, question)
    print(_FORMATS[options.format](names, rows), end="")
    return CLEAN


def _answer(connection: sqlite3.Connection, question: str) -> tuple[list[str], Rows]:
    try:
        cursor = connection.execute(question)
        rows = cursor.fetchall()
    except (sqlite3.Error, sqlite3.Warning, UnicodeEncodeError) as amiss:
        said = str(amiss).rstrip(".")
        message = f"this cannot be asked: {said}{_hint(said, connection)}"
        raise NotThereError(message) from amiss
    if not cursor.description:
        raise NotThereError("this asks nothing: write one SELECT")
    return [column[0] for column in cursor.description], rows


def _hint(said: str, connection: sqlite3.Connection) -> str:
    """Return which table or column may be meant, else which there are, after a semicolon."""
    wrong = re.search(r"no such (table|column): (?:\w+\.)?(\S+)", said)
    if not wrong:
        return ""
    there_are = f"there are {', '.join(_names(connection, 'table'))}"
    return f"; {suggestion(wrong[2], _names(connection, wrong[1]), there_are)}"


def _names(connection: sqlite3.Connection, what: str) -> list[str]:
    """Return the names of all tables and views, or of all their columns."""
    tables = "SELECT name FROM sqlite_master WHERE type IN ('table', 'view')"
    columns = f"SELECT c.name FROM ({tables}) AS t, pragma_table_info(t.name) AS c"  # noqa: S608 -- no outer text
    found = connection.execute(tables if what == "table" else columns)
    return sorted({name for (name,) in found if not name.startswith("search_")})


def _as_text(names: Sequence[str], rows: Rows) -> str:
    """Return aligned columns, long cells cut, and how many rows there are."""
    lines = [list(names), *([_cell(value) for value in row] for row in rows)]
    widths = [max(map(_width, column)) for column in zip(*lines, strict=True)]
    text = "\n".join(_line(line, widths) for line in lines)
    return f"{text}\n({len(rows):,} {'row' if len(rows) == 1 else 'rows'})\n"


def _cell(value: object) -> str:
    text = "" if value is None else " ".join(str(value).split())
    return text if len(text) <= _WIDEST else text[: _WIDEST - 1] + "…"


def _line(cells: Iterable[str], widths: Sequence[int]) -> str:
    padded = (c + " " * (width - _width(c)) for c, width in zip(cells, widths, strict=True))
    return "  ".join(padded).rstrip()


def _width(text: str) -> int:
    """Return how many columns of a terminal a text takes: two for a character of Chinese script."""
    wide = sum(east_asian_width(character) in "WF" for character in text)
    marks = sum(category(character) in {"Mn", "Me", "Cf"} for character in text)
    return len(text) + wide - marks


def _as_csv(names: Sequence[str], rows: Rows) -> str:
    stream = io.StringIO(newline="")
    csv.writer(stream, lineterminator="\r\n").writerows([names, *rows])
    return stream.getvalue()


def _as_json(names: Sequence[str], rows: Rows) -> str:
    objects = [dict(zip(names, row, strict=True)) for row in rows]
    return json.dumps(objects, indent=2, ensure_ascii=False) + "\n"


_FORMATS: dict[str, Callable[[Sequence[str], Rows], str]] = {
    "text": _as_text,
    "csv": _as_csv,
    "json": _as_json,
}
