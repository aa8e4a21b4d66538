"""The report for GitHub Actions: annotations that it shows, and the summary that has them all."""

import re
from pathlib import Path

import pytest

from findings import DOUBTFUL, HOSTILE, WRONG, many
from milepost.cli import main
from milepost.reports import formatted
from milepost.reports.github_report import SUMMARY_LIMIT, as_summary, ranked
from milepost.reports.report import Report

ROOT = Path(__file__).parents[1]


def lines(report: Report) -> list[str]:
    return formatted(report, "github").splitlines()


def annotations(report: Report, level: str) -> list[str]:
    return [line for line in lines(report) if line.startswith(f"::{level} ")]


def test_an_annotation_names_its_place_and_has_the_hint_on_a_second_line() -> None:
    assert [
        (
            "::error file=dataset/places/kumamoto.json,line=3,col=9,title=REF-001"
            '::there is no place or party "jpm"%0Adid you mean "jpn"?'
        ),
        "::warning file=dataset/a.json,line=1,col=1,title=DUP-001::it may be told twice",
        "2 records checked: 1 error, 1 warning",
    ] == lines(Report((DOUBTFUL, WRONG), 2))


def test_what_a_contributor_wrote_ends_no_command_and_begins_none() -> None:
    assert [
        (
            "::error file=dataset/50%25\\u000a%3A%3Aerror%3A%3Ax%2C y%3Az.json,line=1,col=1,"
            "title=FIL-001::100 %25\\u000d\\u000a::warning::\\u001b[31m ##[add-mask]x <b>&~~~~"
            "%0A\\u202eeno"
        ),
        "1 record checked: 1 error, 0 warnings",
    ] == lines(Report((HOSTILE,), 1))


def test_a_plain_line_holds_no_command_of_the_older_form() -> None:
    report = Report((*many(10), HOSTILE), 11, frozenset(f.path for f in many(10)))
    plain = [line for line in lines(report) if not line.startswith("::")]

    assert "##[" not in "".join(plain)
    assert "##\\u005badd-mask]" in "".join(plain)


def test_errors_come_before_warnings_and_changed_files_before_others() -> None:
    error, other = many(2)
    report = Report((DOUBTFUL, error, other), 3, frozenset({other.path}))

    assert [other, error, DOUBTFUL] == ranked(report)


def test_no_more_annotations_are_made_than_github_shows() -> None:
    report = Report((*many(12), *many(13, "warning")), 25)

    assert 10 == len(annotations(report, "error"))
    assert 10 == len(annotations(report, "warning"))
    assert "::notice::2 errors and 3 warnings more: all are in the summary of this job" in lines(
        report
    )


def test_no_finding_is_left_out_of_the_log() -> None:
    report = Report(many(30), 30)
    told = "".join(lines(report))

    assert [] == [found for found in report.findings if found.path not in told]


def test_the_summary_holds_all_findings_as_plain_text() -> None:
    expected = """\
### 2 records checked: 1 error, 1 warning

~~~~text
dataset/places/kumamoto.json:3:9 REF-001 there is no place or party "jpm"
    hint: did you mean "jpn"?
dataset/a.json:1:1 DUP-001 (warning) it may be told twice
~~~~
"""

    assert expected == as_summary(Report((DOUBTFUL, WRONG), 2), SUMMARY_LIMIT)


def test_nothing_in_a_finding_closes_the_fence_of_the_summary() -> None:
    summary = as_summary(Report((HOSTILE,), 1), SUMMARY_LIMIT)

    assert ["~~~~text", "~~~~"] == re.findall(r"^~~~~.*$", summary, re.MULTILINE)


@pytest.mark.parametrize("room", [1 << 20, 5000, 400, 300, 60, 0, -1])
def test_the_summary_is_never_longer_than_its_room(room: int) -> None:
    summary = as_summary(Report(many(20_000), 20_000), room)

    assert len(summary.encode()) <= max(room, 0)
    assert bool(summary) == (room >= 300)
    assert ("The list is cut short here" in summary) == bool(summary)


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """Return a root whose one record is no JSON."""
    (tmp_path / "dataset").mkdir()
    (tmp_path / "dataset/dataset.json").write_text("{", "utf-8")
    (tmp_path / "schema").symlink_to(ROOT / "schema")
    return tmp_path


def check(root: Path) -> int:
    return main(["check", "--root", str(root), "--format", "github"])


def test_the_summary_is_added_to_the_file_that_github_names(
    broken: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = broken / "summary.md"
    path.write_text("Before.\n", "utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(path))

    assert 1 == check(broken)
    assert path.read_text("utf-8").startswith("Before.\n### 1 record checked: 1 error")


def test_a_full_summary_is_left_as_it_is(broken: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = broken / "summary.md"
    path.write_bytes(b"x" * SUMMARY_LIMIT)
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(path))

    assert 1 == check(broken)
    assert SUMMARY_LIMIT == path.stat().st_size


def test_a_summary_that_cannot_be_written_ends_with_two(
    broken: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(broken / "nowhere" / "summary.md"))

    assert 2 == check(broken)
    told = capsys.readouterr()
    assert told.out.startswith("::error file=dataset/dataset.json,line=1,col=2,title=JSN-001::")
    assert "milepost: the summary of the job could not be written" in told.err


def test_without_a_named_file_no_summary_is_written(
    broken: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    before = sorted(broken.rglob("*"))

    assert 1 == check(broken)
    assert before == sorted(broken.rglob("*"))
