"""The values of a milestone: a scene is told with its stages, its actors and what was raised."""

from dataclasses import dataclass
from random import Random
from typing import Any

from bench.generator.cast import OFFICES, Cast
from bench.generator.dates import days_in, is_day, spelt
from bench.generator.identifiers import milestone_id
from bench.generator.plots import Scene
from bench.generator.prose import paragraph, paragraphs, titles

Json = dict[str, Any]
_ACTS_OF_TALKS = ("discussed", "support-reaffirmed", "asked", "thanked", "cooperation-announced")


@dataclass(frozen=True, slots=True)
class Setting:
    """Who and where: the relationships, the casts of the two parties, an occasion, and others."""

    relationships: tuple[str, ...]
    casts: tuple[Cast, Cast]
    occasion: str
    earlier: tuple[Scene, ...]


def told(rng: Random, scene: Scene, setting: Setting) -> Json:
    """Return the body of a milestone without its evidence."""
    act = scene.act
    hosts = rng.choice(setting.casts)
    body = {
        "id": milestone_id(scene.number),
        "relationships": list(setting.relationships),
        "type": act.type,
        "title": titles(rng, 7),
        "summary": paragraphs(rng, rng.randint(14, 42)),
        "stages": _stages(rng, scene, hosts),
        "actors": _actors(rng, scene, setting),
        "agenda": _agenda(rng, scene, setting),
        "effects": [dict(effect) for effect in scene.effects],
        "quantities": _quantities(rng, scene),
        "links": _links(rng, setting),
        "topics": list(act.topics[:2]),
    }
    body["translated"] = [language for language in body["title"] if language != "en"]
    if setting.occasion:
        body["occasion"] = setting.occasion
    if act.protocol:
        body["protocol"] = act.protocol
    if act.instrument:
        body["instrument"] = _instrument(rng, act.instrument)
    if rng.random() < 1 / 5:
        body["note"] = {"en": paragraph(rng, "en", 14)}
    return {name: value for name, value in body.items() if value}


def _stages(rng: Random, scene: Scene, hosts: Cast) -> list[Json]:
    names = scene.act.stages
    days = days_in(rng, scene.year, len(names))
    stages = []
    for name, day in zip(names, days, strict=True):
        stage = {"stage": name, "date": spelt(rng, day)}
        if name == names[-1]:
            stage |= _last(rng, scene, stage["date"], hosts)
        elif rng.random() < 1 / 4:
            stage["place"] = rng.choice(hosts.cities)
        stages.append(stage)
    return stages


def _last(rng: Random, scene: Scene, date: str, hosts: Cast) -> Json:
    lasted = scene.act.lasts and is_day(date)
    # Days go up to the 28th, and every month has that one.
    end = {"end": f"{date[:8]}{min(int(date[8:]) + rng.randint(1, 4), 28):02}"} if lasted else {}
    return {**end, "place": rng.choice(hosts.cities + hosts.venues), "headline": True}


def _actors(rng: Random, scene: Scene, setting: Setting) -> list[Json]:
    first, second, present = scene.act.roles
    actors: list[Json] = []
    for cast, role in zip(setting.casts, (first, second), strict=True):
        as_one = {"as": rng.choice(cast.governments)} if cast.governments else {}
        actors.append({"actor": cast.party, "side": cast.party, "role": role, **as_one})
    for cast in setting.casts:
        for number in sorted(rng.sample(range(len(OFFICES)), rng.choice((0, 1, 1, 2)))):
            person = {"actor": cast.people[number], "side": cast.party, "role": present}
            person |= {"office": OFFICES[number], "at": rng.choice(scene.act.stages)}
            actors.append(person)
    return actors


def _agenda(rng: Random, scene: Scene, setting: Setting) -> list[Json]:
    agenda: list[Json] = []
    for topic in scene.act.topics if len(scene.act.topics) > 1 else ():
        speaking, listening = rng.sample(setting.casts, 2)
        point = {"topic": topic, "act": rng.choice(_ACTS_OF_TALKS), "by": [speaking.people[0]]}
        agenda.append({**point, **({"to": [listening.party]} if rng.random() < 1 / 2 else {})})
    return agenda


def _instrument(rng: Random, kind: str) -> Json:
    number = {"number": f"No. {rng.randint(1, 9999)}"} if rng.random() < 1 / 3 else {}
    return {"kind": kind, "name": titles(rng, 5), **number}


def _quantities(rng: Random, scene: Scene) -> list[Json]:
    if scene.act.quantity is None:
        return []
    kind, unit = scene.act.quantity
    money = f"{rng.randint(10, 999) / 10}E{rng.choice((6, 8, 9))}"
    number = money if unit.isupper() else str(rng.randint(2, 900))
    return [{"kind": kind, "value": f"{number} {unit}".strip()}]


def _links(rng: Random, setting: Setting) -> list[Json]:
    if not setting.earlier or rng.random() < 1 / 3:
        return []
    relation = rng.choice(("follows-up", "based-on", "related"))
    return [{"relation": relation, "target": milestone_id(rng.choice(setting.earlier).number)}]
