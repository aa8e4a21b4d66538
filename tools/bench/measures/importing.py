"""What whoever imports a sheet waits for: each row accounted for, the dataset checked first."""

import sys
from collections.abc import Iterator
from typing import Final

from bench.clock import run, spread
from bench.figures import Figure
from bench.generator.sheet import sheet
from bench.measures.settings import Settings
from milepost.loading import clean
from milepost.writing.files import write_file

_ROWS: Final = 10_000
_ROUNDS: Final = 3


def measure(settings: Settings) -> Iterator[Figure]:
    """Yield the wall time of an import of 10,000 rows into the real dataset; nothing is written."""
    dataset = clean(settings.root).dataset
    path = settings.root / "build" / "bench" / "sheet.csv"
    write_file(path, sheet(_ROWS, dataset))
    command = (sys.executable, "-m", "milepost", "import", path, "--root", settings.root)
    sample, apart = spread(lambda: run(command, settings.root), min(settings.rounds, _ROUNDS))
    yield Figure(
        f"{_ROWS:,} rows of a sheet accounted for (wall)",
        sample.wall,
        "s",
        10,
        note=(
            f"5,000 events beside the {len(dataset.of('milestone'))} milestones of the dataset; "
            f"{sample.peak / 1e6:.0f} MB; the rounds lay {apart:.0%} of the median apart"
        ),
    )
