"""The Data Package, read by frictionless."""

import json
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from frictionless import Package

from milepost.release.tables import TABLES, Table
from milepost.release.tables.table import Datatype
from milepost.release.tables.typed import typed
from releases import the_release, the_small_files, unpacked, written

pytestmark = pytest.mark.judge


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the release of the real dataset on disk."""
    return unpacked(tmp_path_factory.mktemp("release"))


def found_in(files: Mapping[str, bytes], folder: Path) -> set[tuple[str, str]]:
    """Return the type and place of each error that frictionless finds in a release."""
    report = Package(str(written(files, folder) / "datapackage.json")).validate()
    assert [] == report.errors
    return {(error.type, task.name) for task in report.tasks for error in task.errors}


def with_cell(name: str, before: bytes, after: bytes) -> dict[str, bytes]:
    """Return the small release with one text of a table exchanged."""
    files = the_small_files()
    assert before in files[name]
    return {**files, name: files[name].replace(before, after, 1)}


def test_frictionless_finds_the_whole_release_valid(folder: Path) -> None:
    report = Package(str(folder / "datapackage.json")).validate()
    assert (len(TABLES), []) == (len(report.tasks), report.errors)
    assert [] == [error.message for task in report.tasks for error in task.errors]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_frictionless_reads_every_table_value_by_value(table: Table, folder: Path) -> None:
    with Package(str(folder / "datapackage.json")).get_resource(table.name) as resource:
        found = [[row[column.name] for column in table.columns] for row in resource.row_stream]
    types = [column.datatype for column in table.columns]
    expected = [
        [_as_frictionless_has_it(*pair) for pair in zip(row, types, strict=True)]
        for row in table.rows(the_release())
    ]
    assert expected == found


def _as_frictionless_has_it(text: str, datatype: Datatype) -> object:
    if not text:
        return None
    others: Mapping[Datatype, Callable[[str], object]] = {
        "date": date.fromisoformat,
        "number": Decimal,
        "json": json.loads,
    }
    return others[datatype](text) if datatype in others else typed(text, datatype)


def test_frictionless_finds_a_damaged_cell(tmp_path: Path) -> None:
    damaged = with_cell("csv/stages.csv", b",true\r\n", b",ture\r\n")
    assert {("type-error", "stages"), ("hash-count", "stages")} == found_in(damaged, tmp_path)


def test_frictionless_finds_a_key_that_dangles(tmp_path: Path) -> None:
    renamed = with_cell("csv/sources.csv", b"\ncng-2022-kumamoto,", b"\ncng-2022-nagasaki,")
    assert {("foreign-key", "statements"), ("hash-count", "sources")} == found_in(renamed, tmp_path)


def test_frictionless_finds_a_key_that_stands_twice(tmp_path: Path) -> None:
    files = the_small_files()
    lines = files["csv/people.csv"].splitlines(keepends=True)
    twice = {**files, "csv/people.csv": b"".join([*lines, lines[-1]])}
    assert ("primary-key", "people") in found_in(twice, tmp_path)


def test_frictionless_finds_a_file_that_was_lost(tmp_path: Path) -> None:
    left = {name: content for name, content in the_small_files().items() if "people" not in name}
    assert ("scheme-error", "people") in found_in(left, tmp_path)
