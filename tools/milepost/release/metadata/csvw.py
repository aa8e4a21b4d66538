"""The tables as CSV on the Web, the W3C's vocabulary for tabular data."""

from typing import Any

from milepost.release.metadata.filled import filled
from milepost.release.metadata.sheets import Sheet
from milepost.release.metadata.subject import Subject
from milepost.release.tables.cells import SEPARATOR
from milepost.release.tables.table import Column, Reference

FILE = "csvw-metadata.json"
HOLDS = "The tables of `csv/` as CSV on the Web (W3C): datatypes, keys and references"


def csvw(subject: Subject) -> dict[str, Any]:
    """Return the table group (https://www.w3.org/TR/tabular-metadata/)."""
    work = subject.work
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "dc:identifier": list(subject.identifiers),
        "dc:title": work.title,
        "dc:description": subject.description,
        "dc:creator": work.creator,
        "dc:license": {"@id": subject.licence_address},
        "dc:modified": subject.edition.day,
        "tables": [_table(sheet) for sheet in subject.sheets],
    }


def _table(sheet: Sheet) -> dict[str, Any]:
    table = sheet.table
    schema = {
        "columns": [_column(column, sheet) for column in table.columns],
        "primaryKey": list(table.key),
        "foreignKeys": [_foreign_key(r) for r in table.references if sheet.is_filled(r)],
    }
    return {"url": table.file, "dc:description": table.holds, "tableSchema": filled(schema)}


def _column(column: Column, sheet: Sheet) -> dict[str, Any]:
    members = {
        "name": column.name,
        "titles": column.name,
        "dc:description": column.description,
        "datatype": "string" if column.datatype == "list" else column.datatype,
        "separator": SEPARATOR if sheet.splits(column) else "",
        "required": True if column.name in sheet.table.key else None,
    }
    return filled(members)


def _foreign_key(reference: Reference) -> dict[str, Any]:
    """Return a reference that every row has: validators of CSVW differ on an empty one."""
    target = f"csv/{reference.table}.csv"
    return {
        "columnReference": list(reference.columns),
        "reference": {"resource": target, "columnReference": list(reference.target)},
    }
