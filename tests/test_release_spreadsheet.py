"""The tables for spreadsheet programs: readable in every script, and nothing in them runs."""

import io

import openpyxl
import pandas as pd
import pytest

from builders import a_record
from milepost.release.spreadsheet import as_spreadsheet, neutral
from milepost.release.tables import TABLES, Table
from milepost.release.tables.table import Column
from releases import a_release_of, the_release

TEXT = Column("note", "", str)
NUMBER = Column("longitude", "", str, "number")


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"])
def test_a_text_that_would_run_gets_an_apostrophe(start: str) -> None:
    assert f"'{start}" == neutral(start, TEXT)


@pytest.mark.parametrize("text", ["", "1+1", "大使館", "'=1", "a-b"])
def test_any_other_text_stays(text: str) -> None:
    assert text == neutral(text, TEXT)


def test_a_number_below_zero_stays_a_number() -> None:
    assert "-12.5" == neutral("-12.5", NUMBER)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_spreadsheet_has_the_rows_of_the_table(table: Table) -> None:
    content = as_spreadsheet(table, the_release())
    read = pd.read_csv(io.BytesIO(content), dtype=str, keep_default_na=False, encoding="utf-8-sig")
    assert b"\xef\xbb\xbf" == content[:3]
    expected = [
        [neutral(*pair) for pair in zip(row, table.columns, strict=True)]
        for row in table.rows(the_release())
    ]
    assert expected == read.to_numpy().tolist()


def test_a_hostile_name_is_a_text_in_the_sheet() -> None:
    name = '=HYPERLINK("http://x.example","click")'
    place = a_record({"id": "x", "name": {"en": name}}, "place")
    (places,) = [table for table in TABLES if table.name == "places"]
    content = as_spreadsheet(places, a_release_of(place))
    read = pd.read_csv(io.BytesIO(content), keep_default_na=False, encoding="utf-8-sig")
    sheet = openpyxl.Workbook().create_sheet()
    sheet.append(list(read.iloc[0]))
    assert (f"'{name}", "s") == (sheet["B1"].value, sheet["B1"].data_type)
