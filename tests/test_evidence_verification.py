"""Spans held against texts: whoever holds the text can verify, and nobody needs a copy."""

from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from builders import a_record
from milepost.cli import main
from milepost.evidence.verification import unowned, verified
from milepost.model import Dataset
from milepost.text.profile import normalise
from milepost.text.spans import make

TEXT = """The ministers met in the morning.

They signed a paper on water in the afternoon, as both had wished.

両国間に外交関係を樹立した。
"""
QUOTE = "They signed a paper on water in the afternoon"


def a_dataset(
    quote: str, paragraph: int, text: str = TEXT, raw: bytes = TEXT.encode(), later: bytes = b"-"
) -> Dataset:
    span = make(normalise(text), quote)
    locator: dict[str, Any] = {
        "paragraph": paragraph,
        "span": {
            "profile": "text-1",
            "start": span.start,
            "length": span.length,
            "sha256": span.sha256,
        },
    }
    entry = {
        "source": "a-paper",
        "read": "first-hand",
        "locator": locator,
        "says": {"/date": "1953"},
    }
    shots = [
        {"media_type": "text/plain", "sha256": sha256(each).hexdigest()} for each in (raw, later)
    ]
    source = a_record({"id": "a-paper", "snapshots": shots}, "source")
    milestone = a_record({"id": "mp-2x9zg7k", "evidence": [entry]})
    return Dataset({"source": {source.id: source}, "milestone": {milestone.id: milestone}})


def states(dataset: Dataset, *texts: str) -> list[str]:
    return [one.state for one in verified(dataset, [("a.txt", text.encode()) for text in texts])]


def test_a_span_in_its_place_is_ok() -> None:
    assert ["ok"] == states(a_dataset(QUOTE, 2), TEXT)


def test_a_japanese_sentence_of_fourteen_characters_is_long_enough() -> None:
    assert ["ok"] == states(a_dataset("両国間に外交関係を樹立した。", 3), TEXT)


def test_a_span_in_another_paragraph_than_the_locator_names_is_misplaced() -> None:
    assert ["misplaced"] == states(a_dataset(QUOTE, 1), TEXT)


def test_a_text_that_no_snapshot_names_verifies_nothing() -> None:
    assert ["no-text"] == states(a_dataset(QUOTE, 2), TEXT.replace("water", "trade"))


def test_a_text_that_is_nobodys_is_named() -> None:
    texts = [("held.txt", TEXT.encode()), ("changed.txt", TEXT.upper().encode())]

    assert ["changed.txt"] == unowned(a_dataset(QUOTE, 2), texts)


def test_a_snapshot_that_is_no_plain_text_says_nothing_of_spans() -> None:
    raw = TEXT.encode("utf-16")

    assert ["no-text"] == [v.state for v in verified(a_dataset(QUOTE, 2, raw=raw), [("a", raw)])]


@pytest.mark.parametrize("turned", [False, True])
def test_of_several_texts_of_a_source_that_one_counts_in_which_a_span_stands(
    *, turned: bool
) -> None:
    later = "A page that was written anew."
    texts = [("a.txt", TEXT.encode()), ("b.txt", later.encode())]
    dataset = a_dataset(QUOTE, 2, later=later.encode())

    assert ["ok"] == [v.state for v in verified(dataset, texts[::-1] if turned else texts)]


def test_a_span_that_was_counted_in_another_edition_has_moved() -> None:
    earlier = f"{QUOTE}, it is said.\n\nAnd nothing else."

    assert ["moved"] == states(a_dataset(QUOTE, 2, earlier), TEXT)


def test_words_that_are_not_in_the_text_are_an_orphan() -> None:
    other = "They signed a paper on trade in the afternoon, as both had wished."

    assert ["orphan"] == states(a_dataset("They signed a paper on trade", 1, other), TEXT)


def test_a_folder_that_does_not_exist_ends_with_two(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    root = str(Path(__file__).parents[1])

    assert 2 == main(["evidence", "--root", root, "verify", "--texts", str(tmp_path / "none")])
    assert "there is no folder" in capsys.readouterr().err


def test_without_any_text_nothing_is_claimed(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    root = str(Path(__file__).parents[1])

    assert 0 == main(["evidence", "--root", root, "verify", "--texts", str(tmp_path)])
    assert capsys.readouterr().out.endswith(" no-text\n")


def test_a_text_of_no_source_is_told_of(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "unknown.txt").write_text("What nobody has read.", "utf-8")
    root = str(Path(__file__).parents[1])

    assert 0 == main(["evidence", "--root", root, "verify", "--texts", str(tmp_path)])
    told = capsys.readouterr().out
    assert told.startswith("of no source, since no snapshot has their hash: unknown.txt\n")
