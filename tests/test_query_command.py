"""`milepost query`: questions in SQL, and questions that cannot be asked."""

import io
import json
from pathlib import Path

import pytest

from milepost.cli import main
from releases import MOMENT, ROOT


@pytest.fixture(autouse=True)
def _a_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(MOMENT))


def told(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    """Return the exit code of `milepost query`, and what it printed to either stream."""
    code = main(["query", "--root", str(ROOT), *words])
    printed = capsys.readouterr()
    return code, printed.out + printed.err


ELEVATION = "SELECT id, date_edtf, title_ja FROM milestones WHERE id = 'mp-bbngx6t'"


def test_an_answer_is_a_table_that_says_how_many_rows_it_has(
    capsys: pytest.CaptureFixture[str],
) -> None:
    answer = (
        "id          date_edtf   title_ja",
        "mp-bbngx6t  1953-01-09  日本・カンボジア外交関係の樹立",
        "(1 row)\n",
    )
    assert (0, "\n".join(answer)) == told(capsys, ELEVATION)


def test_columns_stand_below_each_other_whatever_the_script(
    capsys: pytest.CaptureFixture[str],
) -> None:
    question = "SELECT 'sea' AS a, 1 AS b UNION ALL SELECT '大使館', 2"
    answer = ("a       b", "sea     1", "大使館  2", "(2 rows)\n")
    assert (0, "\n".join(answer)) == told(capsys, question)


def test_an_answer_can_be_csv(capsys: pytest.CaptureFixture[str]) -> None:
    assert (0, 'a,b\r\n1,"x,y"\r\n') == told(capsys, "--format", "csv", "SELECT 1 AS a, 'x,y' AS b")


def test_an_answer_can_be_json(capsys: pytest.CaptureFixture[str]) -> None:
    _, text = told(capsys, "--format", "json", "SELECT 1 AS a, '大使館' AS b, NULL AS c")
    assert [{"a": 1, "b": "大使館", "c": None}] == json.loads(text)


def test_a_question_can_come_from_standard_input(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("SELECT 2 AS two"))
    assert (0, "two\n2\n(1 row)\n") == told(capsys, "-")


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("SELECT * FROM milestone", 'no such table: milestone; did you mean "milestones"?'),
        ("SELECT titel_en FROM stages", 'no such column: titel_en; did you mean "title_en"?'),
        ("DROP TABLE stages", "attempt to write a readonly database"),
        ("SELECT 1; SELECT 2", "You can only execute one statement at a time"),
        ("ATTACH 'x' AS y", "too many attached databases - max 0"),
        ("SELECT load_extension('x')", "not authorized"),
    ],
)
def test_a_question_that_cannot_be_asked_says_why(
    question: str, answer: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert (2, f"milepost: this cannot be asked: {answer}\n") == told(capsys, question)


def test_a_question_opens_no_file(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    code, _ = told(capsys, f"VACUUM INTO '{tmp_path / 'copy.sqlite'}'")
    assert (2, []) == (code, list(tmp_path.iterdir()))


def test_an_empty_question_is_none(capsys: pytest.CaptureFixture[str]) -> None:
    assert (2, "milepost: this asks nothing: write one SELECT\n") == told(capsys, "")
