"""A release: what a milestone costs in all formats, what packing costs, and the memory it takes.

Each round begins with a dataset that was just checked, as `milepost release` does. What DuckDB
and zlib do is timed apart, and so is the check, which has measures of its own.
"""

import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from statistics import median
from tempfile import TemporaryDirectory
from typing import Final

from bench.clock import Sample, run
from bench.figures import Figure
from bench.folders import Generated, generated
from bench.measures.settings import Settings
from milepost.loading import clean
from milepost.provenance.edition import EPOCH, Edition
from milepost.release import checksums, metadata
from milepost.release.archive import as_archive
from milepost.release.contents import records_and_tables, released_files
from milepost.release.enclosures import LICENCE, release_of
from milepost.release.release import Release
from milepost.rules.view import View
from milepost.writing import write_file

_SMALL: Final = 1_000
_MEBIBYTE: Final = 1 << 20
_MOMENT: Final = 1_780_000_000


@dataclass(frozen=True, slots=True)
class Cost:
    """CPU seconds of one release: of the formats, of Parquet among them, and of the archive."""

    formats: float
    parquet: float
    archive: float
    size: int


def measure(settings: Settings) -> Iterator[Figure]:
    """Yield the cost of a milestone at each size, its growth, and the peak of memory."""
    costs = {}
    for size in settings.sizes:
        folder = _with_licence(settings, generated(settings.root, size))
        costs[size] = _cost(folder, settings.rounds_for(size))
        yield from _figures(size, costs[size])
        yield _memory(folder)
    if len(costs) > 1 and _SMALL in costs:
        yield _growth(costs)


def _with_licence(settings: Settings, folder: Generated) -> Generated:
    write_file(folder.root / LICENCE, (settings.root / LICENCE).read_bytes())
    return folder


def _cost(folder: Generated, rounds: int) -> Cost:
    checked = clean(folder.root)
    found = [_round(folder, checked) for _ in range(rounds)]
    return Cost(
        median(cost.formats for cost in found),
        median(cost.parquet for cost in found),
        median(cost.archive for cost in found),
        found[0].size,
    )


def _round(folder: Generated, checked: View) -> Cost:
    # A view of its own: what an earlier round has computed is no help to this one.
    view = View(checked.dataset, checked.schemas)
    release = release_of(folder.root, view, Edition("0.1.0", _MOMENT))
    began = time.process_time()
    files, parquet = _made(release)
    made = time.process_time()
    archive = as_archive(release.name, files, _MOMENT)
    packed = time.process_time() - made
    return Cost(made - began - parquet, parquet, packed, len(archive))


def _made(release: Release) -> tuple[Mapping[str, bytes], float]:
    """Return the files of a release, and the CPU seconds that those in parquet/ took."""
    files: dict[str, bytes] = {}
    parquet, before = 0.0, time.process_time()
    for name, content in records_and_tables(release):
        files[name] = content
        after = time.process_time()
        parquet += (after - before) * name.startswith("parquet/")
        before = after
    files |= metadata.metadata(release, files, released_files())
    files[checksums.FILE] = checksums.as_checksums(files)
    return files, parquet


def _figures(size: int, cost: Cost) -> Iterator[Figure]:
    name = f"{size:,} milestones (CPU a milestone)"
    formats, parquet, archive = (
        seconds / size * 1e3 for seconds in (cost.formats, cost.parquet, cost.archive)
    )
    yield Figure(f"all formats but compression and Parquet, {name}", formats, "ms", 1.5, 1)
    yield Figure(f"Parquet by DuckDB, {name}", parquet, "ms")
    note = f"{cost.size / _MEBIBYTE:,.0f} MB, gzip at its best"
    yield Figure(f"the archive, {name}", archive, "ms", note=note)


def _memory(folder: Generated) -> Figure:
    sample = _as_process(folder)
    return Figure(
        f"peak memory of `milepost release`, {folder.milestones:,} milestones",
        sample.peak / _MEBIBYTE,
        "MB",
        note=f"check and archive included: {sample.cpu:.1f} s CPU, {sample.wall:.1f} s wall",
    )


def _as_process(folder: Generated) -> Sample:
    with TemporaryDirectory() as out:
        command = (sys.executable, "-m", "milepost", "release", "--root", folder.root, "--out", out)
        return run(("env", f"{EPOCH}={_MOMENT}", *command), folder.root)


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
