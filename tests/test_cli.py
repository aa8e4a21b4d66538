"""The command line on the real dataset: what it prints, and the code it ends with."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from golden import written
from gone import a_root
from milepost.cli import COMMANDS, main

ROOT = Path(__file__).parents[1]


AGREED = """\
The date of the stage Agreed: 23 April 2022 [/stages/agreed/date: 2022-04-23]
  says 23 April 2022: Kao Kim Hourn (Minister attached to the prime minister, for Cambodia) in \
Report on the talks in Kumamoto, republished (Cambodia News Gazette), paragraph 2
    derived: Year from context: stated 23 April, year unknown (paragraph 2); year 2022 (the date \
of the occasion)
  disputes it with 2023: Article on the celebrations of seventy years of relations (The Phnom Penh \
Post), paragraph 9
  On the claim of 2023: Different act. The claim is kept: the editors read it \
as the date of the stage In effect. \
The Cambodian minister dates the agreement of the two prime ministers to raise the partnership; \
the newspaper looks back on the year in which the relation reached the new level. The two are acts \
of one upgrade, and both dates are kept. (The Milepost editors, 22 November 2026)
"""


def printed(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    code = main([words[0], "--root", str(ROOT), *words[1:]])

    assert 0 == code
    return capsys.readouterr().out


def test_check_counts_what_it_checked(capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(capsys, "check").endswith("records checked: 0 errors, 0 warnings\n")


def test_check_counts_the_records_that_it_was_asked_for(
    capsys: pytest.CaptureFixture[str],
) -> None:
    folder = ROOT / "dataset/places"
    records = len(list(folder.iterdir()))
    milestone = next((ROOT / "dataset/milestones").rglob("*.json"))

    assert f"{records} records checked: 0 errors, 0 warnings\n" == printed(
        capsys, "check", str(folder)
    )
    assert "1 record checked: 0 errors, 0 warnings\n" == printed(capsys, "check", str(milestone))


def test_status_answers_for_a_month(capsys: pytest.CaptureFixture[str]) -> None:
    expected = """\
partnership: Strategic partnership: certain, since December 2013
  by mp-m292ng4 “Strategic partnership”, according to """

    assert expected in printed(capsys, "status", "jpn-khm", "--on", "2022-06")


def test_status_says_that_a_level_is_only_possible(capsys: pytest.CaptureFixture[str]) -> None:
    assert "Comprehensive strategic partnership: possible" in printed(
        capsys, "status", "jpn-khm", "--on", "2023-06"
    )


def test_status_names_three_sources_as_a_list(capsys: pytest.CaptureFixture[str]) -> None:
    slugs = "according to (\\S+), (\\S+) and (\\S+)$"

    assert re.search(slugs, printed(capsys, "status", "jpn-khm", "--on", "2022-06"), re.MULTILINE)


def test_a_check_of_what_holds_no_record_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == main(["check", "--root", str(ROOT), str(ROOT / "README.md")])

    assert (
        "0 records checked: 0 errors, 0 warnings\n",
        f"milepost: no record lies in {ROOT / 'README.md'}\n",
    ) == capsys.readouterr()


def test_a_status_after_the_search_for_milestones_says_where_that_ended(
    capsys: pytest.CaptureFixture[str],
) -> None:
    after = "the search for milestones ended with 2025: later changes are unknown\n"

    assert printed(capsys, "status", "khm-kor", "--on", "2026-05").endswith(after)
    assert after not in printed(capsys, "status", "khm-kor", "--on", "2025-12-31")


def test_show_tells_both_dates_of_the_elevation_and_why(capsys: pytest.CaptureFixture[str]) -> None:
    told = printed(capsys, "show", "mp-bqdztmr")

    assert AGREED in told
    assert "\nThe date of the stage In effect: 2023 [/stages/in-effect/date: 2023]\n" in told


def test_show_speaks_of_disputes_before_all_details(capsys: pytest.CaptureFixture[str]) -> None:
    differ = "Sources differ on the date of the stage Agreed and the date of the stage In effect.\n"

    assert differ in printed(capsys, "show", "mp-bqdztmr").split("\n\n")[0] + "\n"


def test_show_of_a_place_tells_where_it_is_and_what_happened_there(
    capsys: pytest.CaptureFixture[str],
) -> None:
    expected = """\
Kumamoto (place kumamoto)
file: dataset/places/kumamoto.json
in other languages: 熊本市 (ja)
within: Japan
"""

    told = printed(capsys, "show", "kumamoto")
    assert told.startswith(expected)
    assert "\n  mp-mv56rpm Talks of the prime ministers in Kumamoto, 23 April 2022\n" in told


def test_show_of_a_source_tells_its_address_and_what_rests_on_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    told = printed(capsys, "show", "ppp-2023-fireworks").splitlines()

    assert "publisher: The Phnom Penh Post" in told
    assert 1 == sum(line.startswith("address: https://www.phnompenhpost.com/") for line in told)
    assert "  mp-bqdztmr Upgrade to a comprehensive strategic partnership, 2023" in told


def test_show_of_a_party_keeps_the_capitals_of_its_codes(
    capsys: pytest.CaptureFixture[str],
) -> None:
    told = printed(capsys, "show", "khm").splitlines()

    assert {"ISO 3166-1 alpha-3: KHM", "Wikidata: Q424"} <= set(told)


def test_show_of_what_is_gone_tells_why_and_where_to_go(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert 0 == main(["show", "--root", str(a_root(tmp_path)), "hun-sen-2"])
    expected = """\
person hun-sen-2 was merged in version 0.3.0: Two records told the same <b>thing</b>.
file: dataset/withdrawn/hun-sen-2.json
see: hun-sen
what it said: milepost show hun-sen-2 --known-in 0.2.0
"""
    assert expected == capsys.readouterr().out


def test_show_of_a_vocabulary_lists_its_terms(capsys: pytest.CaptureFixture[str]) -> None:
    assert "\n  signed: Signed\n" in printed(capsys, "show", "stage")


def test_show_prints_the_record_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    record = ROOT / "dataset/places/kumamoto.json"

    assert record.read_text("utf-8") == printed(capsys, "show", "kumamoto", "--format", "json")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["show", "mp-bqdztm"], "there is no record 'mp-bqdztm'; did you mean \"mp-bqdztmr\"?"),
        (["status", "jpn-kh"], "there is no relationship 'jpn-kh'; did you mean \"jpn-khm\"?"),
        (["status", "khm"], "no relationship 'khm'; there are jpn-khm, khm-kor, khm-vnm\n"),
        (["status", "jpn-khm", "--on", "2023-02-29"], "--on 2023-02-29: February 2023 has 28 days"),
        (["site", "--as-of", "2023-02-29"], "--as-of 2023-02-29: February 2023 has 28 days"),
        (["check", "nowhere"], "there is no nowhere"),
    ],
)
def test_what_does_not_exist_ends_with_two_and_says_so(
    capsys: pytest.CaptureFixture[str], words: list[str], expected: str
) -> None:
    assert 2 == main([words[0], "--root", str(ROOT), *words[1:]])
    assert expected in capsys.readouterr().err


def test_status_says_that_there_is_no_relationship_yet(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    root = written(tmp_path)
    for folder in ("milestones", "relationships"):
        shutil.rmtree(root / "dataset" / folder)

    assert 2 == main(["status", "jpn-khm", "--root", str(root)])
    assert "no relationship 'jpn-khm'; none is recorded yet\n" in capsys.readouterr().err


def test_a_root_without_a_dataset_ends_with_two(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert 2 == main(["check", "--root", str(tmp_path)])
    assert "holds no dataset/dataset.json" in capsys.readouterr().err


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(capsys: pytest.CaptureFixture[str], command: str) -> None:
    with pytest.raises(SystemExit, match="0"):
        main([command, "--help"])

    text = COMMANDS[command]
    assert f" {text[0].upper()}{text[1:]}." in " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["evidence", "add"], "Add what a source says of a record."),
        (["evidence", "verify"], "Hold every span against the texts of a folder."),
        (["new", "organization"], "Write a new organization."),
        (["new"], "an organization"),
    ],
)
def test_actions_and_kinds_have_help_too(
    capsys: pytest.CaptureFixture[str], words: list[str], expected: str
) -> None:
    with pytest.raises(SystemExit, match="0"):
        main([*words, "--help"])

    assert expected in " ".join(capsys.readouterr().out.split())


def test_the_help_says_what_exit_codes_mean(capsys: pytest.CaptureFixture[str]) -> None:
    assert 2 == main([])
    assert "Exit codes: 0 clean, 1 findings, 2" in " ".join(capsys.readouterr().out.split())


def test_the_module_runs_as_a_program() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "milepost", "status", "--root", str(ROOT), "jpn-khm"],
        capture_output=True,
        check=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(ROOT / "tools")},
    )

    assert done.stdout.startswith("Cambodia–Japan (jpn-khm)\n")
