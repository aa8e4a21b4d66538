"""The tables in Croissant, version 1.1, which programs for machine learning load."""

from typing import Any

from milepost.release.citation.bibtex import as_bibtex
from milepost.release.metadata.filled import filled
from milepost.release.metadata.schema_org import creator_of, dataset_of
from milepost.release.metadata.sheets import Sheet
from milepost.release.metadata.subject import Subject
from milepost.release.tables.cells import SEPARATOR
from milepost.release.tables.table import Column, Reference

FILE = "croissant.json"
HOLDS = "The tables of `csv/` in Croissant (MLCommons), for programs of machine learning"
_TYPES = {
    "string": "sc:Text",
    "list": "sc:Text",
    "json": "sc:Text",
    "integer": "sc:Integer",
    "number": "sc:Float",
    "boolean": "sc:Boolean",
    "date": "sc:Date",
}
_TERMS = (
    *("arrayShape", "citeAs", "column", "containedIn", "equivalentProperty", "extract", "field"),
    *("fileObject", "fileProperty", "fileSet", "format", "includes", "isArray", "isLiveDataset"),
    *("jsonPath", "key", "md5", "parentField", "path", "recordSet", "references", "regex"),
    *("repeated", "replace", "samplingRate", "separator", "source", "subField", "transform"),
)
# The context of the specification, appendix 1.
_CONTEXT = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "sc": "https://schema.org/",
    "cr": "http://mlcommons.org/croissant/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "dct": "http://purl.org/dc/terms/",
    "conformsTo": "dct:conformsTo",
    "name": {"@container": "@language"},
    "description": {"@container": "@language"},
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "examples": {"@id": "cr:examples", "@type": "@json"},
    **{term: f"cr:{term}" for term in _TERMS},
}


def croissant(subject: Subject) -> dict[str, Any]:
    """Return the description (https://docs.mlcommons.org/croissant/docs/croissant-spec-1.1.html).

    Files are named relative to it; without an address, the dataset has no url, which Croissant asks
    for.
    """
    return {
        "@context": _CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.1",
        **dataset_of(subject),
        "creator": creator_of(subject),
        "datePublished": subject.edition.day,
        "citeAs": as_bibtex(subject.work),
        "distribution": [_file(sheet) for sheet in subject.sheets],
        "recordSet": [_record_set(sheet) for sheet in subject.sheets],
    }


def _file(sheet: Sheet) -> dict[str, Any]:
    file = sheet.file
    return {
        "@type": "cr:FileObject",
        "@id": file.name,
        "name": file.name,
        "description": file.holds,
        "contentUrl": file.name,
        "contentSize": f"{file.size} B",
        "encodingFormat": file.media_type,
        "sha256": file.sha256,
    }


def _record_set(sheet: Sheet) -> dict[str, Any]:
    table = sheet.table
    single = {r.columns[0]: r for r in table.references if len(r.columns) == 1}
    return {
        "@type": "cr:RecordSet",
        "@id": table.name,
        "name": table.name,
        "description": table.holds,
        "key": [{"@id": f"{table.name}/{name}"} for name in table.key],
        "field": [_field(column, sheet, single.get(column.name)) for column in table.columns],
    }


def _field(column: Column, sheet: Sheet, reference: Reference | None) -> dict[str, Any]:
    splits = sheet.splits(column)
    source = {
        "fileObject": {"@id": sheet.file.name},
        "extract": {"column": column.name},
        "transform": {"separator": SEPARATOR} if splits else {},
    }
    members = {
        "@type": "cr:Field",
        "@id": f"{sheet.table.name}/{column.name}",
        "name": column.name,
        "description": column.description,
        "dataType": _TYPES[column.datatype],
        "repeated": True if splits else None,
        "source": filled(source),
        "references": {"field": {"@id": _target(reference)}} if reference else {},
    }
    return filled(members)


def _target(reference: Reference) -> str:
    return f"{reference.table}/{reference.target[0]}"
