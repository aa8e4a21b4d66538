"""A relationship in full: its record, its milestones with evidence, and what only they name."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any, Final

from bench.generator.cast import Cast
from bench.generator.derivations import derive_some
from bench.generator.disputes import Draft, dispute
from bench.generator.evidence import entries
from bench.generator.library import report, slugs, sources_of
from bench.generator.milestones import Setting, told
from bench.generator.parties import Dyad
from bench.generator.plots import Scene, plot
from bench.generator.prose import paragraphs, slug, titles
from milepost.derive.headline import headline_of
from milepost.schema.plan import Node, values_of

Json = dict[str, Any]
Records = Iterator[tuple[str, Json]]

_DISPUTED: Final = 0.165
_DERIVED: Final = 0.6


@dataclass(frozen=True, slots=True)
class World:
    """What all relationships share: the seed, the plan of the facts, casts, works, the pairs."""

    seed: int
    facts: Node
    casts: Mapping[str, Cast]
    works: Sequence[Json]
    dyads: Sequence[Dyad]

    def after(self, dyad: Dyad) -> Dyad:
        """Return the next relationship, with which some shares a conference, or itself if last."""
        return self.dyads[min(dyad.number + 1, len(self.dyads) - 1)]


def records_of(dyad: Dyad, world: World) -> Records:
    """Yield kind and body of each record that belongs to a relationship."""
    rng = Random(f"{world.seed} {dyad.id}")  # noqa: S311 -- invented data is no secret
    shares = dyad.number % 2 == 0 and world.after(dyad) is not dyad
    scenes = plot(rng, dyad, shares=shares)
    own = sources_of(dyad)
    yield from (("source", source) for source in own)
    yield "relationship", _relationship(rng, dyad, scenes)
    works = [*own, *rng.sample(world.works, 8)]
    for scene in scenes:
        yield from _milestone(rng, dyad, world, scene, scenes, works)


def _relationship(rng: Random, dyad: Dyad, scenes: Sequence[Scene]) -> Json:
    statement = {
        "key": "all-years",
        "types": sorted({scene.act.type for scene in scenes}),
        "from": str(scenes[0].year),
        "to": str(scenes[-1].year),
        "completeness": "partial",
        "method": paragraphs(rng, 20),
        "as_of": "2026-10-01",
    }
    name = titles(rng, 2)
    return {"id": dyad.id, "parties": list(dyad.parties), "name": name, "coverage": [statement]}


def _milestone(  # noqa: PLR0913, PLR0917 -- what a scene is told with
    rng: Random,
    dyad: Dyad,
    world: World,
    scene: Scene,
    scenes: Sequence[Scene],
    works: Sequence[Json],
) -> Records:
    shared = (world.after(dyad).id,) if scene.is_shared else ()
    occasion = f"{dyad.id}-{slug(rng, 1)}-{scene.year}" if scene.is_shared else ""
    one, other = (world.casts[party] for party in dyad.parties)
    earlier = tuple(scenes[: scene.number - dyad.first])
    body = told(rng, scene, Setting((dyad.id, *shared), (one, other), occasion, earlier))
    headline = headline_of(body) or {}
    if occasion:
        yield "occasion", _occasion(rng, occasion, dict(headline), works)
    reports = [report(rng, dyad, scene.number, headline["date"])]
    yield from (("source", one) for one in reports)
    yield "milestone", _with_evidence(rng, body, world, reports, works)


def _with_evidence(
    rng: Random, body: Json, world: World, reports: Sequence[Json], works: Sequence[Json]
) -> Json:
    facts = values_of(world.facts, body)
    evidence = entries(rng, facts, "".join(slugs(reports)), slugs(works))
    if rng.random() < _DISPUTED:
        resolutions = dispute(rng, Draft(body, evidence, _elsewhere(world, body)))
        body["resolutions"] = resolutions
    if rng.random() < _DERIVED:
        published = {source["id"]: source.get("published", "") for source in (*reports, *works)}
        derive_some(rng, evidence, published)
    return {**body, "evidence": evidence}


def _elsewhere(world: World, body: Json) -> str:
    """Return a city of a party that has no part in a milestone, or nothing where all have."""
    there = body["relationships"][0].split("-")
    strange = (cast.cities[0] for party, cast in world.casts.items() if party not in there)
    return next(strange, "")


def _occasion(rng: Random, name: str, headline: Json, works: Sequence[Json]) -> Json:
    told_there = {field: headline[field] for field in ("date", "place")}
    entry = {
        "source": rng.choice(works)["id"],
        "read": "first-hand",
        "locator": {"page": str(rng.randint(2, 90))},
        "says": {f"/{field}": text for field, text in told_there.items()},
    }
    return {"id": name, "name": titles(rng, 5), **told_there, "evidence": [entry]}
