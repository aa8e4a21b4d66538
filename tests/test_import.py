"""`milepost import`: every row of a sheet is accounted for, and what is made passes the check."""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from flattened import flattened, with_slips
from imports import (
    GOOD,
    Row,
    a_root,
    account,
    account_of,
    as_csv,
    rejections,
    states,
    the_view,
)
from milepost.cli import main
from milepost.cli.import_ import watched
from milepost.loading import checked, clean
from milepost.sheets.account import Account, Fate
from milepost.sheets.told import Blank


def test_a_row_becomes_a_record_with_its_evidence(tmp_path: Path) -> None:
    result = account(tmp_path, GOOD)

    (path, raw), body = result.files[0], json.loads(result.files[0][1])
    assert "dataset/milestones/jpn-khm/2031-talks-in-tokyo.json" == path == result.fates[0].path
    assert [{"stage": "occurred", "date": "2031-03-04", "place": "tokyo"}] == body["stages"]
    assert "khm" == body["actors"][0]["side"]
    assert {
        "source": "akp-2022-kumamoto",
        "read": "first-hand",
        "locator": {"paragraph": 2},
        "says": {
            "/stages/occurred/date": "2031-03-04",
            "/stages/occurred/place": "tokyo",
            "/actors/hun-sen/office": "prime-minister",
        },
    } == body["evidence"][0]
    assert raw.endswith(b"}\n")


def test_rows_of_one_event_become_one_record_with_several_entries(tmp_path: Path) -> None:
    second = {"event": "talks", "stage": "occurred", "date": "2031-03", "read": "relayed"}
    rest = {"source": "ppp-2023-fireworks", "paragraph": "3"}

    result = account(tmp_path, GOOD, second | rest)

    assert ["mapped", "mapped"] == states(result)
    assert 1 == len(result.files)
    assert 2 == result.files[0][1].count(b'"read"')


def test_rows_without_a_key_are_merged_when_type_dyad_and_date_agree(tmp_path: Path) -> None:
    nameless = {**GOOD, "event": "", "source": "ppp-2023-fireworks"}

    result = account(tmp_path, {**GOOD, "event": ""}, nameless)

    assert ["mapped", "merged"] == states(result)
    assert "likely the same event" in result.fates[1].note
    assert "with row 2" in result.fates[1].note


def test_events_with_keys_of_their_own_stay_apart(tmp_path: Path) -> None:
    other = {**GOOD, "event": "other talks"}

    result = account(tmp_path, GOOD, other)

    expected = ["2031-talks-in-tokyo.json", "2031-talks-in-tokyo-2.json"]
    assert expected == [fate.path.rpartition("/")[2] for fate in result.fates]


def test_a_likely_duplicate_of_a_recorded_milestone_is_merged_and_shown(tmp_path: Path) -> None:
    row = {**GOOD, "type": "head-of-government-visit", "date": "1957-11", "place": "phnom-penh"}
    rest = {"actors": "kishi-nobusuke", "roles": "visitor"}

    result = account(tmp_path, row | rest, whole=True)

    assert ["merged"] == states(result)
    assert "dataset/milestones/jpn-khm/1957-kishi-visit.json" == result.fates[0].path
    assert [result.fates[0].path] == [path for path, _ in result.files]


def test_a_key_that_begins_with_new_asks_for_a_record_of_its_own(tmp_path: Path) -> None:
    row = {**GOOD, "type": "head-of-government-visit", "date": "1957-11", "event": "new-visit"}

    result = account(tmp_path, row, whole=True)

    assert ["mapped"] == states(result)
    assert result.fates[0].path.endswith("1957-talks-in-tokyo.json")


def test_a_date_that_is_refused_is_quoted_once(tmp_path: Path) -> None:
    (why,) = account(tmp_path, {**GOOD, "date": "2031-04-31"}).fates[0].refusals

    assert '"2031-04-31" is no date here: April 2031 has 30 days; ' in why.message


@pytest.mark.parametrize(
    ("name", "kind"), [("Somebody Unheard Of", "person"), ("zzq", "party"), ("ZZQ", "party")]
)
def test_an_unknown_actor_is_most_likely_a_person_unless_it_is_a_code(
    tmp_path: Path, name: str, kind: str
) -> None:
    (why,) = account(tmp_path, {**GOOD, "actors": name}).fates[0].refusals

    assert why.hint.startswith(f"record it with `milepost new {kind}`")


def test_a_row_that_two_milestones_could_be_of_is_rejected(tmp_path: Path) -> None:
    row = {**GOOD, "event": "", "date": "2031", "source": "ppp-2023-fireworks"}
    other = {**GOOD, "event": "b", "date": "2031-05"}

    result = account(tmp_path, GOOD, other, row)

    assert [(4, "IMP-006", "event")] == rejections(result)


def test_a_claim_that_disputes_the_record_is_rejected_by_the_rule_of_the_check(
    tmp_path: Path,
) -> None:
    result = account(tmp_path, GOOD, {**GOOD, "date": "2031-04", "source": "ppp-2023-fireworks"})

    assert [(3, "DSP-001", "date")] == rejections(result)
    assert "with dataset/milestones/jpn-khm/2031-talks-in-tokyo.json" == result.fates[1].note


def test_what_lasted_from_one_day_to_another_has_a_date_and_an_end(tmp_path: Path) -> None:
    result = account(tmp_path, {**GOOD, "date": "2031-03-04/2031-03-06"})

    stage = {"stage": "occurred", "date": "2031-03-04", "end": "2031-03-06", "place": "tokyo"}
    assert [stage] == json.loads(result.files[0][1])["stages"]


def test_the_same_row_twice_is_there_already(tmp_path: Path) -> None:
    assert ["mapped", "there"] == states(account(tmp_path, GOOD, GOOD))


def test_rows_of_one_event_agree_on_its_type(tmp_path: Path) -> None:
    other = {**GOOD, "type": "ministerial-meeting", "source": "ppp-2023-fireworks"}

    assert [(3, "IMP-006", "type")] == rejections(account(tmp_path, GOOD, other))


def test_an_event_with_hundreds_of_rows_is_a_key_that_is_none(tmp_path: Path) -> None:
    rows = [{**GOOD, "paragraph": str(n), "date": "2031-03-04", "place": ""} for n in range(1, 4)]
    many = [{**GOOD, "section": f"{n}", "source": s} for n, s in enumerate(_sources())]

    result = account(tmp_path, *rows, *many)

    assert {"IMP-009"} == {rule for _, rule, _ in rejections(result)}
    assert 200 == len(many) + len(rows) - len(rejections(result))


def _sources() -> list[str]:
    return list(the_view().dataset.of("source"))[:260]


def test_every_row_of_the_dataset_is_there_when_it_names_its_milestone(tmp_path: Path) -> None:
    rows = flattened(the_view().dataset)

    result = account(tmp_path, *rows, whole=True)

    assert 300 <= len(rows)
    assert {"there": len(rows)} == result.counts
    assert () == result.files


def test_the_dataset_as_a_sheet_with_slips_is_accounted_for_row_by_row(tmp_path: Path) -> None:
    rows, slips = with_slips(_keyed(flattened(the_view().dataset)), GOOD)

    result = account(tmp_path, *rows)

    found = dict(_by_row(result))
    assert len(rows) == len(result.fates) == sum(result.counts.values())
    assert list(range(2, len(rows) + 2)) == [fate.row for fate in result.fates]
    assert slips == {row: found.get(row) for row in slips}
    # What else is rejected is what the sources dispute, and rows of such an event.
    others = {why[0] for row, why in found.items() if row not in slips}
    assert {"DSP-001", "IMP-003", "IMP-006"} >= others
    assert 300 < result.counts["mapped"]


def _by_row(result: Account) -> Iterator[tuple[int, tuple[str, str]]]:
    for fate in result.fates:
        if fate.refusals:
            yield fate.row, (fate.refusals[0].rule, fate.refusals[0].column)


def _keyed(rows: list[Row]) -> list[Row]:
    """Return rows whose keys are no identifiers, as those of a sheet that came first."""
    return [{**row, "event": row["event"].removeprefix("mp-")} for row in rows]


def test_what_is_written_passes_the_check_and_a_second_run_changes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = a_root(tmp_path / "root")
    rows = _keyed(flattened(the_view().dataset))[:320]
    sheet = tmp_path / "sheet.csv"
    sheet.write_text(as_csv(rows), "utf-8")
    words = ["import", "--root", str(root), str(sheet)]

    assert 1 == main(words)
    assert not (root / "dataset/milestones").exists()
    assert "--write writes them" in capsys.readouterr().out

    assert 1 == main([*words, "--write"])
    assert " written\n" in capsys.readouterr().out
    assert () == tuple(f for f in checked(root).findings if f.severity == "error")

    first = _contents(root)
    again = account_of(clean(root), sheet)
    assert () == again.files
    assert {"there", "rejected"} == set(again.counts)
    assert 1 == main([*words, "--write"])
    assert first == _contents(root)


def _contents(root: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in root.rglob("*.json")}


def test_the_states_of_an_account_add_up(tmp_path: Path) -> None:
    result = account(tmp_path, GOOD, {}, {**GOOD, "place": "atlantis"}, GOOD)

    expected = {"mapped": 1, "empty": 1, "rejected": 1, "there": 1}
    assert Counter(expected) == result.counts
    assert Fate(3, "empty") == result.fates[1]


@pytest.mark.parametrize("is_terminal", [True, False])
def test_rows_go_by_with_or_without_a_bar(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *, is_terminal: bool
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: is_terminal)

    assert [Blank(2), Blank(3)] == list(watched()([Blank(2), Blank(3)]))
    assert is_terminal == ("rows" in capsys.readouterr().err)


def test_without_rich_there_is_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    monkeypatch.setitem(sys.modules, "rich.progress", None)

    assert iter is watched()
