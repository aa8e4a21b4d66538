"""A mapping file to its mapping, or to findings with line and column."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, cast

from milepost.addresses import address_of
from milepost.model import Body, Breach, Finding, Path
from milepost.reading.positions import index
from milepost.reading.strict import parse
from milepost.schema.breaches import schema_breaches
from milepost.schema.engine import Schemas
from milepost.sheets.mapping import SheetMapping, mapping_of
from milepost.suggestions import quoted, suggestion

KIND: Final = "mapping"
# How a mapping is laid out is its writer's own.
_LAYOUT: Final = "JSN-004"
_ORIGINS: Final = ("column", "value", "text", "parts")
_OPTIONS: Final = ("terms", "missing", "split", "forms", "codes")
_BRACES: Final = re.compile(r"\{([^{}]+)\}")
Broken = tuple[str, Breach]


def mapping_from(
    raw: bytes, path: str, schemas: Schemas
) -> tuple[SheetMapping | None, tuple[Finding, ...]]:
    """Return the mapping that the bytes of a file tell, or None and what is wrong with them.

    The schemas are those of the records and that of mappings.
    """
    value, flaws = parse(raw)
    unread = [flaw for flaw in flaws if flaw.rule != _LAYOUT]
    if unread:
        return None, tuple(
            Finding(path, flaw.line, flaw.column, flaw.rule, "error", "", flaw.message, flaw.hint)
            for flaw in unread
        )
    broken = tuple(schema_breaches(schemas, KIND, cast("Body", value)))
    broken = broken or tuple(_unclear(value))
    if broken or not isinstance(value, Mapping):
        return None, _findings(raw, path, value, broken)
    return mapping_of(value, schemas.documents), ()


def strange_columns(raw: bytes, path: str, header: Iterable[str]) -> tuple[Finding, ...]:
    """Return a finding for each column of a sound mapping that a sheet has not."""
    value, known = parse(raw)[0], list(filter(None, header))
    broken: list[Broken] = []
    for at, cell in _cells(value, ()):
        for place, name in _named(at, cell):
            if " ".join(name.split()) not in known:
                hint = suggestion(name, known, f"its columns are {', '.join(map(quoted, known))}")
                message = f"the sheet has no column {quoted(name)}"
                broken.append(("IMP-011", Breach(place, message, hint)))
    return _findings(raw, path, value, broken)


def _findings(
    raw: bytes, path: str, value: object, broken: Iterable[Broken]
) -> tuple[Finding, ...]:
    places = index(raw)
    found = []
    for rule, breach in broken:
        at = places.key(breach.at) if breach.key else places.value(breach.at)
        pointer = address_of(value, breach.at)
        found.append(Finding(path, *at, rule, "error", pointer, breach.message, breach.hint))
    return tuple(sorted(set(found)))


def _unclear(value: Any) -> Iterator[Broken]:
    """Yield what is told in no way or in two: the origin of a cell, and the dyad."""
    for at, cell in _cells(value, ()):
        origins = [name for name in _ORIGINS if name in cell]
        if len(origins) != 1:
            shown = " and ".join(origins) or f"none of {', '.join(_ORIGINS)}"
            yield "IMP-010", Breach(at, f"the cell has {shown}", "give it one of them")
        if "split" in cell and at != ("dyad",) and not any(isinstance(step, int) for step in at):
            message = "a single value cannot be split"
            yield "IMP-010", Breach((*at, "split"), message, "split only what is in a list")
    if "dyad" in value and "parties" in value:
        message = "the dyad is told twice, by dyad and by parties"
        yield "IMP-010", Breach(("parties",), message, "keep one of the two", key=True)


def _cells(value: Any, at: Path) -> Iterator[tuple[Path, Mapping[str, Any]]]:
    if isinstance(value, list):
        for position, member in enumerate(value):
            yield from _cells(member, (*at, position))
    elif isinstance(value, dict) and at and _is_cell(value):
        yield at, value
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from _cells(inner, (*at, name))


def _is_cell(value: Mapping[str, Any]) -> bool:
    """Return whether an object is a cell; a quantity has a member called value, which is one."""
    plain = all(name == "terms" or not isinstance(inner, dict) for name, inner in value.items())
    return plain and set(value) <= {*_ORIGINS, *_OPTIONS}


def _named(at: Path, cell: Mapping[str, Any]) -> Iterator[tuple[Path, str]]:
    """Yield the columns that a cell names, with the place of each name."""
    if "column" in cell:
        yield (*at, "column"), cell["column"]
    for name in _BRACES.findall(cell.get("text", "")):
        yield (*at, "text"), name
    for position, name in enumerate(cell.get("parts", ())):
        yield (*at, "parts", position), name
