"""`milepost fix`: the one spelling, identifiers and moved passages; a second run does nothing."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from golden import written
from milepost.canonical import encode
from milepost.cli import main
from milepost.identifiers import is_sound

PLACE = "dataset/places/kumamoto.json"
TALKS = "dataset/milestones/jpn-khm/2022-kumamoto-talks.json"
WATER = "dataset/milestones/jpn-khm/2022-water-memorandum.json"
NOTHING_TO_DO = "0 rewritten, 0 left alone\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return written(tmp_path)


def body_of(root: Path, path: str) -> dict[str, Any]:
    return dict(json.loads((root / path).read_bytes()))


def put(root: Path, path: str, body: object) -> None:
    (root / path).write_bytes(encode(body))


def fixed(root: Path, text: str) -> int:
    (root / PLACE).write_text(text, "utf-8")
    return main(["fix", "--root", str(root)])


def test_a_clean_dataset_is_left_as_it_is(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == main(["fix", "--root", str(root)])
    assert NOTHING_TO_DO == capsys.readouterr().out


def test_keys_and_spaces_are_put_in_order(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    expected = (root / PLACE).read_text("utf-8")
    body = json.loads(expected)
    turned = {name: body[name] for name in reversed(body)}

    assert 0 == fixed(root, json.dumps(turned, indent=4))
    assert expected == (root / PLACE).read_text("utf-8")
    assert f"{PLACE}: laid out, keys sorted\n" in capsys.readouterr().out


def test_unsorted_keys_are_one_warning_a_file_and_fail_a_strict_check_alone(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    body = json.loads((root / PLACE).read_text("utf-8"))
    turned = {name: body[name] for name in reversed(body)}
    turned["name"] = {tag: body["name"][tag] for tag in reversed(body["name"])}
    unsorted = json.dumps(turned, indent=2, ensure_ascii=False) + "\n"
    (root / PLACE).write_text(unsorted, "utf-8")

    assert 0 == main(["check", "--root", str(root)])
    assert capsys.readouterr().out.endswith(" checked: 0 errors, 1 warning\n")
    assert 1 == main(["check", "--strict", "--root", str(root)])


def test_text_is_composed(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    person = root / "dataset/people/saito-tetsuo.json"
    expected = person.read_text("utf-8")
    person.write_text(expected.replace("\u014d", "o\u0304"), "utf-8")

    assert 0 == main(["fix", "--root", str(root)])
    assert expected == person.read_text("utf-8")
    assert "saito-tetsuo.json: text composed to NFC\n" in capsys.readouterr().out


def test_a_second_run_changes_nothing(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fixed(root, json.dumps(json.loads((root / PLACE).read_text("utf-8"))))
    capsys.readouterr()

    assert 0 == main(["fix", "--root", str(root)])
    assert NOTHING_TO_DO == capsys.readouterr().out


@pytest.mark.parametrize("text", ['{"id": "a", "id": "b"}', '{"id": "a",', ""])
def test_what_cannot_be_read_is_left_alone_and_the_others_are_mended(
    root: Path, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    (root / TALKS).write_text(json.dumps(body_of(root, TALKS)), "utf-8")

    assert 1 == fixed(root, text)
    assert text == (root / PLACE).read_text("utf-8")
    told = capsys.readouterr().out
    assert f"{PLACE}: left alone, since it cannot be read" in told
    assert f"{TALKS}: laid out\n" in told


def test_a_stray_file_is_left_alone_and_named(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "dataset/notes.txt").write_text("to do", "utf-8")

    assert 1 == main(["fix", "--root", str(root)])
    told = capsys.readouterr().out
    assert "dataset/notes.txt: left alone, since this is not the place of any record\n" in told


def test_only_what_is_named_is_mended(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for path in (PLACE, TALKS):
        (root / path).write_text(json.dumps(body_of(root, path)), "utf-8")

    assert 0 == main(["fix", "--root", str(root), str(root / "dataset/places")])
    assert f"{PLACE}: laid out\n1 rewritten, 0 left alone\n" == capsys.readouterr().out


def test_a_path_that_does_not_exist_ends_with_two(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 2 == main(["fix", "--root", str(root), "nowhere"])
    assert "there is no nowhere" in capsys.readouterr().err


def test_a_milestone_without_an_identifier_gets_one(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(root, TALKS, {**body_of(root, TALKS), "id": ""})

    assert 0 == main(["fix", "--root", str(root), str(root / TALKS)])
    told = re.fullmatch(
        f"{TALKS}: identifier (mp-[0-9a-z]{{7}}) given\n1 rewritten, 0 left alone\n",
        capsys.readouterr().out,
    )
    assert told
    assert told[1] == body_of(root, TALKS)["id"]
    assert is_sound(told[1])


def test_a_place_without_an_identifier_is_named_after_its_file(root: Path) -> None:
    expected = (root / PLACE).read_bytes()
    body = body_of(root, PLACE)
    del body["id"]
    put(root, PLACE, body)

    assert 0 == main(["fix", "--root", str(root)])
    assert expected == (root / PLACE).read_bytes()


def test_a_wrong_check_character_is_mended_and_links_follow(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    right = body_of(root, TALKS)["id"]
    wrong = right[:-1] + ("0" if right[-1] != "0" else "1")
    expected = [{"relation": "made-during", "target": right}]
    put(root, TALKS, {**body_of(root, TALKS), "id": wrong})
    links = [{"relation": "made-during", "target": wrong}]
    put(root, WATER, {**body_of(root, WATER), "links": links})
    main(["fix", "--root", str(root), str(root / WATER)])

    assert 0 == main(["fix", "--root", str(root), str(root / TALKS)])
    assert right == body_of(root, TALKS)["id"]
    assert expected == body_of(root, WATER)["links"]
    assert f"{WATER}: links follow a new identifier\n" in capsys.readouterr().out


def test_a_published_identifier_stays_as_it_is(root: Path) -> None:
    wrong = "mp-0000001"
    put(root, TALKS, {**body_of(root, TALKS), "id": wrong})
    ledger = root / "dataset/releases/0.1.0.json"
    ledger.parent.mkdir()
    rows = [{"kind": "milestone", "id": wrong, "sha256": "0" * 64}]
    put(root, "dataset/releases/0.1.0.json", {"version": "0.1.0", "records": rows})

    main(["fix", "--root", str(root), str(root / TALKS)])
    assert wrong == body_of(root, TALKS)["id"]


def test_a_passage_that_has_moved_is_found_again(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    words = "The garden was opened in the month of May.\n"
    (texts / "held.txt").write_text(words, "utf-8")
    place = ["--root", str(root)]
    add = ["evidence", "add", body_of(root, TALKS)["id"], "--source", "apwf-2022-summit"]
    quote = ["--text", str(texts / "held.txt"), "--quote", words]
    main([*add, *place, *quote, "--says", "/stages/occurred/date=2022-04-23"])
    expected = body_of(root, TALKS)["evidence"][-1]["locator"]
    moved = {**expected, "paragraph": 9, "span": {**expected["span"], "start": 400}}
    body = body_of(root, TALKS)
    body["evidence"][-1]["locator"] = moved
    put(root, TALKS, body)
    capsys.readouterr()

    assert 0 == main(["fix", *place, "--texts", str(texts)])
    assert expected == body_of(root, TALKS)["evidence"][-1]["locator"]
    assert "found again in paragraph 1\n" in capsys.readouterr().out
    assert 0 == main(["fix", *place, "--texts", str(texts)])
    assert NOTHING_TO_DO == capsys.readouterr().out
