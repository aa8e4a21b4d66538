"""The database of a release: every row of every table, its keys, its views and its search."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import cache

import pytest

from milepost import edtf
from milepost.derive.status import intervals_of
from milepost.intervals import Bound
from milepost.release.database import as_database, database
from milepost.release.database.search import rows
from milepost.release.release import Release
from milepost.release.tables import TABLES, Table
from milepost.release.tables.cells import joined
from milepost.release.tables.typed import parts
from releases import the_release, the_small_release


@cache
def the_database() -> bytes:
    return as_database(the_release())


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as opened:
        opened.deserialize(the_database())
        yield opened


def cells_of(table: Table, row: tuple[object, ...]) -> list[str]:
    """Return a row of the database as the cells of the CSV table."""
    return [_cell(value, c.datatype) for value, c in zip(row, table.columns, strict=True)]


def _cell(value: object, datatype: str) -> str:
    if value is None:
        return ""
    if datatype == "list":
        return joined(json.loads(str(value)))
    if datatype == "boolean":
        return "true" if value else "false"
    return str(value)


def test_sqlite_finds_the_file_whole(connection: sqlite3.Connection) -> None:
    assert [("ok",)] == connection.execute("PRAGMA integrity_check").fetchall()
    assert [] == connection.execute("PRAGMA foreign_key_check").fetchall()


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_the_database_says_what_the_table_says(
    table: Table, connection: sqlite3.Connection
) -> None:
    found = connection.execute(f"SELECT * FROM {table.name}").fetchall()  # noqa: S608 -- our own name
    numbers = [n for n, column in enumerate(table.columns) if column.datatype == "number"]
    expected = [
        [str(float(text)) if n in numbers and text else text for n, text in enumerate(row)]
        for row in table.rows(the_release())
    ]
    assert expected == [cells_of(table, row) for row in found]


def test_a_key_is_refused_twice(connection: sqlite3.Connection) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="UNIQUE"):
        connection.execute("INSERT INTO links SELECT * FROM links LIMIT 1")


def test_the_same_release_gives_the_same_bytes() -> None:
    assert as_database(the_small_release()) == as_database(the_small_release())


@pytest.mark.parametrize("word", ["大使館", "首相", "ទំនាក់ទំនង", "កម្ពុជា", "Kumamoto", "kumamoto"])
def test_the_search_finds_every_record_that_holds_the_words(
    word: str, connection: sqlite3.Connection
) -> None:
    expected = {
        (kind, identifier)
        for kind, identifier, title, text in rows(the_release())
        if word.lower() in f"{title}\n{text}".lower()
    }
    query = "SELECT kind, id FROM search WHERE title LIKE ?1 OR text LIKE ?1"
    assert expected == set(connection.execute(query, (f"%{word}%",)))
    assert set() != expected


def test_words_of_three_characters_are_found_by_match(connection: sqlite3.Connection) -> None:
    query = "SELECT count(*) FROM search WHERE search MATCH '大使館'"
    expected = sum("大使館" in f"{title}\n{text}" for _, _, title, text in rows(the_release()))
    assert (expected,) == connection.execute(query).fetchone()


def _days(text: str) -> Bound:
    return edtf.parse(text).days[0][0]


@pytest.mark.parametrize("day", ["1952-01-01", "1954-06-01", "1975-04-20", "2022-06-01"])
def test_the_view_of_spans_answers_as_the_program_does(
    day: str, connection: sqlite3.Connection
) -> None:
    query = """
        SELECT relationship, track, coalesce(of_party, ''), level,
               CASE WHEN ?1 BETWEEN certain_from AND certain_until
                    THEN 'certain' ELSE 'possible' END
        FROM status_spans WHERE ?1 BETWEEN possible_from AND possible_until"""
    assert set(_held(the_release(), day)) == set(connection.execute(query, (day,)))


def _held(release: Release, day: str) -> Iterator[tuple[str, str, str, str, str]]:
    number = _days(day)
    for dyad in release.dataset.of("relationship"):
        for interval in intervals_of(release.dataset, dyad):
            certainty = interval.on(number, number)
            if certainty:
                opening = interval.opening
                yield dyad, opening.track, opening.of, opening.level, certainty


def test_the_chronology_has_a_row_for_each_relationship_of_a_milestone(
    connection: sqlite3.Connection,
) -> None:
    milestones = the_release().dataset.of("milestone").values()
    expected = sum(len(milestone.body["relationships"]) for milestone in milestones)
    assert (expected,) == connection.execute("SELECT count(*) FROM chronology").fetchone()


def test_every_statement_of_a_milestone_stands_beside_its_source(
    connection: sqlite3.Connection,
) -> None:
    expected = sum(s.record.kind == "milestone" for s in the_release().statements())
    query = "SELECT count(*), count(source_label) FROM milestone_statements"
    assert (expected, expected) == connection.execute(query).fetchone()


def test_the_database_says_which_release_it_is(connection: sqlite3.Connection) -> None:
    found = connection.execute("SELECT version, day FROM release").fetchall()
    assert [(the_release().edition.version, the_release().edition.day)] == found


@pytest.mark.parametrize("texts", [[], ["a"], ["a|b", "c\\"], ["", "x"], ["\\|", "|", ""]])
def test_a_list_is_read_back_from_its_cell(texts: list[str]) -> None:
    assert texts == parts(joined(texts))


def test_the_database_in_memory_is_the_one_of_the_file() -> None:
    with closing(database(the_small_release())) as opened:
        names = {name for (name,) in opened.execute("SELECT name FROM pragma_table_list")}
    assert {table.name for table in TABLES} <= names
