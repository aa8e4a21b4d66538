"""What one row tells: a part of a milestone, a source and an evidence entry, each text resolved."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from milepost import intervals
from milepost.model import Body
from milepost.reading.sheets.sheet import Row, column_letter
from milepost.sheets.account import Refusal
from milepost.sheets.mapping import Leaf, SheetMapping, node_at
from milepost.sheets.names import Names
from milepost.sheets.row_reader import RowReader
from milepost.suggestions import quoted

_DYAD: Final = re.compile(r"([a-z]{3})-([a-z]{3})")
_TWO: Final = 2
# What says which member of a list is meant.
_NATURAL: Final = {"stages": "stage", "actors": "actor", "quantities": "kind"}


@dataclass(frozen=True, slots=True)
class Told:
    """What a row tells; `origins` has the column of each value by part and address."""

    row: int
    event: str
    dyads: tuple[str, ...]
    milestone: Mapping[str, Any]
    source: Body
    entry: Body
    days: intervals.Intervals
    origins: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Blank:
    """A row in which nothing is filled in."""

    row: int


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A row that cannot be read, and why."""

    row: int
    refusals: tuple[Refusal, ...]


def told_by(
    row: Row, header: tuple[str, ...], mapping: SheetMapping, names: Names
) -> Told | Blank | Unreadable:
    """Return what a row tells, or that it is empty, or why it cannot be read."""
    if not any(cell.text.strip() or cell.state == "merged" for cell in row.cells):
        return Blank(row.number)
    cells = {name: cell for name, cell in zip(header, row.cells, strict=False) if name}
    reader = RowReader(cells, names)
    reader.take_days(node_at(mapping, "milestone", "stages"))
    read = {name: reader.read(node, name) or {} for name, node in mapping.parts.items()}
    dyads = tuple(_dyads(reader, mapping, list(read["parties"])))
    nameless = _nameless(mapping, read["milestone"])
    missing = () if reader.refusals else (*_missing(mapping, read["entry"]), *nameless)
    refusals = dict.fromkeys((*_beyond(row, header), *reader.refusals, *missing))
    if refusals:
        return Unreadable(row.number, tuple(refusals))
    parts = (read["milestone"], read["source"], read["entry"])
    event = str(read.get("event") or "")
    dyad = mapping.column_of("dyad") or mapping.column_of("parties")
    reader.origins["milestone/relationships"] = dyad
    return Told(row.number, event, dyads, *parts, reader.days, reader.origins)


def _dyads(reader: RowReader, mapping: SheetMapping, parties: list[str]) -> Iterator[str]:
    """Yield the dyads of a row, the codes of each in alphabetical order."""
    leaf, column = mapping.parts.get("dyad"), mapping.column_of("dyad")
    for named in reader.all(leaf) if isinstance(leaf, Leaf) else ():
        found = _DYAD.fullmatch(named.slug.lower())
        if found:
            yield "-".join(sorted(found.groups()))
        elif named.slug:
            hint = 'write two party codes with a hyphen, such as "jpn-khm"'
            message = f"{quoted(named.slug)} is no dyad"
            reader.refusals.append(Refusal("SCH-004", column, message, hint))
    if len(parties) == _TWO and parties[0] != parties[1]:
        yield "-".join(sorted(parties))
    elif len(parties) == _TWO:
        column, message = mapping.column_of("parties"), f"the two parties are one: {parties[0]}"
        reader.refusals.append(Refusal("IMP-006", column, message, "mend one of the two"))


def _beyond(row: Row, header: tuple[str, ...]) -> Iterator[Refusal]:
    """Yield a refusal for each cell that is filled in and has no column name above it."""
    for position, cell in enumerate(row.cells):
        nameless = position >= len(header) or not header[position]
        if nameless and (cell.text.strip() or cell.state == "merged"):
            where = column_letter(position)
            message = f"{quoted(cell.text)} stands in column {where}, which has no name"
            hint = "name the column or empty the cell; a separator within a cell needs quotes"
            yield Refusal("IMP-002", "", message, hint)


def _missing(mapping: SheetMapping, entry: Body) -> Iterator[Refusal]:
    if "read" not in entry:
        column = mapping.column_of("entry", "read")
        hint = "write first-hand if you read the source itself, or relayed if you read notes of it"
        yield Refusal("IMP-003", column, "nothing says how the source was read", hint)
    if "locator" not in entry:
        column = mapping.column_of("entry", "locator")
        hint = "fill in the paragraph, the page or the section"
        yield Refusal("IMP-003", column, "nothing says where in the source it stands", hint)


def _nameless(mapping: SheetMapping, milestone: Body) -> Iterator[Refusal]:
    """Yield a refusal for each stage, actor or quantity of which a row does not say which it is."""
    for name, natural in _NATURAL.items():
        for member in milestone.get(name, ()):
            if natural not in member:
                column = mapping.column_of("milestone", name, natural)
                filled = " and ".join(member)
                message = f"the row gives {filled}, and no {natural} that it is of"
                yield Refusal("IMP-003", column, message, f"fill in the {natural}")
