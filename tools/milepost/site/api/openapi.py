"""The description of the interface in OpenAPI 3.1, whose schemas are those of JSON Schema."""

from typing import Any

from milepost.derive.labels import text_in
from milepost.kinds import BY_NAME
from milepost.site.api.addresses import INDEX, OPENAPI, ROOT, STATUS, list_file
from milepost.site.api.shapes import SHAPES, record_shape
from milepost.site.machines.linked_data import licence_address
from milepost.site.page_names import PAGED, PLURALS, SINGULARS
from milepost.site.site import Site

Json = dict[str, Any]


def openapi(site: Site) -> Json:
    """Return the description; https://spec.openapis.org/oas/v3.1.1.html says what each part means.

    Without an address of the site it names no server: paths then count from where the site lies.
    """
    home = site.home
    meta = site.dataset.meta
    return {
        "openapi": "3.1.0",
        "info": {
            "title": text_in(meta["title"]),
            "summary": "Milestones between states as static JSON files, read only",
            "description": text_in(meta["description"]),
            "version": site.version,
            "license": {"name": meta["licence"], "url": licence_address(site)},
        },
        **({"servers": [{"url": home.address}]} if home else {}),
        "paths": _paths(),
        "components": {"schemas": _schemas()},
    }


def _paths() -> Json:
    paths = {
        f"/{INDEX}": _get("index", "What there is, and where", "index"),
        f"/{STATUS}": _get("status", "The levels that relationships held and hold", "status"),
        f"/{OPENAPI}": _get("openapi", "This description", "description"),
    }
    for kind in PAGED:
        one, many = SINGULARS[kind].lower(), PLURALS[kind].lower()
        paths[f"/{list_file(kind)}"] = _get(f"list-{many}", f"All {many}", "list")
        told = f"One {one} with what sources say of it and how to cite it"
        path = f"/{ROOT}/{BY_NAME[kind].folder}/{{id}}.json"
        paths[path] = _get(f"get-{one}", told, kind, _identifier(one))
    return paths


def _get(name: str, told: str, shape: str, *parameters: Json) -> Json:
    content = {"application/json": {"schema": {"$ref": f"#/components/schemas/{shape}"}}}
    responses: Json = {"200": {"description": told, "content": content}}
    if parameters:
        responses["404"] = {"description": "There is no record of this identifier"}
    about: Json = {"parameters": list(parameters)} if parameters else {}
    return {"get": {"operationId": name, "summary": told, **about, "responses": responses}}


def _identifier(kind: str) -> Json:
    return {
        "name": "id",
        "in": "path",
        "required": True,
        "description": f"The identifier of the {kind}, as its page and its record have it",
        "schema": {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"},
    }


def _schemas() -> Json:
    return {**SHAPES, **{kind: record_shape(kind) for kind in PAGED}}
