"""`milepost evidence add`: the place and the hash of words that one holds, and never the words."""

import io
import json
import sys
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from golden import written
from milepost.cli import main
from milepost.evidence.verification import verified
from milepost.loading import checked, clean
from milepost.reading.texts import texts_in

TALKS = "dataset/milestones/jpn-khm/2022-kumamoto-talks.json"
SOURCE = "dataset/sources/apwf-2022-summit.json"
TEXT = """The premiers talked on 23 April 2022 in the city.

They talked about water, and about the port. They talked about water, and about roads.

They talked about water, and about the port. 両首脳は熊本で会談した。
"""
WORDS = "The premiers talked on 23 April 2022"
TWICE = "They talked about water, and about the port."
SAYS = "/stages/occurred/date=2022-04-23"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a small dataset and a text beside it; nobody sits at the input."""
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts/held.txt").write_text(TEXT, "utf-8")
    return written(tmp_path)


def body_of(root: Path, path: str = TALKS) -> dict[str, Any]:
    return dict(json.loads((root / path).read_bytes()))


def add(root: Path, *words: str, says: str = SAYS, text: str = "texts/held.txt") -> int:
    place = ("--root", str(root), "--source", "apwf-2022-summit", "--says", says)
    quoted = ("--text", str(root / text)) if "--quote" in words else ()
    return main(["evidence", "add", body_of(root)["id"], *place, *quoted, *words])


def content(root: Path) -> dict[str, bytes]:
    return {path: (root / path).read_bytes() for path in (TALKS, SOURCE)}


def test_place_and_hash_are_kept_and_no_words(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 0 == add(root, "--quote", WORDS)

    span = {
        "profile": "text-1",
        "start": 0,
        "length": len(WORDS),
        "sha256": sha256(WORDS.encode()).hexdigest(),
    }
    expected = {
        "source": "apwf-2022-summit",
        "read": "first-hand",
        "locator": {"paragraph": 1, "span": span},
        "says": {"/stages/occurred/date": "2022-04-23"},
    }
    assert expected == body_of(root)["evidence"][-1]
    assert WORDS not in (root / TALKS).read_text("utf-8")
    assert WORDS not in capsys.readouterr().out


def test_what_was_added_verifies_against_the_text(root: Path) -> None:
    add(root, "--quote", WORDS)

    results = verified(clean(root).dataset, texts_in(root / "texts"))
    assert ["ok"] == [r.state for r in results if r.passage.source == "apwf-2022-summit"]


def test_the_source_learns_the_hash_of_its_text_once(root: Path) -> None:
    add(root, "--quote", WORDS)
    add(root, "--quote", "両首脳は熊本で会談した。")

    digest = sha256(TEXT.encode()).hexdigest()
    expected = [{"media_type": "text/plain", "sha256": digest}]
    assert expected == body_of(root, SOURCE)["snapshots"]


def test_a_second_entry_of_a_source_has_a_name_of_its_own(root: Path) -> None:
    add(root, "--quote", WORDS)
    add(root, "--page", "2")

    assert "apwf-2022-summit-2" == body_of(root)["evidence"][-1]["id"]
    assert () == checked(root).findings


def test_the_same_again_changes_nothing(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    add(root, "--quote", WORDS)
    before = content(root)

    assert 0 == add(root, "--quote", WORDS)
    assert before == content(root)
    assert "the entry apwf-2022-summit says so already" in capsys.readouterr().out


def test_a_dry_run_prints_the_entry(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = content(root)

    assert 0 == add(root, "--quote", WORDS, "--dry-run")
    assert {"paragraph", "span"} == json.loads(capsys.readouterr().out)["locator"].keys()
    assert before == content(root)


def test_words_that_stand_twice_are_shown_with_their_places(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = content(root)

    assert 2 == add(root, "--quote", TWICE)
    told = capsys.readouterr().err
    assert "the quotation stands at 2 places" in told
    assert "occurrence 1: paragraph 2, character 50" in told
    assert "occurrence 2: paragraph 3, character 137" in told
    assert TWICE not in told
    assert before == content(root)


@pytest.mark.parametrize(
    ("chosen", "start"),
    [(("--paragraph", "3"), 137), (("--occurrence", "2"), 137), (("--occurrence", "1"), 50)],
)
def test_one_of_two_places_is_chosen(root: Path, chosen: tuple[str, str], start: int) -> None:
    assert 0 == add(root, "--quote", TWICE, *chosen)
    assert start == body_of(root)["evidence"][-1]["locator"]["span"]["start"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("--quote", "They talked"), "the quotation has 11 bytes, fewer than 24"),
        (
            ("--quote", "The premiers talked on 24 April 2022 in the city"),
            "is not in the text; copy it from there, word for word. Paragraph 1 is most like it",
        ),
        (("--quote", "Nothing of the kind was ever said"), "is this the right text?"),
        (("--quote", TWICE, "--paragraph", "1"), "not in paragraph 1, but in paragraph 2 and 3"),
        (("--quote", TWICE, "--occurrence", "3"), "there is no occurrence 3"),
        ((), "say where the source says so: --text with --quote, or one of --paragraph"),
        (("--page", "1", "--office", "governor"), "name one with --speaker"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_is_written(
    root: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], expected: str
) -> None:
    before = content(root)

    assert 2 == add(root, *words)
    assert expected in capsys.readouterr().err
    assert before == content(root)


@pytest.mark.parametrize(
    ("says", "code", "expected"),
    [
        ("/stages/occured/date=2022", 1, 'did you mean "/stages/occurred/date"?'),
        ("/stages/occurred/date=2022-02-30", 1, "February 2022 has 28 days"),
        ("/stages/occurred/place=nowhere", 1, "there is no such place or party"),
        ("/title/en=Talks", 1, "which is the editors' own and takes no evidence"),
        ("/stages/occurred/date", 2, "write an address and what the source itself says there"),
        ("stages/occurred/date=2022", 2, "such as --says /stages/signed/date=1953-01-09"),
    ],
)
def test_a_claim_that_cannot_be_is_refused(
    root: Path, capsys: pytest.CaptureFixture[str], says: str, code: int, expected: str
) -> None:
    before = content(root)

    assert code == add(root, "--page", "1", says=says)
    assert expected in capsys.readouterr().err
    assert before == content(root)


def test_a_claim_that_disputes_is_written_and_its_finding_shown(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 1 == add(root, "--page", "1", says="/stages/occurred/date=2022-04-24")
    assert "apwf-2022-summit" == body_of(root)["evidence"][-1]["source"]
    assert f"{TALKS}:" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"%PDF-1.7", "is a PDF; save its text as a plain text file"),
        (b"<!DOCTYPE html><p>The premiers", "is a web page with its code"),
        ("The premiers talked in Malmö".encode("latin-1"), "is not UTF-8 from byte 28 on"),
        (b" \n", "holds no text"),
        (b"", "holds no text"),
    ],
)
def test_a_file_that_is_no_plain_text_is_refused(
    root: Path, capsys: pytest.CaptureFixture[str], raw: bytes, expected: str
) -> None:
    (root / "texts/other.txt").write_bytes(raw)

    assert 2 == add(root, "--quote", WORDS, text="texts/other.txt")
    assert expected in capsys.readouterr().err


def test_a_text_that_is_not_there_is_named(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert 2 == add(root, "--quote", WORDS, text="texts/none.txt")
    assert "none.txt cannot be read: No such file or directory" in capsys.readouterr().err


def test_the_text_of_another_source_is_refused(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    add(root, "--quote", WORDS)
    words = ["--source", "mofa-2022-water-summit", "--says", SAYS, "--quote", WORDS]
    text = ["--text", str(root / "texts/held.txt")]

    assert 2 == main(["evidence", "add", body_of(root)["id"], "--root", str(root), *words, *text])
    assert "is the text of the source apwf-2022-summit" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("record", "source", "expected"),
    [
        ("mp-0000000", "apwf-2022-summit", "there is no record 'mp-0000000'"),
        ("kumamoto", "apwf-2022-summit", "kumamoto states nothing that takes evidence"),
        ("hun-sen", "apwf-2022-sumit", 'did you mean "apwf-2022-summit"?'),
        ("hun-sen", "nothing-like-it", "write its record first, with `milepost new source`"),
    ],
)
def test_what_is_not_recorded_is_named(
    root: Path, capsys: pytest.CaptureFixture[str], record: str, source: str, expected: str
) -> None:
    words = ["evidence", "add", record, "--root", str(root), "--source", source, "--page", "1"]

    assert 2 == main([*words, "--says", SAYS])
    assert expected in capsys.readouterr().err
