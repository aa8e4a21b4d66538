"""A release: what a milestone costs in all formats, what packing costs, and the memory it takes.

Each round begins with a dataset that was just checked, as `milepost release` does. What DuckDB
and zlib do is timed apart, and so is the check, which has measures of its own. The floor is what
SQLite, orjson, csv and SHA-256 alone take for the same rows and documents (see releasing_floor).
"""

import json
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Final

from bench.clock import Sample, run
from bench.figures import Figure
from bench.folders import Generated, generated
from bench.measures.releasing import MOMENT, Cost, cost_of, release
from bench.measures.releasing_floor import floor_of, ready
from bench.measures.settings import Settings
from milepost.loading import clean
from milepost.provenance.edition import EPOCH
from milepost.release.archive import as_archive
from milepost.release.contents import contents
from milepost.release.enclosures import LICENCE
from milepost.writing.files import write_file

_SMALL: Final = 1_000
_MEBIBYTE: Final = 1 << 20
# The memory, in MB, that it must and is to stay within, by the number of milestones.
_MEMORY: Final[Mapping[int, tuple[float, float]]] = {10_000: (1_000, 500)}


def measure(settings: Settings) -> Iterator[Figure]:
    """Yield the cost of a milestone at each size, its growth, and the peak of memory.

    What takes minutes is made once, in a process of its own, and is not packed.
    """
    costs = {}
    for size in settings.sizes:
        folder = generated(settings.root, size)
        write_file(folder.root / LICENCE, (settings.root / LICENCE).read_bytes())
        if size > _SMALL:
            costs[size], sample = _alone(folder)
        else:
            costs[size], sample = _median(folder, settings.rounds), _command(folder)
            yield _archive(folder)
            yield _against_floor(folder, costs[size], settings.rounds)
        yield from _figures(size, costs[size])
        yield _memory(size, sample)
    if len(costs) > 1 and _SMALL in costs:
        yield _growth(costs)


def _median(folder: Generated, rounds: int) -> Cost:
    checked = clean(folder.root)
    found = [cost_of(release(folder.root, checked)) for _ in range(rounds)]
    return Cost(median(cost.formats for cost in found), median(cost.parquet for cost in found))


def _alone(folder: Generated) -> tuple[Cost, Sample]:
    with TemporaryDirectory() as aside:
        out = Path(aside, "cost.json")
        command = (sys.executable, "-m", "bench.measures.releasing", folder.root, out)
        sample = run(command, folder.root)
        return Cost(**json.loads(out.read_bytes())), sample


def _command(folder: Generated) -> Sample:
    with TemporaryDirectory() as out:
        command = (sys.executable, "-m", "milepost", "release", "--root", folder.root, "--out", out)
        return run(("env", f"{EPOCH}={MOMENT}", *command), folder.root)


def _figures(size: int, cost: Cost) -> Iterator[Figure]:
    name = f"{size:,} milestones (CPU a milestone)"
    formats, parquet = (seconds / size * 1e3 for seconds in (cost.formats, cost.parquet))
    yield Figure(f"all formats but compression and Parquet, {name}", formats, "ms", 1.5, 1)
    yield Figure(f"Parquet by DuckDB, {name}", parquet, "ms")


def _against_floor(folder: Generated, cost: Cost, rounds: int) -> Figure:
    lies_ready = ready(release(folder.root, clean(folder.root)))
    found = [floor_of(lies_ready) for _ in range(rounds)]
    parts = {name: median(round_[name] for round_ in found) for name in found[0]}
    floor = sum(parts.values())
    told = {name: f"{seconds / folder.milestones * 1e3:.2f}" for name, seconds in parts.items()}
    return Figure(
        f"all formats against the floor, {folder.milestones:,} milestones (CPU)",
        cost.formats / floor,
        "×",
        3,
        2.5,
        note=f"floor {floor / folder.milestones * 1e3:.2f} ms a milestone: "
        + ", ".join(f"{name} {milliseconds}" for name, milliseconds in told.items()),
    )


def _archive(folder: Generated) -> Figure:
    made = release(folder.root, clean(folder.root))
    files = contents(made)
    before = time.process_time()
    size = len(as_archive(made.name, files, MOMENT))
    return Figure(
        f"the archive, {folder.milestones:,} milestones (CPU a milestone)",
        (time.process_time() - before) / folder.milestones * 1e3,
        "ms",
        note=f"{size / _MEBIBYTE:,.0f} MB, gzip at its best",
    )


def _memory(size: int, sample: Sample) -> Figure:
    must, aim = _MEMORY.get(size, (None, None))
    packed = "archive" if size <= _SMALL else "all but the archive"
    return Figure(
        f"peak memory of a release, {size:,} milestones",
        sample.peak / _MEBIBYTE,
        "MB",
        must,
        aim,
        note=f"check and {packed} included: {sample.cpu:.1f} s CPU, {sample.wall:.1f} s wall",
    )


def _growth(costs: Mapping[int, Cost]) -> Figure:
    largest = max(costs)
    one, other = costs[_SMALL].formats / _SMALL, costs[largest].formats / largest
    return Figure(
        f"a milestone at {largest:,} against one at {_SMALL:,}, formats alone (CPU)",
        other / one,
        "×",
        1.2,
        1.1,
        note=f"{other * 1e3:.2f} ms against {one * 1e3:.2f} ms",
    )
