"""The template: the columns of a sheet that needs no mapping, each with its place in one."""

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from milepost.schema.documents import Documents, dereferenced
from milepost.sheets.mapping import SheetMapping, mapping_of

SPLIT: Final = ";"
Path = tuple[str, ...]

COLUMNS: Final[dict[str, Path]] = {
    "event": ("event",),
    "dyad": ("dyad",),
    "type": ("milestone", "type"),
    "title_en": ("milestone", "title", "en"),
    "summary_en": ("milestone", "summary", "en"),
    "stage": ("milestone", "stages", "stage"),
    "date": ("milestone", "stages", "date"),
    "end": ("milestone", "stages", "end"),
    "place": ("milestone", "stages", "place"),
    "actors": ("milestone", "actors", "actor"),
    "sides": ("milestone", "actors", "side"),
    "roles": ("milestone", "actors", "role"),
    "offices": ("milestone", "actors", "office"),
    "source": ("source", "id"),
    "source_kind": ("source", "kind"),
    "source_title_en": ("source", "title", "en"),
    "source_label_en": ("source", "label", "en"),
    "publisher_en": ("source", "publisher", "en"),
    "published": ("source", "published"),
    "published_basis": ("source", "published_basis"),
    "language": ("source", "language"),
    "url": ("source", "urls", "url"),
    "read": ("entry", "read"),
    "paragraph": ("entry", "locator", "paragraph"),
    "page": ("entry", "locator", "page"),
    "section": ("entry", "locator", "section"),
    "note_en": ("entry", "note", "en"),
}
# Columns that may hold several values, parted by a semicolon.
SEVERAL: Final = ("dyad", "actors", "sides", "roles", "offices")
_LISTS: Final = ("stages", "actors", "urls")
_BY_LANGUAGE: Final = re.compile(r"(.+_)([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)")
# What the schema of no record describes.
_OWN: Final = {
    "event": (
        "A key that the rows of one event share, or the identifier of a recorded milestone.",
        "upgrade-2022",
    ),
    "dyad": ("The codes of the two parties; the first of several dyads is the folder.", "jpn-khm"),
    "source": (
        "The slug of a recorded source, or of the new one that the next columns describe.",
        "example-2022-kumamoto",
    ),
}
# What the example leaves empty, as most rows do.
_EMPTY: Final = ("end", "sides", "page", "section")


def place_of(column: str) -> Path | None:
    """Return the place of a column in the mapping, of whatever language, or None for no column."""
    if column in COLUMNS:
        return COLUMNS[column]
    found = _BY_LANGUAGE.fullmatch(column)
    english = COLUMNS.get(f"{found[1]}en") if found else None
    return (*english[:-1], found[2]) if found and english and english[-1] == "en" else None


def template_mapping(header: Iterable[str], documents: Documents) -> SheetMapping:
    """Return the mapping of a sheet that has some of the template's columns."""
    body: dict[str, Any] = {"milestone": {}, "source": {}, "entry": {}}
    for column in header:
        place = place_of(column)
        if place:
            cell = {"column": column} | ({"split": SPLIT} if column in SEVERAL else {})
            _put(body, place, cell)
    return mapping_of(body, documents)


def _put(body: dict[str, Any], place: Path, cell: dict[str, str]) -> None:
    here = body
    for name in place[:-1]:
        below = here.setdefault(name, [{}] if name in _LISTS else {})
        here = below[0] if isinstance(below, list) else below
    here[place[-1]] = cell


def described(documents: Documents) -> Iterator[tuple[str, str, str]]:
    """Yield each column with what it holds and an example, as the schemas of records say it."""
    for column, place in COLUMNS.items():
        if column in _OWN:
            yield column, *_OWN[column]
        else:
            text, example = _of_schema(documents, place)
            yield column, text, "" if column in _EMPTY else example


def _of_schema(documents: Documents, place: Path) -> tuple[str, str]:
    home = {"entry": "evidence"}.get(place[0], place[0])
    schema: Any = documents[home]
    if home == "evidence":
        schema = schema["$defs"]["entry"]
    by_language = None
    for name in place[1:]:
        schema, home = dereferenced(documents, schema, home)
        schema = schema.get("items", schema)
        schema, home = dereferenced(documents, schema, home)
        if name not in schema.get("properties", {}):
            by_language = schema
        else:
            schema = schema["properties"][name]
    told = by_language or schema
    whole, _ = dereferenced(documents, told, home)
    example = whole["examples"][0]
    return str(whole["description"]), str(example["en"] if isinstance(example, dict) else example)
