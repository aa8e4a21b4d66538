"""What is copied of the real dataset: vocabularies, editors, two parties and what they name."""

from collections.abc import Iterator
from typing import Any, Final

import orjson

from bench.generator.parties import REAL
from milepost.kinds import kind_of
from milepost.reading.flaw import Flaw
from milepost.reading.tree import Tree
from milepost.schema.engine import Schemas
from milepost.schema.plan import values_of

Json = dict[str, Any]
Name = tuple[str, str]
_ALL_OF: Final = ("editors", "vocabulary")


def originals(real: Tree, schemas: Schemas) -> Iterator[tuple[str, bytes]]:
    """Yield path and bytes of the files that a generated dataset copies from the real one."""
    files = {path: raw for path, raw in real.files() if not isinstance(raw, Flaw)}
    named = {_name(path): path for path in files}
    waiting = [name for name in named if name[0] in _ALL_OF]
    waiting += [("party", party) for party in REAL]
    taken: dict[str, None] = {}
    while waiting:
        path = named.get(waiting.pop())
        if path is None or path in taken:
            continue
        taken[path] = None
        waiting += _names_in(schemas, str(kind_of(path)), orjson.loads(files[path]))
    for path in sorted(taken):
        yield path, files[path]


def _name(path: str) -> Name:
    return str(kind_of(path)), path.rpartition("/")[2].removesuffix(".json")


def _names_in(schemas: Schemas, kind: str, body: Json) -> list[Name]:
    """Return kind and identifier of all that a record may name, whether it is there or not."""
    links = values_of(schemas.links[kind], body)
    return [(kind, value.text) for value in links for kind in value.field.references]
