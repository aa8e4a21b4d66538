"""The shapes of the answers in JSON Schema, built on the schemas of the records themselves."""

from typing import Any

from milepost.site.api.addresses import OPENAPI, relative, schema_file
from milepost.site.page_names import PAGED

Json = dict[str, Any]

_TEXT: Json = {"type": "string"}
_TEXTS: Json = {"type": "object", "additionalProperties": _TEXT}
_LINK: Json = {"type": "string", "format": "uri-reference"}
_EDITION: Json = {"version": _TEXT, "as_of": {"type": "string", "format": "date"}}
_CITATION: Json = {"$ref": "#/components/schemas/citation"}
_RELEASE = relative(OPENAPI, schema_file("release"))
_STATEMENTS: Json = {"type": "array", "items": {"$ref": f"{_RELEASE}#/$defs/statement"}}
_LEVELS: Json = {"type": "array", "items": {"$ref": f"{_RELEASE}#/$defs/level"}}


def _closed(properties: Json, optional: tuple[str, ...] = ()) -> Json:
    """Return the shape of an object that has these members and no other."""
    return {
        "type": "object",
        "properties": properties,
        "required": [name for name in properties if name not in optional],
        "additionalProperties": False,
    }


def record_shape(kind: str) -> Json:
    """Return the shape of the answer for a record of a kind: the record, or what became of it."""
    live = _closed(
        {
            **_EDITION,
            "kind": {"const": kind},
            "id": _TEXT,
            "record": {"$ref": relative(OPENAPI, schema_file(kind))},
            "statements": _STATEMENTS,
            "status": _LEVELS,
            "related": {"type": "array", "items": _RELATED},
            "swhid": _TEXT,
            "citation": _CITATION,
            "links": _closed({"self": _LINK, "page": _LINK, "list": _LINK, "schema": _LINK}),
        }
    )
    return {"oneOf": [live, {"$ref": "#/components/schemas/gone"}]}


_RELATED = _closed(
    {
        "relation": _TEXT,
        "target": _TEXT,
        "direction": {"enum": ["from-here", "to-here"]},
        "note": _TEXTS,
    },
    optional=("note",),
)
_BRIEF = _closed(
    {
        "id": _TEXT,
        "title": _TEXTS,
        "type": _TEXT,
        "relationships": {"type": "array", "items": _TEXT},
        "date": {"type": "string", "description": "The date of the headline stage in EDTF"},
        "links": _closed({"self": _LINK, "page": _LINK}),
    },
    optional=("type", "relationships", "date"),
)
_OPEN = _closed({"level": _LEVELS["items"], "certainty": {"enum": ["certain", "possible"]}})
SHAPES: Json = {
    "index": _closed(
        {
            "name": _TEXT,
            "title": _TEXTS,
            "description": _TEXTS,
            **_EDITION,
            "licence": _TEXT,
            "swhid": _TEXT,
            "citation": _CITATION,
            "counts": _closed({kind: {"type": "integer", "minimum": 0} for kind in PAGED}),
            "links": _closed(
                {
                    "lists": _closed(dict.fromkeys(PAGED, _LINK)),
                    "status": _LINK,
                    "openapi": _LINK,
                    "home": _LINK,
                }
            ),
        }
    ),
    "list": _closed(
        {**_EDITION, "kind": {"enum": list(PAGED)}, "records": {"type": "array", "items": _BRIEF}}
    ),
    "status": _closed({**_EDITION, "open": {"type": "array", "items": _OPEN}, "levels": _LEVELS}),
    "gone": _closed(
        {
            **_EDITION,
            "kind": {"enum": list(PAGED)},
            "id": _TEXT,
            "gone": {"$ref": relative(OPENAPI, schema_file("tombstone"))},
            "links": _closed(
                {
                    "self": _LINK,
                    "page": _LINK,
                    "targets": {"type": "array", "items": _LINK},
                    "schema": _LINK,
                }
            ),
        }
    ),
    "citation": _closed(dict.fromkeys(("text", "apa", "bibtex", "ris"), _TEXT)),
    "description": {"type": "object"},
}
