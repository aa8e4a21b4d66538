"""Sheets as people save them: encodings, separators, formulas, merged cells; what is refused."""

import datetime as dt
import zipfile
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from milepost.cli import main
from milepost.reading.sheets import delimited, sheet, workbook
from milepost.reading.sheets.open import read_sheet
from milepost.reading.sheets.sheet import Cell, SheetRefusedError, column_letter

TEXT = "title,place\nTreaty,Phnom Penh\nFriendship – 友好,ភ្នំពេញ\n"


def saved(tmp_path: Path, content: bytes) -> Path:
    path = tmp_path / "sheet.csv"
    path.write_bytes(content)
    return path


def read(path: Path, name: str | None = None, header_row: int = 1) -> list[list[str]]:
    found = read_sheet(path, header_row, name)
    return [list(found.header), *([cell.text for cell in row.cells] for row in found.rows)]


def refusal(path: Path, name: str | None = None) -> str:
    with pytest.raises(SheetRefusedError) as refused:
        read(path, name)
    return str(refused.value)


def a_book(tmp_path: Path) -> tuple[openpyxl.Workbook, Worksheet, Path]:
    book = openpyxl.Workbook()
    first = book.worksheets[0]
    first.append(["title", "date", "count"])
    return book, first, tmp_path / "book.xlsx"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_is_read_with_and_without_a_mark(tmp_path: Path, encoding: str) -> None:
    expected = [["title", "place"], ["Treaty", "Phnom Penh"], ["Friendship – 友好", "ភ្នំពេញ"]]

    assert expected == read(saved(tmp_path, TEXT.encode(encoding)))


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_separator_is_told_by_the_header(tmp_path: Path, separator: str) -> None:
    content = TEXT.replace(",", separator).encode()

    assert ["Treaty", "Phnom Penh"] == read(saved(tmp_path, content))[1]


def test_windows_1252_is_refused_with_the_byte_and_its_place(tmp_path: Path) -> None:
    content = "title,place\nTreaty,Paris\nVisit,Orléans\n".encode("cp1252")

    told = refusal(saved(tmp_path, content))

    assert "row 3, column 2: the byte E9 is not UTF-8" in told
    assert "in Windows-1252 it would be “é”" in told
    assert "CSV UTF-8" in told


def test_a_line_break_within_quotes_does_not_end_the_row(tmp_path: Path) -> None:
    content = b'title,place\n"Treaty\nof friendship",Tokyo\nVisit,Kyoto\n'

    rows = list(read_sheet(saved(tmp_path, content)).rows)

    assert [(2, "Treaty\nof friendship"), (3, "Visit")] == [
        (r.number, r.cells[0].text) for r in rows
    ]


def test_empty_rows_keep_their_numbers(tmp_path: Path) -> None:
    rows = list(read_sheet(saved(tmp_path, b"title\nA\n\n\nB\n")).rows)

    assert [(2, 1), (3, 0), (4, 0), (5, 1)] == [(row.number, len(row.cells)) for row in rows]


def test_a_quote_that_is_not_closed_is_refused_with_its_row(tmp_path: Path) -> None:
    assert "row 2 cannot be read" in refusal(saved(tmp_path, b'title\n"Treaty\n'))


@pytest.mark.parametrize("content", [b"", b"\n\n", b",,,\n", b"\xef\xbb\xbf"])
def test_a_file_without_a_header_is_refused(tmp_path: Path, content: bytes) -> None:
    assert "the sheet has no header" in refusal(saved(tmp_path, content))


def test_a_repeated_column_is_refused(tmp_path: Path) -> None:
    assert '"place" more than once' in refusal(saved(tmp_path, b"place,date,place\n"))


def test_rows_above_the_header_are_passed_over(tmp_path: Path) -> None:
    content = b"Visits of state\n\ntitle,place\nTreaty,Tokyo\n"

    expected = [["title", "place"], ["Treaty", "Tokyo"]]
    assert expected == read(saved(tmp_path, content), header_row=3)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("=1+1", Cell("=1+1", "formula")),
        ("+cmd|' /C calc'!A0", Cell("+cmd|' /C calc'!A0", "formula")),
        ("-2+3", Cell("-2+3", "formula")),
        ("@SUM(A1)", Cell("@SUM(A1)", "formula")),
        ("\t=1", Cell("\t=1", "formula")),
        ("'=1+1", Cell("=1+1")),
        ("'@handle", Cell("@handle")),
        ("'tis", Cell("'tis")),
        ("-9", Cell("-9")),
        ("+3.5", Cell("+3.5")),
        ("-", Cell("-")),
        ("a=b", Cell("a=b")),
    ],
)
def test_a_cell_that_a_spreadsheet_would_compute_is_a_formula(text: str, expected: Cell) -> None:
    assert expected == delimited.plain_cell(text)


def test_reading_stops_at_the_limit_of_rows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheet, "MOST_ROWS", 10)

    told = refusal(saved(tmp_path, b"title\n" + b"A\n" * 20))

    assert "the sheet has more than 10 rows; reading stopped there" in told


def test_a_row_of_a_thousand_cells_is_refused(tmp_path: Path) -> None:
    assert "row 2 has 1,001 cells" in refusal(saved(tmp_path, b"title\n" + b"," * 1000))


def test_a_cell_longer_than_any_text_is_refused(tmp_path: Path) -> None:
    assert "row 2 cannot be read" in refusal(saved(tmp_path, b"title\n" + b"a" * 40_000))


def test_a_sheet_that_is_not_there_ends_with_two(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 2 == main(["import", str(tmp_path / "nowhere.csv")])
    assert "nowhere.csv cannot be read: No such file" in capsys.readouterr().err


def test_an_unknown_column_ends_with_two_and_is_guessed_at(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 2 == main(["import", str(saved(tmp_path, b"dyad,titel_en\n"))])
    assert 'no column "titel_en"; did you mean "title_en"?' in capsys.readouterr().err

    assert 2 == main(["import", str(saved(tmp_path, b"a,b\n"))])
    assert (
        'no column "a", "b"; `milepost import --template` prints those it has. '
        "A table with columns of its own needs a mapping, by --map\n"
    ) in capsys.readouterr().err


def test_a_stored_date_is_as_exact_as_its_format_shows(tmp_path: Path) -> None:
    book, first, path = a_book(tmp_path)
    first.append(["day", dt.date(2022, 4, 23), 2022])
    first.append(["month", dt.date(2022, 4, 1), 2.5])
    first.append(["year", dt.date(2022, 1, 1), True])
    for row, shown in enumerate(("dd/mm/yyyy", "mmm-yy", "yyyy"), 2):
        first.cell(row, 2).number_format = shown
    book.save(path)

    rows = list(read_sheet(path).rows)

    dates = [Cell(text, "date") for text in ("2022-04-23", "2022-04", "2022")]
    assert dates == [row.cells[1] for row in rows]
    assert ["2022", "2.5", "true"] == [row.cells[2].text for row in rows]


def test_a_formula_is_never_evaluated(tmp_path: Path) -> None:
    book, first, path = a_book(tmp_path)
    first.append(["=1+1", "#REF!", "A"])
    first["B2"].data_type = "e"
    book.save(path)

    cells = next(read_sheet(path).rows).cells

    assert ["formula", "error", "plain"] == [cell.state for cell in cells]
    assert "=1+1" == cells[0].text


def test_every_row_that_a_merged_area_touches_shows_it(tmp_path: Path) -> None:
    book, first, path = a_book(tmp_path)
    for title in ("A", "B", "C"):
        first.append([title, "2022", "1"])
    first.merge_cells("B2:B3")
    book.save(path)

    states = [[cell.state for cell in row.cells] for row in read_sheet(path).rows]

    merged = ["plain", "merged", "plain"]
    assert [merged, merged, ["plain", "plain", "plain"]] == states


def test_merged_cells_in_the_header_are_refused(tmp_path: Path) -> None:
    book, first, path = a_book(tmp_path)
    first.merge_cells("A1:B1")
    book.save(path)

    assert "the header has merged cells" in refusal(path)


def test_a_hidden_sheet_is_passed_over_and_told(tmp_path: Path) -> None:
    book, first, path = a_book(tmp_path)
    first.append(["Treaty", "2022", "1"])
    book.create_sheet("Notes").sheet_state = "hidden"
    book.save(path)

    assert ('the hidden sheet "Notes"',) == read_sheet(path).passed_over


def test_of_several_sheets_one_is_to_be_named(tmp_path: Path) -> None:
    book, _, path = a_book(tmp_path)
    book.create_sheet("Visits").append(["title"])
    book.save(path)

    assert '2 visible sheets ("Sheet", "Visits"); name one with --sheet' in refusal(path)
    assert [["title"]] == read(path, "Visits")
    assert 'no sheet "Visit"; did you mean "Visits"?' in refusal(path, "Visit")


def test_a_workbook_that_unpacks_to_far_too_much_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbook, "MOST_BYTES", 1000)
    book, _, path = a_book(tmp_path)
    book.save(path)

    assert "bytes, and 1,000 are the most" in refusal(path)


@pytest.mark.parametrize("content", [b"PK\x03\x04", b"PK\x03\x04" + b"\x00" * 60])
def test_a_broken_workbook_is_refused(tmp_path: Path, content: bytes) -> None:
    assert "is no workbook that can be read" in refusal(saved(tmp_path, content))


def test_an_archive_that_is_no_workbook_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", "a")

    assert "is no workbook that can be read" in refusal(path)


def test_an_old_or_locked_workbook_is_refused_with_the_way_out(tmp_path: Path) -> None:
    content = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600

    assert "save it as .xlsx" in refusal(saved(tmp_path, content))


def test_without_openpyxl_the_extra_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book, _, path = a_book(tmp_path)
    book.save(path)
    monkeypatch.setitem(__import__("sys").modules, "openpyxl", None)

    assert "pip install 'milepost[xlsx]'" in refusal(path)


@pytest.mark.parametrize(("position", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ")])
def test_columns_have_the_letters_of_a_spreadsheet(position: int, letters: str) -> None:
    assert letters == column_letter(position)
