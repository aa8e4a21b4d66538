"""The page of what was measured: figures as they were recorded, misses named as misses."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from bench.__main__ import MEASURES, main
from bench.figures import Figure
from bench.generator.lexicon import SIZES
from milepost.reading.measures import measures_in
from milepost.site.measures import measure_table, measured_when
from milepost.site.phrase import plain

ROOT = Path(__file__).parents[1]
RECORD = ROOT / "docs/numbers.json"
PAGE = (ROOT / "docs/numbers.md").read_text("utf-8")
MEASURED = measures_in(RECORD)


def rows(*figures: dict[str, Any]) -> list[list[str]]:
    table = measure_table("check", {"figures": figures})
    return [[plain(cell).replace("\u00a0", " ") for cell in row] for row in table.rows]


def a_figure(**other: Any) -> dict[str, Any]:
    bounds = {"measured": 9.478, "unit": "×", "must": 9, "aim": 5}
    return {"what": "all rules", **bounds, "met": "MISSED", "note": "so many files", **other}


def test_a_missed_bound_is_called_missed() -> None:
    expected = ["all rules", "9.48 ×", "9 ×", "5 ×", "missed", "so many files"]

    assert [expected] == rows(a_figure())


@pytest.mark.parametrize(
    ("met", "must", "words"),
    [
        ("must", 9, "must"),
        ("aim", 9, "must and aim"),
        ("aim", None, "aim"),
        ("not yet", None, "not yet"),
        ("", None, ""),
    ],
)
def test_what_is_met_is_said(met: str, must: float | None, words: str) -> None:
    assert words == rows(a_figure(met=met, must=must))[0][4]


def test_what_was_left_out_has_no_numbers() -> None:
    figure = a_figure(measured=None, must=None, aim=None, met="", note="no node")

    assert [["all rules", "", "", "", "", "no node"]] == rows(figure)


def test_a_large_number_is_written_with_a_comma() -> None:
    assert "1,437 ms" == rows(a_figure(measured=1437.4, unit="ms"))[0][1]


def test_the_page_tells_when_and_where() -> None:
    machine = {"on": "2026-11-22", "machine": "2 cores, Linux, Python 3.11.7"}

    assert ("Measured on 2026-11-22, on a machine with 2 cores, Linux, Python 3.11.7.") == plain(
        measured_when(machine)
    )


@pytest.mark.parametrize("name", MEASURES)
def test_every_measure_is_recorded_and_on_the_page(name: str) -> None:
    assert len(MEASURED[name]["figures"]) > 0
    assert f"{{milepost-measures}} numbers.json {name}\n" in PAGE


@pytest.mark.parametrize("name", MEASURED)
def test_what_was_recorded_meets_what_it_is_said_to_meet(name: str) -> None:
    for recorded in MEASURED[name]["figures"]:
        said = recorded["met"]
        figure = Figure(**{field: value for field, value in recorded.items() if field != "met"})

        assert figure.verdict == said


def test_the_page_says_how_large_the_vocabulary_is() -> None:
    assert f"{sum(SIZES.values()):,} words" in PAGE


def test_the_page_says_which_flags_the_bench_has(capsys: pytest.CaptureFixture[str]) -> None:
    flags = set(re.findall(r"--[a-z]+", PAGE))
    with pytest.raises(SystemExit, match="0"):
        main(["--help"])

    assert {"--only", "--sizes", "--record"} == flags
    assert flags <= set(re.findall(r"--[a-z]+", capsys.readouterr().out))


def test_the_record_is_spelt_as_the_bench_spells_it() -> None:
    text = json.dumps(MEASURED, indent=2, ensure_ascii=False) + "\n"

    assert text == RECORD.read_text("utf-8")
