"""The files of a generated dataset, laid out and spelt as those of the real one."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from bench.generator.cast import cast_of
from bench.generator.cast import records_of as records_of_cast
from bench.generator.library import shared_sources
from bench.generator.originals import originals
from bench.generator.parties import dyads, parties
from bench.generator.relationships import World, records_of
from milepost.canonical import encode
from milepost.derive.headline import headline_of
from milepost.kinds import BY_NAME
from milepost.reading.tree import Tree
from milepost.rules.identity import year_of
from milepost.schema.engine import Schemas
from milepost.schema.key_order import ordered

Json = dict[str, Any]


def dataset_files(
    milestones: int, seed: int, real: Tree, schemas: Schemas
) -> Iterator[tuple[str, bytes]]:
    """Yield path and bytes of each file of a dataset with so many milestones.

    The same number and seed give the same bytes. Vocabularies and the two real parties, with all
    that these rest on, are copied from the real dataset; everything else is invented.
    """
    yield from originals(real, schemas)
    counts = Counter[str]()
    for kind, body in _records(milestones, seed, schemas):
        counts[kind] += 1
        yield _path(kind, body), _file(schemas, kind, body)
    yield "dataset/dataset.json", _file(schemas, "dataset", _description(counts))


def _records(milestones: int, seed: int, schemas: Schemas) -> Iterator[tuple[str, Json]]:
    pairs = dyads(milestones)
    works = shared_sources()
    casts = {party: cast_of(party, number) for number, party in enumerate(parties(pairs))}
    for cast in casts.values():
        yield from records_of_cast(cast, works[0]["id"])
    yield from (("source", work) for work in works)
    world = World(seed, schemas.facts["milestone"], casts, works, pairs)
    for dyad in pairs:
        yield from records_of(dyad, world)


def _description(counts: Counter[str]) -> Json:
    return {
        "id": "generated",
        "title": {"en": "A generated dataset"},
        "description": {"en": f"{counts['milestone']} invented milestones."},
        "version": "0.1.0",
        "creator": {"en": "The generator"},
        "licence": "CC-BY-4.0",
        "keywords": ["generated"],
        "least": dict(counts),
    }


def _path(kind: str, body: Json) -> str:
    folder = BY_NAME[kind].folder
    if kind != "milestone":
        return f"dataset/{folder}/{body['id']}.json"
    year = year_of(headline_of(body) or {})
    return f"dataset/{folder}/{body['relationships'][0]}/{year}-{body['type']}.json"


def _file(schemas: Schemas, kind: str, body: Json) -> bytes:
    place = BY_NAME[kind]
    up = "../" * (1 + bool(place.folder) + place.nested)
    whole = {"$schema": f"{up}schema/v1/{kind}.schema.json", **body}
    return encode(ordered(schemas.orders[kind], whole))
