"""One release: what its formats cost, in this process or in one of its own.

`python -m bench.measures.releasing ROOT OUT` checks a root, makes its release without keeping it,
and writes what that cost to a file, as JSON.
"""

import json
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from milepost.loading import clean
from milepost.provenance.edition import Edition
from milepost.release.contents import pieces, tallies
from milepost.release.enclosures import release_of
from milepost.release.release import Release
from milepost.rules.view import View
from milepost.writing.files import write_file

MOMENT: Final = 1_780_000_000


@dataclass(frozen=True, slots=True)
class Cost:
    """CPU seconds of one release: of the formats but Parquet, and of Parquet."""

    formats: float
    parquet: float


def release(root: Path, checked: View) -> Release:
    """Return the release of a root that was just checked.

    Its view is one of its own: what an earlier round has computed is no help to this one.
    """
    view = View(checked.dataset, checked.schemas)
    return release_of(root, view, Edition("0.1.0", MOMENT))


def cost_of(made: Release) -> Cost:
    """Return what the files of a release cost, each piece dropped when it is made."""
    formats = parquet = 0.0
    before = time.process_time()
    for name, _ in pieces(made, tallies()):
        now = time.process_time()
        if name.startswith("parquet/"):
            parquet += now - before
        else:
            formats += now - before
        before = now
    return Cost(formats, parquet)


def main(root: Path, out: Path) -> None:
    """Write the cost of the release of a root to a file."""
    cost = cost_of(release(root, clean(root)))
    write_file(out, json.dumps(asdict(cost)).encode())


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
