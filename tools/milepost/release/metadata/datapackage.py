"""The release as a Data Package, version 2, which frictionless and R's frictionless read."""

from collections.abc import Iterator
from typing import Any

from milepost.release.metadata.files import File
from milepost.release.metadata.filled import filled
from milepost.release.metadata.sheets import Sheet
from milepost.release.metadata.subject import Subject
from milepost.release.tables.cells import SEPARATOR
from milepost.release.tables.table import Column, Reference

FILE = "datapackage.json"
HOLDS = "The tables of `csv/` as a Data Package: types, keys and references, to read and check them"
_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
_DIALECT = {
    "header": True,
    "delimiter": ",",
    "lineTerminator": "\r\n",
    "quoteChar": '"',
    "doubleQuote": True,
}


def datapackage(subject: Subject) -> dict[str, Any]:
    """Return the descriptor (https://datapackage.org/standard/data-package/)."""
    work = subject.work
    members = {
        "$schema": _PROFILE,
        "name": subject.name,
        "id": subject.identifiers[0],
        "title": work.title,
        "description": subject.description,
        "homepage": work.url,
        "version": work.version,
        "created": subject.edition.time,
        "keywords": list(subject.keywords),
        "licenses": [{"name": work.licence, "path": subject.licence_address}],
        "contributors": [{"title": work.creator, "roles": ["creator"]}],
        "resources": [_resource(sheet) for sheet in subject.sheets],
    }
    return filled(members)


def _resource(sheet: Sheet) -> dict[str, Any]:
    table = sheet.table
    return {
        "name": table.name,
        "type": "table",
        "path": table.file,
        "description": table.holds,
        "format": "csv",
        "mediatype": sheet.file.media_type,
        "encoding": "utf-8",
        **_sums(sheet.file),
        "dialect": _DIALECT,
        "schema": _schema(sheet),
    }


def _schema(sheet: Sheet) -> dict[str, Any]:
    table = sheet.table
    members = {
        "fields": [_field(column, sheet) for column in table.columns],
        "missingValues": [""],
        "primaryKey": list(table.key),
        "foreignKeys": [_foreign_key(r) for r in table.references if sheet.is_whole(r)],
    }
    return filled(members)


def _sums(file: File) -> dict[str, Any]:
    return {"bytes": file.size, "hash": f"sha256:{file.sha256}"}


def _field(column: Column, sheet: Sheet) -> dict[str, Any]:
    members = {
        "name": column.name,
        **dict(_type(column, sheet)),
        "description": column.description,
        "constraints": {"required": True} if column.name in sheet.table.key else {},
    }
    return filled(members)


def _type(column: Column, sheet: Sheet) -> Iterator[tuple[str, Any]]:
    """Yield the type with what it takes to read it; a list that no reader could split is a text."""
    if sheet.splits(column):
        yield from (("type", "list"), ("delimiter", SEPARATOR))
    elif column.datatype == "boolean":
        yield from (("type", "boolean"), ("trueValues", ["true"]), ("falseValues", ["false"]))
    elif column.datatype == "json":
        yield "type", "object"
    else:
        yield "type", "string" if column.datatype == "list" else column.datatype


def _foreign_key(reference: Reference) -> dict[str, Any]:
    target = {"resource": reference.table, "fields": list(reference.target)}
    return {"fields": list(reference.columns), "reference": target}
