"""Work done in a process of its own: its answer, its errors, and where there is no such process."""

import os
import signal
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from milepost.meanwhile import meanwhile


def answered(work: Callable[[], object]) -> object:
    return meanwhile(work)()


def test_an_answer_comes_from_another_process() -> None:
    assert os.getpid() != answered(os.getpid)


def test_an_answer_is_what_was_returned_there() -> None:
    plain = (frozenset({"a"}), {"ចំ": b"\xff" * 100_000}, None, 1953)

    assert plain == answered(lambda: plain)


def test_what_is_wrong_there_is_raised_here() -> None:
    with pytest.raises(ValueError, match="no such revision"):
        answered(lambda: int("no such revision"))


def test_what_cannot_be_sent_is_made_here() -> None:
    value = object()

    assert value is answered(lambda: value)


def test_beside_other_threads_all_is_done_here() -> None:
    is_over = threading.Event()
    other = threading.Thread(target=is_over.wait)
    other.start()
    try:
        assert os.getpid() == answered(os.getpid)
    finally:
        is_over.set()
        other.join()


def test_without_forks_all_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "fork")

    assert os.getpid() == answered(os.getpid)


def test_work_that_is_given_up_ends_and_tidies_up(tmp_path: Path) -> None:
    begun, tidy = tmp_path / "begun", tmp_path / "tidy"

    def endless() -> None:
        try:
            begun.touch()
            signal.pause()
        finally:
            tidy.touch()

    work = meanwhile(endless)
    while not begun.exists():
        time.sleep(0.001)
    work.give_up()

    assert tidy.exists()


def test_an_answer_that_was_given_cannot_be_given_up() -> None:
    work = meanwhile(lambda: 1953)

    assert 1953 == work()
    work.give_up()
