"""docs/import.md says what is so: the template, the rules, the mapping and what is printed."""

import csv
import io
import json
from pathlib import Path

import pytest

from examples import SCHEMAS
from imports import GOOD, ROOT, a_root, as_csv
from milepost.cli import main
from milepost.reading.sheets import sheet
from milepost.rules.sheet_rows import RULES
from milepost.sheets.template import COLUMNS, SEVERAL, described

PAGE = (ROOT / "docs/import.md").read_text("utf-8")
SHEETS = ROOT / "tests/sheets"


def rows_under(header: str) -> list[list[str]]:
    """Return the cells of the table that has this header."""
    lines = PAGE.partition(f"{header}\n")[2].splitlines()[1:]
    end = next(at for at, line in enumerate([*lines, ""]) if not line.startswith("|"))
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[:end]]


def test_the_columns_are_those_of_the_template() -> None:
    expected = [
        [f"`{column}`", text, f"`{example}`" if example else ""]
        for column, text, example in described(SCHEMAS.documents)
    ]
    assert expected == rows_under("| Column | What it holds | For example |")


def test_the_rules_are_those_of_rows() -> None:
    expected = [[f"`{rule.id}`", rule.truth] for rule in RULES]
    assert expected == rows_under("| Rule | What it demands |")


def test_the_options_are_those_of_the_schema() -> None:
    document = json.loads((ROOT / "schema/v1/mapping.schema.json").read_bytes())
    cell = document["$defs"]["cell"]["properties"]

    told = rows_under("| A cell with | Is |") + rows_under("| Option | Does |")
    assert [f"`{name}`" for name in cell] == [row[0] for row in told]


def test_the_limits_and_lists_are_so() -> None:
    assert f"at most {sheet.MOST_ROWS:,} rows and {sheet.MOST_COLUMNS} columns" in PAGE
    assert f"{', '.join(f'`{name}`' for name in SEVERAL[:-1])} and `{SEVERAL[-1]}`" in PAGE


@pytest.mark.parametrize("name", ["visits.csv", "visits.mapping.json"])
def test_the_example_is_quoted_whole(name: str) -> None:
    assert f"\n{(SHEETS / name).read_text('utf-8')}```" in PAGE


def test_the_example_tells_what_is_quoted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mapping, table = SHEETS / "visits.mapping.json", SHEETS / "visits.csv"

    assert 1 == main(["import", "--root", str(a_root(tmp_path)), str(table), "--map", str(mapping)])
    assert f"```text\n{capsys.readouterr().out}```" in PAGE


def test_the_first_example_tells_what_is_quoted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "sheet.csv"
    path.write_text(as_csv([GOOD, {**GOOD, "place": "Tokio"}]), "utf-8")

    assert 1 == main(["import", "--root", str(a_root(tmp_path)), str(path)])
    assert f"$ milepost import sheet.csv\n{capsys.readouterr().out}```" in PAGE


def test_the_template_is_a_sheet_that_is_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 0 == main(["import", "--template"])
    template = capsys.readouterr().out
    path = tmp_path / "sheet.csv"
    path.write_text(template, "utf-8")

    assert list(COLUMNS) == next(csv.reader(io.StringIO(template)))
    assert 0 == main(["import", "--root", str(a_root(tmp_path)), str(path)])
    assert "1 row: 1 mapped" in capsys.readouterr().out
