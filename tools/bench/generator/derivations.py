"""Derivations: dates that a source only implies, with the inputs that give them."""

from collections.abc import Mapping
from datetime import date, timedelta
from random import Random
from typing import Any, Final

from bench.generator.dates import is_day, is_plain

Json = dict[str, Any]
_SHOWA_BEGAN, _SHOWA_ENDED = 1926, 1989
_DATES: Final = ("/date", "/end")
_YEAR: Final = 4


def derive_some(rng: Random, entries: list[Json], published: Mapping[str, str]) -> None:
    """Add to one entry the derivation of a date that it claims, where one can give that date.

    `published` holds the date of publication of sources by slug.
    """
    for entry in rng.sample(entries, len(entries)):
        for address, text in entry["says"].items():
            if address.endswith(_DATES) and is_plain(text):
                found = _derivation(rng, text, published.get(entry["source"], ""))
                if found:
                    entry["derivation"] = {address: found}
                    return


def _derivation(rng: Random, text: str, published: str) -> Json | None:
    if is_day(text):
        if published == _after(text):
            origin = {"value": published, "ref": "source/published"}
            return {
                "rule": "relative-to-publication",
                "stated": _input(rng, "yesterday"),
                "published": origin,
            }
        stated = _input(rng, f"XXXX{text[_YEAR:]}")
        return {"rule": "context-year", "stated": stated, "year": _input(rng, text[:_YEAR])}
    return _of_year(rng, int(text)) if len(text) == _YEAR else None


def _of_year(rng: Random, year: int) -> Json:
    if _SHOWA_BEGAN < year < _SHOWA_ENDED and rng.random() < 1 / 2:
        of_era = _input(rng, str(year - _SHOWA_BEGAN + 1))
        return {"rule": "era-year", "year": of_era, "era": _input(rng, "showa")}
    ordinal = rng.choice((10, 20, 25, 30, 50))
    celebrated = _input(rng, str(year + ordinal))
    return {"rule": "anniversary", "ordinal": _input(rng, str(ordinal)), "celebrated": celebrated}


def _after(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()


def _input(rng: Random, value: str) -> Json:
    return {"value": value, "locator": {"paragraph": rng.randint(1, 30)}}
