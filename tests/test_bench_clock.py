"""How the bench measures: commands apart from itself, rounds in turn, and the median of them."""

import sys
from pathlib import Path

import pytest

from bench.clock import CommandFailedError, Sample, interleaved, run, spread, total

MEBIBYTE = 1 << 20


def test_the_memory_of_the_bench_is_not_counted_as_that_of_a_command(tmp_path: Path) -> None:
    ballast = bytearray(b"x") * (100 * MEBIBYTE)
    sample = run([sys.executable, "-S", "-c", "pass"], tmp_path)

    assert 0 < sample.peak < len(ballast) / 2


def test_a_command_is_counted_with_its_time_and_with_what_it_waited_for(tmp_path: Path) -> None:
    busy = "import time\nwhile time.process_time() < 0.2: pass"
    nested = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {busy!r}], check=True)"
    sample = run([sys.executable, "-c", nested], tmp_path)

    assert sample.cpu >= 0.2
    assert sample.wall >= 0.2


def test_a_command_that_ends_otherwise_than_expected_is_no_measurement(tmp_path: Path) -> None:
    command = [sys.executable, "-c", "raise SystemExit(3)"]

    with pytest.raises(CommandFailedError, match="ended with 3"):
        run(command, tmp_path)
    assert run(command, tmp_path, codes=(3,)).cpu > 0


def test_actions_take_turns_and_their_medians_count() -> None:
    order: list[str] = []
    times = {"one": iter((1.0, 9.0, 2.0)), "other": iter((5.0, 3.0, 4.0))}

    def action(name: str) -> Sample:
        order.append(name)
        return Sample(next(times[name]), 0)

    found = interleaved({"one": lambda: action("one"), "other": lambda: action("other")}, rounds=3)

    assert ["one", "other"] * 3 == order
    assert (2.0, 4.0) == (found["one"].cpu, found["other"].cpu)


def test_the_spread_is_the_range_of_the_rounds_as_a_share_of_the_median() -> None:
    walls = iter((4.0, 5.0, 6.0))
    sample, apart = spread(lambda: Sample(0, next(walls)), rounds=3)

    assert (5.0, 0.4) == (sample.wall, apart)


def test_processes_one_after_the_other_add_up_and_the_largest_peak_counts() -> None:
    assert Sample(3, 30, 9) == total([Sample(1, 10, 9), Sample(2, 20, 5)])
