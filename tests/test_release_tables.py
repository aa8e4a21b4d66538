"""The tables: each row and cell from the records, absence as an empty cell."""

import csv
import io
import re
from typing import Any

import pytest

from builders import a_milestone, a_record
from milepost.release.columns_page import as_columns_page
from milepost.release.tables import TABLES, Table, as_csv
from milepost.release.tables.cells import cell, earliest, joined, latest, precision
from releases import a_release_of, rows_of, the_release, the_small_release
from seeds import Claim, claims

RELEASE = the_release()
COUNTS = {
    "milestones": "milestone",
    "sources": "source",
    "relationships": "relationship",
    "people": "person",
    "organizations": "organization",
    "places": "place",
    "parties": "party",
    "occasions": "occasion",
}
MEMBERS = {
    "stages": ("milestone", "stages"),
    "actors": ("milestone", "actors"),
    "agenda": ("milestone", "agenda"),
    "effects": ("milestone", "effects"),
    "quantities": ("milestone", "quantities"),
    "links": ("milestone", "links"),
    "coverage": ("relationship", "coverage"),
    "memberships": ("party", "memberships"),
    "governments": ("party", "governments"),
    "affiliations": ("person", "affiliations"),
    "vocabulary": ("vocabulary", "terms"),
}


def a_row(name: str, **wanted: str) -> dict[str, str]:
    """Return the one row of a table of the real release that has these cells."""
    rows = [row for row in rows_of(name, RELEASE) if wanted.items() <= row.items()]
    assert 1 == len(rows)
    return rows[0]


def a_small_row(name: str, **wanted: str) -> dict[str, str]:
    rows = rows_of(name, the_small_release())
    (row,) = [row for row in rows if wanted.items() <= row.items()]
    return row


def part(row: dict[str, str], *names: str) -> tuple[str, ...]:
    return tuple(row[name] for name in names)


@pytest.mark.parametrize("name", COUNTS)
def test_a_table_of_records_has_a_row_for_each(name: str) -> None:
    assert len(RELEASE.dataset.of(COUNTS[name])) == len(rows_of(name, RELEASE))


@pytest.mark.parametrize("name", MEMBERS)
def test_a_table_of_members_has_a_row_for_each(name: str) -> None:
    kind, field = MEMBERS[name]
    expected = sum(len(r.body.get(field, ())) for r in RELEASE.dataset.of(kind).values())
    assert expected == len(rows_of(name, RELEASE))


def test_a_claim_has_one_row_and_one_more_where_it_is_read_as_another_stage() -> None:
    said = [
        (record.id, pointer)
        for record in RELEASE.view.with_evidence()
        for entry in record.body.get("evidence", ())
        for pointer in entry["says"]
    ]
    rows = rows_of("statements", RELEASE)
    read_as = [row for row in rows if row["outcome"] == "read-as"]
    assert len(said) + len(read_as) == len(rows)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_the_key_of_a_row_is_its_own_and_has_no_gap(table: Table) -> None:
    keys = [part(row, *table.key) for row in rows_of(table.name, RELEASE)]
    assert len(set(keys)) == len(keys)
    assert [] == [key for key in keys if "" in key]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_what_a_row_refers_to_is_there(table: Table) -> None:
    rows = rows_of(table.name, RELEASE)
    for reference in table.references:
        there = {part(row, *reference.target) for row in rows_of(reference.table, RELEASE)}
        said = {part(row, *reference.columns) for row in rows}
        assert set() == {cells for cells in said if "" not in cells} - there


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_cell_is_of_the_datatype_of_its_column(table: Table) -> None:
    shapes = {
        "integer": r"-?\d+",
        "number": r"-?\d+(\.\d+)?",
        "boolean": "true|false",
        "date": r"\d{4}-\d\d-\d\d",
        "json": r"\{.*\}",
    }
    rows = rows_of(table.name, RELEASE)
    for column in table.columns:
        shape = shapes.get(column.datatype, ".*")
        cells = {row[column.name] for row in rows} - {""}
        assert set() == {text for text in cells if not re.fullmatch(shape, text, re.DOTALL)}


@pytest.mark.parametrize("claim", list(claims()), ids=str)
def test_every_fact_of_the_two_articles_is_in_the_statements(claim: Claim) -> None:
    row = a_row(
        "statements",
        record=claim.record,
        pointer=claim.pointer,
        source=claim.source,
        speaker=claim.speaker,
        paragraph=str(claim.paragraph),
        value=claim.value,
    )
    assert f"paragraph {claim.paragraph}" == row["locator"]
    assert "" != row["span_sha256"]


def test_the_two_dates_of_the_elevation_stand_side_by_side() -> None:
    read = {"record": "mp-bqdztmr", "pointer": "/stages/agreed/date"}
    agreed = a_row("statements", **read, source="cng-2022-kumamoto")
    looking_back = a_row("statements", **read, source="ppp-2023-fireworks")

    columns = ("value", "published", "standing", "rule", "outcome", "read_as", "derivation_rule")
    assert ("2022-04-23", "2022-04-23", "supports", "", "", "", "context-year") == part(
        agreed, *columns
    )
    assert (
        *("2023", "2022-04-23", "disputes", "different-act", "read-as"),
        *("/stages/in-effect/date", ""),
    ) == part(looking_back, *columns)


def test_a_milestone_says_how_often_its_sources_dispute() -> None:
    row = a_small_row("milestones", id="mp-bqdztmr")
    assert ("2023", "2023-01-01", "2023-12-31", "year", "in-effect") == part(
        row, "date_edtf", "date_earliest", "date_latest", "date_precision", "headline_stage"
    )
    assert ("1", "0") == part(row, "disputes", "open_disputes")


def test_a_milestone_that_nobody_disputes_says_so_with_a_nought() -> None:
    assert ("0", "0") == part(
        a_small_row("milestones", id="mp-bbngx6t"), "disputes", "open_disputes"
    )


def test_a_level_names_what_opened_and_what_closed_it() -> None:
    row = a_small_row("status_intervals", level="strategic-partnership")
    assert ("mp-m292ng4", "2013", "mp-bqdztmr", "2023", "cng-2022-kumamoto") == part(
        row, "opened_by", "begin_edtf", "closed_by", "end_edtf", "entries"
    )


def test_a_level_that_lasts_has_no_end() -> None:
    row = a_small_row("status_intervals", track="diplomatic")
    assert ("", "", "", "", "") == part(
        row, "closed_by", "end_edtf", "end_earliest", "end_latest", "end_precision"
    )


def test_a_dispute_that_is_left_open_is_counted() -> None:
    entries = [
        {"source": name, "read": "first-hand", "locator": {"page": "1"}, "says": {ADDRESS: date}}
        for name, date in (("a", "2013"), ("b", "2014"))
    ]
    group = {"over": ["a", "b"], "outcome": "open", "rule": "editorial-judgement"}
    settled = {**group, "rationale": {"en": "Who knows?"}, "by": "editors", "on": "2026-01-01"}
    body = a_milestone(*entries, date="[2013,2014]", resolutions={ADDRESS: [settled]})
    release = a_release_of(a_record({**body, "title": {"en": "T"}, "summary": {"en": "S"}}))

    (milestone,) = rows_of("milestones", release)
    first, second = rows_of("statements", release)

    assert ("1", "1") == part(milestone, "disputes", "open_disputes")
    assert ("2013", "open", "normal", "Who knows?", "page 1") == part(
        first, "value", "outcome", "rank", "rationale_en", "locator"
    )
    assert ("2014", "open", "normal", "editors", "2026-01-01") == part(
        second, "value", "outcome", "rank", "settled_by", "settled_on"
    )


ADDRESS = "/stages/signed/date"


def test_a_quantity_is_split_into_plain_numbers_and_its_unit() -> None:
    quantities: list[dict[str, Any]] = [
        {"kind": "loan", "value": "41.39E9 JPY"},
        {"kind": "length", "value": "[..2.20] km"},
        {"kind": "persons", "value": "12"},
    ]
    release = a_release_of(a_record(a_milestone(quantities=quantities)))
    assert [
        ("41390000000", "41390000000", "JPY"),
        ("", "2.20", "km"),
        ("12", "12", ""),
    ] == [part(row, "low", "high", "unit") for row in rows_of("quantities", release)]


def test_actors_and_agenda_keep_keys_and_lists() -> None:
    body = a_milestone(
        actors=[{"actor": "khm", "key": "khm-2", "side": "khm", "role": "party", "as": "gov"}],
        agenda=[{"topic": "water", "act": "pledged", "by": ["a", "b"], "as": "chair"}],
    )
    release = a_release_of(a_record(body), a_record({"id": "khm"}, "party"))

    (actor,) = rows_of("actors", release)
    (item,) = rows_of("agenda", release)

    assert ("khm-2", "khm", "party", "gov", "") == part(
        actor, "actor_key", "actor", "actor_kind", "government", "stage_key"
    )
    assert ("a|b", "", "chair") == part(item, "by_actors", "to_actors", "capacity")


def test_governments_and_affiliations_have_their_periods() -> None:
    party = {"id": "khm", "governments": [{"id": "gov", "name": {"en": "G"}, "from": "1970~"}]}
    person = {"id": "a", "affiliations": [{"office": "ambassador", "to": "[..1975-04]"}]}
    release = a_release_of(a_record(party, "party"), a_record(person, "person"))

    (government,) = rows_of("governments", release)
    (affiliation,) = rows_of("affiliations", release)

    assert ("khm", "gov", "1970~", "1970-01-01", "") == part(
        government, "party", "government", "from_edtf", "from_earliest", "to_edtf"
    )
    assert ("", "", "1975-04-30", "unspecified") == part(
        affiliation, "from_edtf", "to_earliest", "to_latest", "to_precision"
    )


@pytest.mark.parametrize(
    ("date", "first", "last", "unit"),
    [
        ("2022-04-23", "2022-04-23", "2022-04-23", "day"),
        ("2013-12~", "2013-12-01", "2013-12-31", "month"),
        ("[1963,1966]", "1963-01-01", "1966-12-31", "decade"),
        ("[..2023-11-19]", "", "2023-11-19", "unspecified"),
        ("XXXX-04-23", "", "", "unspecified"),
        ("-0043-03-15", "", "", "day"),
        ("0000-12-31", "", "", "day"),
        ("000X", "", "0009-12-31", "decade"),
        ("Y12345", "", "", "year"),
        ("", "", "", ""),
    ],
)
def test_a_date_has_its_first_and_last_day(date: str, first: str, last: str, unit: str) -> None:
    assert (first, last, unit) == (earliest(date), latest(date), precision(date))


def test_an_absent_value_is_empty_and_nought_is_nought() -> None:
    assert ["", "0", "true", "false", "1.5"] == [cell(v) for v in (None, 0, True, False, 1.5)]


def test_a_bar_inside_a_value_does_not_part_it() -> None:
    assert r"a\|b|c\\|d" == joined(["a|b", "c\\", "d"])


def test_csv_is_what_rfc_4180_asks_for() -> None:
    body = {"id": "a", "name": {"en": 'Say "a, b"', "ja": "甲"}}
    table = next(table for table in TABLES if table.name == "people")
    expected = (
        "id,name_en,name_ja,name_km,translated,variants,party,wikidata,note_en\r\n"
        'a,"Say ""a, b""",甲,,,,,,\r\n'
    )
    assert expected.encode() == as_csv(table, a_release_of(a_record(body, "person")))


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_table_reads_back_as_it_was_written(table: Table) -> None:
    read = list(csv.reader(io.StringIO(as_csv(table, RELEASE).decode(), newline="")))
    assert [[column.name for column in table.columns], *table.rows(RELEASE)] == read


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_columns_are_named_once_in_snake_case_and_described(table: Table) -> None:
    names = [column.name for column in table.columns]
    assert len(set(names)) == len(names)
    assert [] == [name for name in names if not name.isidentifier() or name != name.lower()]
    assert [] == [column.name for column in table.columns if not column.description.endswith(".")]


def test_the_page_of_columns_has_every_column() -> None:
    lines = as_columns_page(TABLES).decode().splitlines()
    expected = [f"| `{column.name}` " for table in TABLES for column in table.columns]
    assert expected == [line[: line.index("` ") + 2] for line in lines if line.startswith("| `")]
