"""Kinds of column that many tables have: plain fields, texts by language, dates with bounds."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from milepost.model import Body, Record
from milepost.release.release import Release
from milepost.release.tables.cells import cell, earliest, joined, latest, precision
from milepost.release.tables.table import Column, Datatype, Reference

LANGUAGES = {"en": "English", "ja": "Japanese", "km": "Khmer"}
_EDTF = "in EDTF (ISO 8601-2), as the record has it"


class Bodied(Protocol):
    """A row with an object of JSON that its cells are read from."""

    @property
    def body(self) -> Body:
        """The object."""


@dataclass(frozen=True, slots=True)
class Member:
    """A member of a list of a record, with the key by which addresses name it."""

    record: Record
    key: str
    body: Body


def records(kind: str) -> Callable[[Release], Iterator[Record]]:
    """Return what gives the records of a kind."""
    return lambda release: iter(release.dataset.of(kind).values())


def members(kind: str, field: str, natural: str) -> Callable[[Release], Iterator[Member]]:
    """Return what gives the members of a list in all records of a kind."""

    def found(release: Release) -> Iterator[Member]:
        for record in release.dataset.of(kind).values():
            for body in record.body.get(field, ()):
                yield Member(record, body.get("key") or body[natural], body)

    return found


def owner(name: str) -> Column:
    """Return the column with the record that a member belongs to."""
    return Column(name, f"The {name} that the row belongs to.", lambda member: member.record.id)


def refers(column: str, table: str) -> Reference:
    """Return the reference of a column to the id of another table."""
    return Reference((column,), table)


def key(name: str, what: str) -> Column:
    """Return the column with the key of a member."""
    return Column(name, f"The key by which pointers name the {what}.", lambda member: member.key)


def plain(name: str, description: str, field: str = "", datatype: Datatype = "string") -> Column:
    """Return the column of a field that is one value; it has the column's name by default."""
    source = field or name
    return Column(name, description, lambda item: cell(item.body.get(source)), datatype)


def listed(name: str, description: str, field: str = "") -> Column:
    """Return the column of a field that is a list of texts."""
    source = field or name
    return Column(name, description, lambda item: joined(item.body.get(source, ())), "list")


def flag(name: str, description: str) -> Column:
    """Return the column of a field that is there only where it is true."""
    return Column(name, description, lambda item: cell(bool(item.body.get(name))), "boolean")


def inner(
    name: str, description: str, group: str, field: str = "", datatype: Datatype = "string"
) -> Column:
    """Return the column of a field inside an object of the body."""
    source = field or name

    def text(item: Bodied) -> str:
        return cell(item.body.get(group, {}).get(source))

    return Column(name, description, text, datatype)


def texts(field: str, what: str) -> tuple[Column, ...]:
    """Return one column for each language of a text."""
    return tuple(
        _text(field, language, f"{what}, in {name}.") for language, name in LANGUAGES.items()
    )


def english(field: str, description: str) -> Column:
    """Return the column with the English text of a field; other languages are in milepost.json."""
    return _text(field, "en", description)


def _text(field: str, language: str, description: str) -> Column:
    def text(item: Bodied) -> str:
        found: Mapping[str, Any] = item.body.get(field, {})
        return cell(found.get(language))

    return Column(f"{field}_{language}", description, text)


def dates(name: str, what: str, field: str = "") -> tuple[Column, ...]:
    """Return the columns of a date that a field of the body holds."""
    source = field or name
    return dates_by(name, what, lambda item: str(item.body.get(source, "")))


def dates_by(name: str, what: str, date: Callable[[Any], str]) -> tuple[Column, ...]:
    """Return the columns of a date: as written, its first and last day, how exact it is."""
    return (
        Column(f"{name}_edtf", f"{what}, {_EDTF}.", str, of=date),
        Column(
            f"{name}_earliest",
            f"{what}: the first day that it allows, empty where open, unknown or not in "
            "the years 0001 to 9999.",
            earliest,
            "date",
            date,
        ),
        Column(
            f"{name}_latest",
            f"{what}: the last day that it allows, empty where open, unknown or not in "
            "the years 0001 to 9999.",
            latest,
            "date",
            date,
        ),
        Column(
            f"{name}_precision",
            f"{what}: the calendar unit that it is known to lie in, such as day, month or year; "
            "unspecified where it lies in none.",
            precision,
            of=date,
        ),
    )
