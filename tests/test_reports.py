"""Reports: findings as lines for people, on a terminal in colour, and as JSON for programs."""

import io
import json
import sys
from pathlib import Path

import jsonschema
import pytest

from findings import DOUBTFUL, HOSTILE, WRONG
from milepost.cli import main
from milepost.reports import FORMATS, formatted
from milepost.reports.report import Report
from milepost.reports.visible import visible

ROOT = Path(__file__).parents[1]
CLEAN = ["check", "--root", str(ROOT), str(ROOT / "dataset/dataset.json")]


def test_a_finding_is_its_place_its_rule_its_message_and_its_hint() -> None:
    expected = """\
dataset/places/kumamoto.json:3:9 REF-001 there is no place or party "jpm"
    hint: did you mean "jpn"?
dataset/a.json:1:1 DUP-001 (warning) it may be told twice
1,204 records checked: 1 error, 1 warning
"""

    assert expected == formatted(Report((WRONG, DOUBTFUL), 1204), "text")


def test_a_terminal_shows_an_error_red_and_a_warning_yellow() -> None:
    expected = (
        "\x1b[1mdataset/places/kumamoto.json:3:9\x1b[0m \x1b[31mREF-001\x1b[0m "
        'there is no place or party "jpm"\n'
        '    \x1b[36mhint:\x1b[0m did you mean "jpn"?\n'
        "\x1b[1mdataset/a.json:1:1\x1b[0m \x1b[33mDUP-001 (warning)\x1b[0m it may be told twice\n"
        "2 records checked: 1 error, 1 warning\n"
    )

    assert expected == formatted(Report((WRONG, DOUBTFUL), 2, colour=True), "text")


def test_a_line_of_a_report_holds_nothing_that_cannot_be_seen() -> None:
    lines = formatted(Report((HOSTILE,), 1), "text").splitlines()

    assert [
        (
            "dataset/50%\\u000a::error::x, y:z.json:1:1 FIL-001 "
            "100 %\\u000d\\u000a::warning::\\u001b[31m ##[add-mask]x <b>&~~~~"
        ),
        "    hint: \\u202eeno",
        "1 record checked: 1 error, 0 warnings",
    ] == lines


def test_what_lies_beyond_the_first_plane_is_escaped_as_json_does() -> None:
    assert "\\udb40\\udc41" == visible("\U000e0041")
    assert "\\udcff" == visible("\udcff")
    assert "東京 ភ្នំពេញ" == visible("東京 ភ្នំពេញ")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "environment", "expected"),
    [
        (Terminal, {}, True),
        (Terminal, {"NO_COLOR": "1"}, False),
        (Terminal, {"NO_COLOR": ""}, True),
        (Terminal, {"TERM": "dumb"}, False),
        (io.StringIO, {}, False),
    ],
)
def test_colour_is_for_a_terminal_whose_user_did_not_refuse_it(
    *,
    stream: type[io.StringIO],
    environment: dict[str, str],
    expected: bool,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, value in {"NO_COLOR": "", "TERM": "xterm", **environment}.items():
        monkeypatch.setenv(name, value)
    output = stream()
    monkeypatch.setattr(sys, "stdout", output)
    (tmp_path / "dataset").mkdir()
    (tmp_path / "dataset/dataset.json").write_text("{", "utf-8")
    (tmp_path / "schema").symlink_to(ROOT / "schema")
    main(["check", "--root", str(tmp_path)])

    assert expected == ("\x1b[31mJSN-001\x1b[0m" in output.getvalue())


def test_the_json_report_follows_its_schema() -> None:
    report = json.loads(formatted(Report((WRONG, DOUBTFUL, HOSTILE), 2), "json"))
    schema = json.loads((ROOT / "schema/v1/findings.schema.json").read_text("utf-8"))

    jsonschema.Draft202012Validator(schema).validate(report)
    assert ["REF-001", "DUP-001", "FIL-001"] == [found["rule"] for found in report["findings"]]


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_tells_of_no_finding_too(name: str) -> None:
    assert formatted(Report((), 3), name).endswith("\n")


def test_the_help_lists_the_formats(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        main(["check", "--help"])

    assert f"{{{','.join(FORMATS)}}}" in "".join(capsys.readouterr().out.split())
