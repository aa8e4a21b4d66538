"""How the check grows: the cost of a record at the largest size, and the memory at 10,000."""

from collections.abc import Iterator
from typing import Final

from bench.clock import interleaved
from bench.figures import Figure
from bench.folders import generated
from bench.measures.checking import as_process, in_process
from bench.measures.settings import Settings

_SMALL: Final = 1_000
_FOR_MEMORY: Final = 10_000
_MEBIBYTE: Final = 1 << 20


def measure(settings: Settings) -> Iterator[Figure]:
    """Yield the growth from 1,000 to the largest size, and the peak of memory at each size."""
    largest = max(settings.sizes)
    if largest > _SMALL:
        yield _growth(settings, largest)
    for size in settings.sizes:
        peak = as_process(generated(settings.root, size)).peak / _MEBIBYTE
        is_bound = size == _FOR_MEMORY
        must, aim = (120.0, 80.0) if is_bound else (None, None)
        yield Figure(f"peak memory of `milepost check`, {size:,} milestones", peak, "MB", must, aim)


def _growth(settings: Settings, largest: int) -> Figure:
    small, large = generated(settings.root, _SMALL), generated(settings.root, largest)
    actions = {"small": lambda: in_process(small), "large": lambda: in_process(large)}
    found = interleaved(actions, settings.rounds_for(largest))
    one, other = found["small"].cpu / small.files, found["large"].cpu / large.files
    return Figure(
        f"a file at {largest:,} milestones against one at {_SMALL:,} (CPU)",
        other / one,
        "×",
        1.2,
        1.1,
        note=f"{other * 1e6:.0f} µs against {one * 1e6:.0f} µs",
    )
