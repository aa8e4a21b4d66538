"""A sheet into a dataset: rows read, filed until a pass changes nothing, and accounted for."""

import secrets
from collections.abc import Callable, Iterable, Iterator

from milepost.canonical import encode
from milepost.collection import no_collection
from milepost.model import Dataset, Record
from milepost.reading.sheets.sheet import Sheet
from milepost.rules.view import View
from milepost.sheets.account import Account, Fate
from milepost.sheets.filing import Choice, Filing
from milepost.sheets.mapping import SheetMapping
from milepost.sheets.names import names_of
from milepost.sheets.sourcing import Sources
from milepost.sheets.told import Blank, Told, Unreadable, told_by

Content = Told | Blank | Unreadable
Watch = Callable[[Iterable[Content]], Iterable[Content]]


def imported(
    sheet: Sheet,
    mapping: SheetMapping,
    view: View,
    choice: Choice = secrets.choice,
    watch: Watch = iter,
) -> Account:
    """Return what becomes of each row of a sheet, and the files that it makes of a clean dataset.

    What is published stays as it is: rows add evidence, values that a record has not, and records.
    A row that would break a rule of the check is rejected by it. `choice` draws the identifiers of
    new milestones; `watch` sees the rows go by. Rows are filed again until nothing changes, so
    that a second import of the same sheet finds nothing to do.
    """
    with no_collection():
        return _imported(sheet, mapping, view, choice, watch)


def _imported(
    sheet: Sheet, mapping: SheetMapping, view: View, choice: Choice, watch: Watch
) -> Account:
    names = names_of(view.dataset)
    rows = [told_by(row, sheet.header, mapping, names) for row in sheet.rows]
    recorded = dict(view.dataset.of("source"))
    # A view whose sources may become more, without those of the view that was given.
    records = {**view.dataset.records, "source": recorded}
    own = View(Dataset(records), view.schemas, view.broken, view.duplicates)
    sources = Sources(own, recorded, mapping)
    _learn_sources(rows, sources)
    milestones = dict(view.dataset.of("milestone"))
    changed: dict[str, Record] = {}
    fates: dict[int, Fate] = {}
    while True:
        filing = Filing(own, mapping, sources, list(milestones.values()), choice)
        for row in watch(rows):
            _note(fates, _fate(row, filing))
        changed |= filing.changed
        milestones |= filing.changed
        # Only a row that was rejected can fit what the others have made since.
        if not filing.changed or not any(fate.state == "rejected" for fate in fates.values()):
            break
    return Account(tuple(fates.values()), tuple(_files(changed, sources)))


def _fate(row: Content, filing: Filing) -> Fate:
    if isinstance(row, Blank):
        return Fate(row.row, "empty")
    if isinstance(row, Unreadable):
        return Fate(row.row, "rejected", refusals=row.refusals)
    return filing.file(row)


def _note(fates: dict[int, Fate], fate: Fate) -> None:
    """Keep the fate of a row, once it is accepted the first one."""
    before = fates.get(fate.row)
    if before is None or before.state == "rejected":
        fates[fate.row] = fate


def _learn_sources(rows: Iterable[Content], sources: Sources) -> None:
    """Make the sources that rows describe, so that any row may name them, before or after."""
    for row in rows:
        if isinstance(row, Told) and set(row.source) - {"id"}:
            sources.found(row)


def _files(changed: dict[str, Record], sources: Sources) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the records that changed and of the new sources that they cite."""
    cited = {entry["source"] for record in changed.values() for entry in record.body["evidence"]}
    for record in (*(r for name, r in sources.made.items() if name in cited), *changed.values()):
        yield record.path, encode(record.body)
