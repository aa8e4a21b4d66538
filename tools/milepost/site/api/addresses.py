"""Where the files of the interface lie, and how one leads to another."""

from functools import cache
from posixpath import relpath

from milepost.kinds import BY_NAME
from milepost.site.site import Site

ROOT = "api/v1"
INDEX = f"{ROOT}/index.json"
STATUS = f"{ROOT}/status.json"
OPENAPI = f"{ROOT}/openapi.json"


def list_file(kind: str) -> str:
    """Return the file that lists all records of a kind."""
    return f"{ROOT}/{BY_NAME[kind].folder}.json"


def record_file(kind: str, identifier: str) -> str:
    """Return the file of a record."""
    return f"{ROOT}/{BY_NAME[kind].folder}/{identifier}.json"


def schema_file(name: str) -> str:
    """Return the file of a schema, at the path of its `$id`."""
    return schema_path(f"{name}.schema.json")


def schema_path(name: str) -> str:
    """Return where a schema file of a name lies."""
    return f"schema/v1/{name}"


def link(site: Site, here: str, there: str) -> str:
    """Return the address of a file: on the web if the site is there, else relative to another."""
    return site.home.file(there) or relative(here, there)


def relative(here: str, there: str) -> str:
    """Return the way from one file to another."""
    folder, _, name = there.rpartition("/")
    way = _way(here.rpartition("/")[0], folder or ".")
    return name if way == "." else f"{way}/{name}"


@cache
def _way(here: str, there: str) -> str:
    """Return the way from one folder to another."""
    return relpath(there, here)
