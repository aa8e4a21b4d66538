"""Sources: works on many relationships, works on one, and reports of a single milestone."""

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random
from typing import Any, Final

from bench.generator.dates import is_day
from bench.generator.parties import Dyad
from bench.generator.prose import LANGUAGES, slug, title, titles

Json = dict[str, Any]

SHARED: Final = 40
OF_EACH_DYAD: Final = 3
# Where such a source has a date at all, an example of an address that nobody can own.
_ADDRESS: Final = "https://www.example.org/"
_BOOKS: Final = ("scholarly-book", "reference-work", "dataset", "scholarly-article")
_PAGES: Final = ("government-web-page", "joint-document", "official-gazette")
_REPORTS: Final = ("news", "state-news-agency", "government-press-release")


def shared_sources() -> list[Json]:
    """Return the works that every relationship may cite; some are copied from others."""
    rng = _rng("many")
    found: list[Json] = []
    for number in range(SHARED):
        body = _source(rng, f"{slug(rng, 2)}-{number}", rng.choice(_BOOKS))
        body |= {"published": str(rng.randint(1990, 2024)), "published_basis": "printed"}
        body |= {"derived_from": [rng.choice(found)["id"]]} if number % 5 == 4 else {}  # noqa: PLR2004 -- each fifth is a copy
        found.append(body)
    return found


def sources_of(dyad: Dyad) -> list[Json]:
    """Return the works on one relationship, each published by one of the two parties."""
    rng = _rng(dyad.id)
    found = []
    for number in range(OF_EACH_DYAD):
        party = dyad.parties[number % 2]
        body = _source(rng, f"{dyad.id}-{slug(rng, 1)}-{number}", rng.choice(_PAGES))
        found.append({**body, "stake": [party]})
    return found


def report(rng: Random, dyad: Dyad, number: int, day: str) -> Json:
    """Return a report of a milestone, published the day after it where its day is known."""
    body = _source(
        rng, f"{dyad.id}-{day[:4].strip('[')}-{slug(rng, 1)}-{number}", _REPORTS[number % 3]
    )
    if is_day(day):
        after = date.fromisoformat(day) + timedelta(days=1)
        body |= {"published": after.isoformat(), "published_basis": "printed"}
    if number % 4 == 0:
        body |= {"stake": [dyad.parties[number // 4 % 2]]}
    return body


def slugs(sources: Sequence[Json]) -> list[str]:
    """Return the slugs of sources."""
    return [source["id"] for source in sources]


def _source(rng: Random, name: str, kind: str) -> Json:
    language = rng.choice(LANGUAGES)
    retrieved = f"2026-{rng.randint(1, 10):02}-{rng.randint(1, 28):02}"
    return {
        "id": name,
        "kind": kind,
        "title": {language: title(rng, language, 9)},
        "label": {"en": title(rng, "en", 7)},
        "publisher": titles(rng, 3),
        "language": language,
        "urls": [{"url": _ADDRESS + slug(rng, 4).replace("-", "/"), "retrieved": retrieved}],
        "snapshots": [{"media_type": "text/plain", "sha256": rng.randbytes(32).hex()}],
    }


def _rng(seed: str) -> Random:
    return Random(f"the sources of {seed}")  # noqa: S311 -- invented data is no secret
