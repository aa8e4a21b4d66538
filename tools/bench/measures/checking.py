"""All rules over a folder, beside the floor: in this process, and as people run it."""

import sys
from collections.abc import Iterator
from pathlib import Path

from bench.clock import Sample, interleaved, run, timed
from bench.figures import Figure
from bench.folders import Generated, generated
from bench.measures.floor import walk_read_and_parse
from bench.measures.settings import Settings
from milepost.loading import checked


def as_process(folder: Generated, *words: str | Path) -> Sample:
    """Return what `milepost check` takes in a process of its own."""
    command = [sys.executable, "-m", "milepost", "check", *words, "--root", folder.root]
    return run(command, folder.root)


def in_process(folder: Generated) -> Sample:
    """Return what a check of the folder takes in this process, findings included."""
    return timed(lambda: checked(folder.root, whole=False))


def measure(settings: Settings) -> Iterator[Figure]:
    """Yield the figures of the check at each size."""
    for size in settings.sizes:
        yield from _at(settings, generated(settings.root, size))


def _at(settings: Settings, folder: Generated) -> Iterator[Figure]:
    actions = {
        "floor": lambda: timed(lambda: walk_read_and_parse(folder.root)),
        "check": lambda: in_process(folder),
        "process": lambda: as_process(folder),
    }
    found = interleaved(actions, settings.rounds_for(folder.milestones))
    floor, check, process = found["floor"], found["check"], found["process"]
    name = f"{folder.milestones:,} milestones"
    yield Figure(
        f"all rules against the floor, {name} (CPU)",
        check.cpu / floor.cpu,
        "×",
        9,
        5,
        note=(
            f"{folder.files:,} files; a file costs {_each(check, folder)}, and "
            f"{_each(floor, folder)} on the floor; {check.wall / floor.wall:.1f} × in wall time"
        ),
    )
    yield Figure(
        f"`milepost check` against the floor, {name} (CPU)",
        process.cpu / floor.cpu,
        "×",
        note=f"a process with its start: {process.cpu:.2f} s CPU, {process.wall:.2f} s wall",
    )


def _each(sample: Sample, folder: Generated) -> str:
    return f"{sample.cpu / folder.files * 1e6:.0f} µs"
