"""The cast of a party: its record, and the people, places and organizations that its acts name."""

from dataclasses import dataclass
from random import Random
from typing import Any, Final

from bench.generator.parties import REAL
from bench.generator.prose import slug, titles

Json = dict[str, Any]

_PEOPLE, _CITIES, _VENUES = 6, 3, 2
OFFICES: Final = (
    "prime-minister",
    "foreign-minister",
    "ambassador",
    "minister",
    "defence-minister",
    "spokesperson",
)


@dataclass(frozen=True, slots=True)
class Cast:
    """Slugs of what belongs to a party; a person holds the office of the same position."""

    party: str
    people: tuple[str, ...]
    cities: tuple[str, ...]
    venues: tuple[str, ...]
    organization: str
    governments: tuple[str, ...]


def cast_of(party: str, number: int) -> Cast:
    """Return the cast of a party; slugs end in its code, so that no two parties share one."""
    rng = _rng(party)
    names = [f"{slug(rng, 2)}-{party}-{i}" for i in range(_PEOPLE + _CITIES + _VENUES + 1)]
    people, rest = names[:_PEOPLE], names[_PEOPLE:]
    # Two governments in every third party, as where a state was contested.
    several = party not in REAL and number % 3 == 0
    governments = tuple(f"{slug(rng, 1)}-{era}" for era in ("before", "after") if several)
    cities, venues = rest[:_CITIES], rest[_CITIES:-1]
    return Cast(party, tuple(people), tuple(cities), tuple(venues), rest[-1], governments)


def records_of(cast: Cast, source: str) -> list[tuple[str, Json]]:
    """Return kind and body of each record of a cast; a source attests its governments."""
    rng = _rng(f"records of {cast.party}")
    found = [("party", _party(rng, cast, source))] if cast.party not in REAL else []
    found += [("person", _person(rng, cast, name)) for name in cast.people]
    found += [("place", _place(rng, name, cast.party)) for name in cast.cities]
    within = zip(cast.venues, cast.cities, strict=False)
    found += [("place", _place(rng, name, city)) for name, city in within]
    home = {"party": cast.party, "place": cast.cities[0]}
    return [*found, ("organization", {"id": cast.organization, "name": titles(rng, 4), **home})]


def _person(rng: Random, cast: Cast, name: str) -> Json:
    return {"id": name, "name": titles(rng, 2), "party": cast.party}


def _place(rng: Random, name: str, within: str) -> Json:
    north, east = rng.randint(-6000, 6000) / 100, rng.randint(-17900, 17900) / 100
    point = {"latitude": north, "longitude": east}
    return {"id": name, "name": titles(rng, 1), "within": within, "point": point}


def _party(rng: Random, cast: Cast, source: str) -> Json:
    body: Json = {"id": cast.party, "name": titles(rng, 2)}
    if not cast.governments:
        return body
    before, after = cast.governments
    change = str(rng.randint(1950, 1990))
    entry = {
        "source": source,
        "read": "first-hand",
        "locator": {"page": str(rng.randint(2, 400))},
        "says": {f"/governments/{before}/to": change, f"/governments/{after}/from": change},
    }
    governments = [
        {"id": before, "name": titles(rng, 3), "to": change},
        {"id": after, "name": titles(rng, 3), "from": change},
    ]
    return {**body, "governments": governments, "evidence": [entry]}


def _rng(seed: str) -> Random:
    return Random(f"the cast of {seed}")  # noqa: S311 -- invented data is no secret
