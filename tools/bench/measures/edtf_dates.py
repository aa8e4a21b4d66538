"""What reading a date costs that was not met before."""

from collections.abc import Iterator
from typing import Final

import orjson

from bench.clock import interleaved, timed
from bench.figures import Figure
from bench.folders import generated
from bench.measures.settings import Settings
from milepost.edtf import parse
from milepost.loading import schemas_of
from milepost.schema.plan import values_of

_MILESTONES: Final = 1_000
_FEWEST: Final = 20_000


def measure(settings: Settings) -> Iterator[Figure]:
    """Yield the cost of parsing the dates of 1,000 milestones, each anew."""
    folder = generated(settings.root, _MILESTONES)
    dates = schemas_of(settings.root).dates["milestone"]
    bodies = map(orjson.loads, folder.contents("milestones"))
    texts = [value.text for body in bodies for value in values_of(dates, body)]
    texts *= _FEWEST // len(texts) + 1
    read = parse.__wrapped__
    actions = {
        "read": lambda: timed(lambda: [read(text) for text in texts]),
        "days": lambda: timed(lambda: [read(text).days for text in texts]),
    }
    found = interleaved(actions, max(settings.rounds, 5))
    each, with_days = (found[name].cpu / len(texts) * 1e6 for name in actions)
    note = f"{with_days:.1f} µs with the set of days; one that was costs a look-up"
    yield Figure("a date that was not read before", each, "µs", 5, 3, note=note)
