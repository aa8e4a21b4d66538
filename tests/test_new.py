"""`milepost new` in a script: a record that lacks nothing but evidence, or a refusal that helps."""

import io
import json
import sys
from errno import ENOSPC
from pathlib import Path
from typing import Any

import pytest

from golden import written
from milepost.cli import main
from milepost.drafting.questions import QUESTIONS
from milepost.identifiers import is_sound
from milepost.loading import checked

MILESTONES = "dataset/milestones/jpn-khm"
TREATY = {
    "relationship": ["jpn-khm"],
    "type": ["friendship-treaty"],
    "title": ["Treaty of practice", "ja=練習の条約"],
    "summary": ["A treaty of practice was signed."],
    "stage": ["signed 1955-12-09 kumamoto", "in-effect 1956-07-06"],
    "headline": ["signed"],
    "actor": ["khm party", "jpn party", "kishida-fumio signatory prime-minister"],
    "topic": ["diplomacy"],
}
# One record of each other kind, and the file that it becomes.
OTHERS: dict[str, tuple[str, dict[str, list[str]]]] = {
    "source": (
        "sources/gazette-1955-treaty-as-printed",
        {
            "kind": ["official-gazette"],
            "label": ["The treaty as printed in the gazette"],
            "publisher": ["Gazette"],
            "published": ["1955-12-10"],
            "basis": ["printed"],
            "language": ["ja"],
            "url": ["https://www.example.org/gazette - 2026-11-22"],
            "stake": ["jpn"],
        },
    ),
    "person": ("people/saito-makoto", {"name": ["Saitō Makoto", "ja=斎藤実"], "party": ["jpn"]}),
    "organization": ("organizations/red-cross", {"name": ["Red Cross"], "place": ["phnom-penh"]}),
    "place": ("places/takeo", {"name": ["Takeo"], "within": ["khm"]}),
    "occasion": ("occasions/water-week", {"name": ["Water week"]}),
    "party": (
        "parties/tha",
        {"code": ["tha"], "name": ["Thailand"], "iso-alpha-2": ["TH"], "iso-numeric": ["764"]},
    ),
    "relationship": (
        "relationships/jpn-vnm",
        {
            "party": ["vnm", "jpn"],
            "name": ["Japan–Viet Nam"],
            "type": ["friendship-treaty"],
            "from": ["1973"],
            "to": ["2025"],
            "completeness": ["partial"],
            "method": ["What the ministry lists."],
        },
    ),
}


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a small dataset; nobody sits at the input."""
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    return written(tmp_path)


def new(root: Path, kind: str, answers: dict[str, list[str]], *more: str) -> int:
    parts = {question.flag: question.parts for question in QUESTIONS[kind]}
    words = ["new", kind, "--root", str(root), *more]
    for flag, texts in answers.items():
        for text in texts:
            words += [f"--{flag}", *(text.split() if parts.get(flag) else [text])]
    return main(words)


def milestones(root: Path) -> list[Path]:
    return sorted((root / MILESTONES).iterdir())


def body_of(path: Path) -> dict[str, Any]:
    return dict(json.loads(path.read_bytes()))


def test_a_milestone_lacks_nothing_but_evidence(root: Path) -> None:
    assert 0 == new(root, "milestone", TREATY)

    path = root / MILESTONES / "1955-treaty-of-practice.json"
    assert {"EVD-001"} == {finding.rule for finding in checked(root).findings}
    assert is_sound(body_of(path)["id"])
    assert {"en": "Treaty of practice", "ja": "練習の条約"} == body_of(path)["title"]
    signed = {"stage": "signed", "date": "1955-12-09", "place": "kumamoto", "headline": True}
    assert signed == body_of(path)["stages"][0]
    sides = {actor["actor"]: actor["side"] for actor in body_of(path)["actors"]}
    assert {"khm": "khm", "jpn": "jpn", "kishida-fumio": "jpn"} == sides


def test_what_is_missing_is_told_with_the_command_that_adds_it(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new(root, "milestone", TREATY)

    identifier = body_of(root / MILESTONES / "1955-treaty-of-practice.json")["id"]
    expected = f"""\
Written: {MILESTONES}/1955-treaty-of-practice.json
Its identifier is {identifier}.
Still missing, since you alone have it: a source for each of these values.
  /stages/signed/date: 1955-12-09
  /stages/signed/place: kumamoto
  /stages/in-effect/date: 1956-07-06
  /actors/khm/actor: khm
  /actors/jpn/actor: jpn
  /actors/kishida-fumio/office: prime-minister
Tell what a source S says, and where, with
  milepost evidence add {identifier} --source S --paragraph N --says /stages/signed/date=…
"""
    assert expected == capsys.readouterr().out


@pytest.mark.parametrize("kind", OTHERS)
def test_a_record_of_every_other_kind_passes_the_check(root: Path, kind: str) -> None:
    path, answers = OTHERS[kind]
    if kind == "relationship":
        new(root, "party", {"code": ["vnm"], "name": ["Viet Nam"]})

    assert 0 == new(root, kind, answers)
    assert (root / f"dataset/{path}.json").is_file()
    assert () == checked(root).findings


def test_every_kind_is_tried() -> None:
    assert {"milestone", *OTHERS} == set(QUESTIONS)


def test_a_dry_run_prints_the_record_and_writes_nothing(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = milestones(root)

    assert 0 == new(root, "milestone", TREATY, "--dry-run")
    assert "friendship-treaty" == json.loads(capsys.readouterr().out)["type"]
    assert before == milestones(root)


def test_a_script_is_told_which_flags_are_missing(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = milestones(root)

    assert 2 == new(root, "milestone", {"type": ["friendship-treaty"]})
    told = capsys.readouterr().err
    missing = [line.split()[0] for line in told.splitlines() if "is missing" in line]
    assert ["--relationship", "--title", "--summary", "--stage"] == missing
    assert before == milestones(root)


@pytest.mark.parametrize(
    ("flag", "text", "expected"),
    [
        ("type", "friendship-treat", 'did you mean "friendship-treaty"?'),
        ("relationship", "khm-jpn", 'there is no relationship "khm-jpn"; did you mean "jpn-khm"?'),
        ("actor", "nobody-known party", "write its record first, with `milepost new person`"),
        ("actor", "jpn", "--actor jpn: the role is missing"),
        ("stage", "opened", 'there is no stage of a friendship-treaty "opened"'),
        ("stage", "signed 1955-02-30", "--stage 1955-02-30: February 1955 has 28 days"),
        ("slug", "Signed_Treaty", "with hyphens between words; write signed-treaty"),
        ("stage", "signed 1955/1956", "what lasted has an `end` beside its `date`"),
        ("stage", "signed 1955 - 1956 x", "--stage takes STAGE DATE PLACE END, and no more"),
        ("type", "visit", 'milestone-type "visit"; there are head-of-state-visit, '),
        ("title", "two\nlines", 'which is no plain text; write "two lines"'),
    ],
)
def test_what_a_flag_cannot_say_is_told_with_its_mend(
    root: Path, capsys: pytest.CaptureFixture[str], flag: str, text: str, expected: str
) -> None:
    before = milestones(root)

    assert 2 == new(root, "milestone", {**TREATY, flag: [text]})
    assert expected in capsys.readouterr().err
    assert before == milestones(root)


def test_what_lasted_has_an_end(root: Path) -> None:
    assert 0 == new(root, "milestone", {**TREATY, "stage": ["signed 1955-03-04 - 1955-03-06"]})
    assert "1955-03-06" in {body_of(path)["stages"][0].get("end") for path in milestones(root)}


def test_a_label_is_as_good_as_its_slug(root: Path) -> None:
    assert 0 == new(root, "milestone", {**TREATY, "actor": ["khm Party"], "topic": ["Mine action"]})


def test_what_is_amiss_besides_is_found_before_anything_is_written(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = milestones(root)

    assert 1 == new(root, "milestone", {**TREATY, "title": ["ja=練習の条約"]}, "--slug", "treaty")
    told = capsys.readouterr().err
    assert 'SCH-001 "en" is missing' in told
    assert "milepost new milestone --relationship jpn-khm --type friendship-treaty" in told
    assert before == milestones(root)


def test_a_name_that_is_taken_is_explained(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = root / "dataset/people/kishida-fumio.json"
    expected = path.read_bytes()

    assert 2 == new(root, "person", {"name": ["Kishida Fumio"]})
    told = capsys.readouterr().err
    assert "dataset/people/kishida-fumio.json “Kishida Fumio” has that name" in told
    assert "such as kishida-fumio-2" in told
    assert expected == path.read_bytes()


def test_a_city_does_not_take_the_name_of_a_person(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 2 == new(root, "place", {"name": ["Hun Sen"]})
    assert "dataset/people/hun-sen.json “Hun Sen” has that name" in capsys.readouterr().err


def test_a_name_without_latin_letters_asks_for_a_slug(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 2 == new(root, "person", {"name": ["斎藤実"]})
    assert "give one with --slug" in capsys.readouterr().err
    assert 0 == new(root, "person", {"name": ["斎藤実"]}, "--slug", "saito-makoto")


def test_a_person_with_the_names_turned_round_is_shown_first(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 1 == new(root, "person", {"name": ["Fumio Kishida"]})
    assert "dataset/people/kishida-fumio.json “Kishida Fumio”" in capsys.readouterr().err
    assert not (root / "dataset/people/fumio-kishida.json").exists()
    assert 0 == new(root, "person", {"name": ["Fumio Kishida"]}, "--anyway")


def test_a_likely_duplicate_is_shown_before_it_is_written(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new(root, "milestone", TREATY)
    before = milestones(root)

    assert 1 == new(root, "milestone", {**TREATY, "title": ["Another title"]})
    told = capsys.readouterr().err
    assert "1955-treaty-of-practice.json “Treaty of practice”" in told
    assert before == milestones(root)
    assert 0 == new(root, "milestone", {**TREATY, "title": ["Another title"]}, "--anyway")
    assert len(before) + 1 == len(milestones(root))


def test_identifiers_are_drawn_afresh(root: Path) -> None:
    new(root, "milestone", TREATY)
    new(root, "milestone", {**TREATY, "title": ["Another title"]}, "--anyway")

    identifiers = {body_of(path)["id"] for path in milestones(root)}
    assert len(milestones(root)) == len(identifiers)


def test_a_page_that_is_recorded_already_is_shown(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, answers = OTHERS["source"]
    new(root, "source", answers)

    assert 1 == new(root, "source", answers, "--slug", "gazette-again")
    told = capsys.readouterr().err
    assert "the page is recorded already, as gazette-1955-treaty-as-printed" in told


def test_bytes_that_are_no_utf_8_are_refused(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit, match="2"):
        new(root, "place", {"name": ["Malm\udcf6"]})
    assert "Malm\\udcf6 is not in UTF-8" in capsys.readouterr().err


def test_text_is_composed_as_it_comes_in(root: Path) -> None:
    assert 0 == new(root, "person", {"name": ["Saito\u0304 Makoto"]})
    assert "Sait\u014d Makoto" == body_of(root / "dataset/people/saito-makoto.json")["name"]["en"]


def test_a_file_that_cannot_be_written_ends_with_two_and_its_name(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, _content: bytes) -> None:
        raise OSError(ENOSPC, "No space left on device", str(path))

    monkeypatch.setattr("milepost.cli.new.create_file", full)

    assert 2 == new(root, "place", {"name": ["Takeo"]})
    assert "takeo.json: No space left on device" in capsys.readouterr().err
