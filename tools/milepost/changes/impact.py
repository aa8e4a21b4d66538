"""What changes in an analysis: headlines, intervals of status and cells of the yearly tables.

Both sides are computed by this program, so that what differs is the data and never the program.
"""

from collections.abc import Iterator, Mapping

from milepost.changes.categories import agree, headline_address
from milepost.changes.change import Impact
from milepost.changes.side import Side
from milepost.derive.labels import label_of
from milepost.derive.status import Interval, intervals_of
from milepost.model import Dataset
from milepost.provenance.edition import Edition
from milepost.release.release import Release
from milepost.release.tables.panel import DYAD_YEAR, DYAD_YEAR_DIRECTED
from milepost.release.tables.table import Table

Rows = Mapping[tuple[str, ...], Mapping[str, str]]
_BEGUN = ("relationship", "track", "of", "government", "level", "milestone", "stage")


def impact_of(old: Side, new: Side) -> Impact:
    """Return everything that an analysis of the one would find otherwise in the other."""
    tables = [cell for table in (DYAD_YEAR, DYAD_YEAR_DIRECTED) for cell in _cells(table, old, new)]
    return Impact(tuple(_headlines(old, new)), tuple(_levels(old, new)), tuple(tables))


def _headlines(old: Side, new: Side) -> Iterator[dict[str, str]]:
    for identifier, after in new.dataset.of("milestone").items():
        before = old.dataset.get("milestone", identifier)
        if before is None or before.body == after.body:
            continue
        was, now = (
            side.facts("milestone", identifier).get(headline_address(record))
            for side, record in ((old, before), (new, after))
        )
        texts = was.text if was else "", now.text if now else ""
        if texts[0] == texts[1]:
            continue
        is_compatible = was and now and agree(new.view.comparers, was, now)
        row = {"milestone": identifier, "label": label_of(after)}
        relation = "compatible" if is_compatible else "incompatible"
        yield {**row, **_turned(*texts), "relation": relation}


def _levels(old: Side, new: Side) -> Iterator[dict[str, str]]:
    before, after = (_intervals(side.dataset) for side in (old, new))
    for key in {**before, **after}:
        was, now = before.get(key, ""), after.get(key, "")
        if was != now:
            named = {name: part for name, part in zip(_BEGUN, key, strict=True) if part}
            yield {**named, **_turned(was, now)}


def _intervals(dataset: Dataset) -> dict[tuple[str, ...], str]:
    """Return when each level was held, by what it is of and by what began it."""
    return {
        _begun(dyad, interval): _lasted(interval)
        for dyad in dataset.of("relationship")
        for interval in intervals_of(dataset, dyad)
    }


def _begun(dyad: str, interval: Interval) -> tuple[str, ...]:
    begun = interval.opening
    ladder = (dyad, begun.track, begun.of, begun.government, begun.level)
    return (*ladder, begun.milestone.id, begun.stage)


def _lasted(interval: Interval) -> str:
    """Return an interval in words; its days are EDTF as records have them."""
    begun = f"from {interval.opening.date}"
    return f"{begun} to {interval.closing.date}" if interval.closing else begun


def _cells(table: Table, old: Side, new: Side) -> Iterator[dict[str, str]]:
    before, after = (_rows(table, side) for side in (old, new))
    for key in {**before, **after}:
        was, now = before.get(key), after.get(key)
        where = {"table": table.name, **dict(zip(table.key, key, strict=True))}
        if was is None or now is None:
            yield {**where, "row": "added" if was is None else "removed"}
            continue
        for column in was:
            if was[column] != now[column]:
                yield {**where, "column": column, **_turned(was[column], now[column])}


def _rows(table: Table, side: Side) -> Rows:
    """Return the rows of a table by their key."""
    names = [column.name for column in table.columns]
    # These tables ask a release for its records alone.
    release = Release(side.view, Edition("", 0), b"", {})
    rows = (dict(zip(names, cells, strict=True)) for cells in table.rows(release))
    return {tuple(row[name] for name in table.key): row for row in rows}


def _turned(was: str, now: str) -> dict[str, str]:
    """Return what was and what is, each left out where nothing is recorded."""
    return {name: text for name, text in (("old", was), ("new", now)) if text}
