"""What a contributor waits for: one file among 1,000 milestones, process start included."""

from collections.abc import Iterator
from typing import Final

from bench.clock import spread
from bench.figures import Figure
from bench.folders import generated
from bench.measures.checking import as_process
from bench.measures.settings import Settings

_MILESTONES: Final = 1_000
_LEAST_ROUNDS: Final = 9


def measure(settings: Settings) -> Iterator[Figure]:
    """Yield the wall time of a check that shows the findings of one file."""
    folder = generated(settings.root, _MILESTONES)
    path = folder.paths("milestones")[_MILESTONES // 2]
    rounds = max(settings.rounds, _LEAST_ROUNDS)
    sample, apart = spread(lambda: as_process(folder, path), rounds)
    yield Figure(
        f"one file among {_MILESTONES:,} milestones, process start included (wall)",
        sample.wall * 1e3,
        "ms",
        200,
        150,
        note=f"{sample.cpu * 1e3:.0f} ms CPU; the rounds lay {apart:.0%} of the median apart",
    )
