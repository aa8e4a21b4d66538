"""Time and memory of actions and of commands; rounds are interleaved, medians count."""

import gc
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Final

_LAUNCHER: Final = Path(__file__).with_name("launcher.py")
_KIBIBYTE: Final = 1024


@dataclass(frozen=True, slots=True)
class Sample:
    """One measurement: CPU and wall time in seconds, peak memory in bytes (0 where not known)."""

    cpu: float
    wall: float
    peak: int = 0


Action = Callable[[], Sample]


class CommandFailedError(Exception):
    """A command that is measured did not end with the exit code that was expected."""


def timed(action: Callable[[], object]) -> Sample:
    """Return how long an action takes in this process; what it returns is dropped thereafter."""
    gc.collect()
    cpu, wall = time.process_time(), time.perf_counter()
    result = action()
    sample = Sample(time.process_time() - cpu, time.perf_counter() - wall)
    del result
    return sample


def run(command: Sequence[str | Path], folder: Path, codes: tuple[int, ...] = (0,)) -> Sample:
    """Return what a command takes in a process of its own; CommandFailedError for another code."""
    words = [str(word) for word in command]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
    launched = subprocess.run(  # noqa: S603 -- commands that the bench makes up
        [sys.executable, "-I", "-S", _LAUNCHER, *words],
        cwd=folder,
        env=environment,
        capture_output=True,
        check=True,
    )
    took = json.loads(launched.stdout)
    if took["code"] not in codes:
        raise CommandFailedError(f"{' '.join(words[:4])} … ended with {took['code']}")
    return Sample(took["cpu"], took["wall"], took["peak"] * _KIBIBYTE)


def total(samples: Iterable[Sample]) -> Sample:
    """Return the sum of processes that ran one after the other, with their largest peak."""
    found = list(samples)
    return Sample(
        sum(sample.cpu for sample in found),
        sum(sample.wall for sample in found),
        max(sample.peak for sample in found),
    )


def interleaved(actions: Mapping[str, Action], rounds: int) -> dict[str, Sample]:
    """Return the median of each action, all run once a round, so that a busy minute meets all."""
    samples: dict[str, list[Sample]] = {name: [] for name in actions}
    for _ in range(rounds):
        for name, action in actions.items():
            samples[name].append(action())
    return {name: middle(found) for name, found in samples.items()}


def spread(action: Action, rounds: int) -> tuple[Sample, float]:
    """Return the median of an action, and the range of its rounds as a share of its wall time."""
    samples = [action() for _ in range(rounds)]
    sample = middle(samples)
    walls = [each.wall for each in samples]
    return sample, (max(walls) - min(walls)) / sample.wall


def middle(samples: Sequence[Sample]) -> Sample:
    """Return the medians of CPU and wall time, and the highest peak."""
    return Sample(
        median(sample.cpu for sample in samples),
        median(sample.wall for sample in samples),
        max(sample.peak for sample in samples),
    )
