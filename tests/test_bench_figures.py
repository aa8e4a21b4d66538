"""Figures of the bench: which bound each meets, how the table reads, and what is kept of a run."""

import json
import re

import pytest

from bench.__main__ import main
from bench.figures import Figure, exit_code, table
from bench.record import recorded


@pytest.mark.parametrize(
    ("figure", "verdict"),
    [
        (Figure("x", 5, "×", 9, 5), "aim"),
        (Figure("x", 5.01, "×", 9, 5), "must"),
        (Figure("x", 9.01, "×", 9, 5), "MISSED"),
        (Figure("x", 30, "×", 15, 30, least=True), "aim"),
        (Figure("x", 15, "×", 15, 30, least=True), "must"),
        (Figure("x", 14.9, "×", 15, 30, least=True), "MISSED"),
        (Figure("x", 0.8, "×", aim=0.7), "not yet"),
        (Figure("x", 0.7, "×", aim=0.7), "aim"),
        (Figure("x", 1, "×", must=2), "must"),
        (Figure("x", 1, "×"), ""),
        (Figure("x", None, "×", 9, 5), ""),
    ],
)
def test_a_figure_meets_the_best_of_its_bounds_or_misses_them(figure: Figure, verdict: str) -> None:
    assert verdict == figure.verdict


def test_the_table_shows_three_digits_bounds_and_notes() -> None:
    figures = [
        Figure("all rules against the floor", 9.478, "×", 9, 5, note="over some files"),
        Figure("peak memory", 1234.5, "MB"),
        Figure("ajv-cli: left out", None, note="there is no node on PATH"),
    ]
    lines = [" ".join(line.split()) for line in table(figures)]

    assert [
        "what measured must aim met",
        "all rules against the floor 9.48 × 9.00 5.00 MISSED",
        "over some files",
        "peak memory 1,234 MB – –",
        "ajv-cli: left out – – –",
        "there is no node on PATH",
    ] == lines


def test_what_is_kept_of_a_run_replaces_the_same_measure_and_no_other() -> None:
    first = recorded("", {"check": [Figure("a", 1)], "spans": [Figure("b", 2)]}, "2026-11-01")
    second = json.loads(recorded(first, {"check": [Figure("a", 3)]}, "2026-11-22"))

    assert ["check", "spans"] == list(second)
    assert ("2026-11-22", 3) == (second["check"]["on"], second["check"]["figures"][0]["measured"])
    assert ("2026-11-01", 2) == (second["spans"]["on"], second["spans"]["figures"][0]["measured"])


def test_a_figure_is_kept_with_its_verdict_and_four_digits() -> None:
    figure = Figure("a", 9.47812, "×", 9, 5)
    kept = json.loads(recorded("", {"check": [figure]}, "2026-11-22"))["check"]["figures"][0]

    assert {
        "what": "a",
        "measured": 9.478,
        "unit": "×",
        "must": 9,
        "aim": 5,
        "least": False,
        "note": "",
        "met": "MISSED",
    } == kept


def test_a_missed_bound_ends_the_bench_with_one() -> None:
    assert 1 == exit_code([Figure("a", 1, must=2), Figure("b", 3, must=2)])


def test_a_missed_aim_alone_ends_it_with_zero() -> None:
    assert 0 == exit_code([Figure("a", 1, must=2), Figure("b", 3, aim=2)])


def test_a_measure_is_run_and_told(capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["--only", "spans", "--sizes", "20", "--rounds", "1"])
    told = capsys.readouterr().out

    assert "Generated data, in the layout of dataset/:\n  20 milestones; medians: " in told
    assert re.search(r"\n10,000 spans in place in 1 MB, text normalised +[0-9.]+ s", told)
    assert re.search(r"\na lost span, each MB of text +[0-9.]+ s", told)
    assert int("MISSED" in told) == code
