"""The floor of a release is measured on all that the release holds."""

import csv
import io

from bench.measures.releasing_floor import floor_of, ready
from releases import the_small_release


def test_the_floor_writes_the_rows_that_the_tables_of_the_release_have() -> None:
    held = ready(the_small_release())
    rows = {
        name.removeprefix("csv/").removesuffix(".csv"): len(
            list(csv.reader(io.StringIO(content.decode())))
        )
        - 1
        for name, content in held.files.items()
        if name.startswith("csv/") and name.endswith(".csv")
    }

    assert rows == {table.name: len(rows) for table, rows in held.tables}


def test_every_part_of_the_floor_takes_time() -> None:
    costs = floor_of(ready(the_small_release()))

    assert ["SQLite", "orjson", "csv", "SHA-256"] == list(costs)
    assert all(cost > 0 for cost in costs.values())
