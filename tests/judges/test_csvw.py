"""CSV on the Web, validated by csvw in its strict mode, which lets no reference be empty."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from csvw import CSVW

from milepost.release.tables import TABLES, Table
from milepost.release.tables.typed import typed
from releases import the_small_files, the_small_release, written

pytestmark = pytest.mark.judge


def read(files: Mapping[str, bytes], folder: Path) -> CSVW:
    return CSVW(str(written(files, folder) / "csvw-metadata.json"), validate=True)


def with_cell(name: str, before: bytes, after: bytes) -> dict[str, bytes]:
    """Return the small release with one text of a table exchanged."""
    files = the_small_files()
    assert before in files[name]
    return {**files, name: files[name].replace(before, after, 1)}


def test_csvw_finds_the_release_valid(tmp_path: Path) -> None:
    judged = read(the_small_files(), tmp_path)
    assert (True, []) == (judged.is_valid, judged.warnings)
    assert [table.file for table in TABLES] == [t.local_name for t in judged.tables]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_csvw_splits_lists_and_reads_truth_and_numbers(table: Table, tmp_path: Path) -> None:
    (described,) = (
        t for t in read(the_small_files(), tmp_path).tables if t.local_name == table.file
    )
    columns = [c for c in table.columns if c.datatype in {"string", "list", "boolean", "integer"}]
    found = [[row[column.name] for column in columns] for row in described.iterdicts()]
    texts = [
        dict(zip((c.name for c in table.columns), row, strict=True))
        for row in table.rows(the_small_release())
    ]
    assert [[typed(row[c.name], c.datatype) for c in columns] for row in texts] == found


@pytest.mark.filterwarnings("default::UserWarning")  # by which csvw tells what it finds
def test_csvw_refuses_a_damaged_cell(tmp_path: Path) -> None:
    judged = read(with_cell("csv/stages.csv", b",true\r\n", b",ture\r\n"), tmp_path)
    with pytest.raises(ValueError, match="headline: invalid lexical value for boolean: ture"):
        judged.is_valid  # noqa: B018 -- the property judges


def test_csvw_refuses_a_key_that_dangles(tmp_path: Path) -> None:
    renamed = with_cell("csv/sources.csv", b"\ncng-2022-kumamoto,", b"\ncng-2022-nagasaki,")
    judged = read(renamed, tmp_path)
    with pytest.raises(ValueError, match=r"cng-2022-kumamoto.* not found in table csv/sources"):
        judged.is_valid  # noqa: B018 -- the property judges


def test_csvw_refuses_a_key_that_stands_twice(tmp_path: Path) -> None:
    files = the_small_files()
    lines = files["csv/people.csv"].splitlines(keepends=True)
    judged = read({**files, "csv/people.csv": b"".join([*lines, lines[-1]])}, tmp_path)
    with pytest.raises(ValueError, match="duplicate primary key: ueno-atsushi"):
        judged.is_valid  # noqa: B018 -- the property judges
