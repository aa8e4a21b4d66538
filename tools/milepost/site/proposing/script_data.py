"""What the scripts of the form know: the schemas, the records that can be named, the addresses."""

from collections.abc import Mapping
from typing import Any

from milepost.canonical import encode
from milepost.kinds import ACTING
from milepost.site.naming import label
from milepost.site.proposing.layout import GROUPS
from milepost.site.repository import Repository
from milepost.site.site import Site

_KINDS = (*ACTING, "source", "occasion", "relationship")
# What is said to people stands in the page already.
_PROSE = frozenset({"$comment", "title", "description", "examples"})


def script_data(site: Site) -> bytes:
    """Return a script that gives the other ones what they need to know."""
    return b"globalThis.milepost = globalThis.milepost ?? {};\nmilepost.data = %s;\n" % (
        encode(known(site)).rstrip()
    )


def known(site: Site) -> dict[str, Any]:
    """Return what the scripts know, as JSON."""
    documents = site.view.schemas.documents
    names = dict.fromkeys(("values", "evidence", *(group.kind for group in GROUPS)))
    types = site.view.terms.get("milestone-type", {})
    return {
        "documents": {name: _without_prose(documents[name]) for name in names},
        "known": {kind: _names(site, kind) for kind in _KINDS},
        "identifiers": list(site.dataset.of("milestone")),
        "actors": sorted(site.view.actors),
        "stagesOf": {name: list(term.get("stages", ())) for name, term in types.items()},
        "newFile": Repository.of(site).new_file,
    }


def _names(site: Site, kind: str) -> list[list[str]]:
    return [[record.id, label(record).text] for record in site.dataset.of(kind).values()]


def _without_prose(schema: Any) -> Any:
    """Return a schema without what only people read; a property may be called title, too."""
    if isinstance(schema, list):
        return [_without_prose(part) for part in schema]
    if not isinstance(schema, Mapping):
        return schema
    kept = {n: part for n, part in schema.items() if n not in _PROSE or isinstance(part, Mapping)}
    return {name: _without_prose(part) for name, part in kept.items()}
