"""Evidence for the values of a record: each is supported, and many told less exactly too."""

from collections.abc import Sequence
from random import Random
from typing import Any, Final

from bench.generator.dates import vaguer
from milepost.evidence.weighing import member_of
from milepost.schema.plan import Value

Json = dict[str, Any]

_ENTRIES: Final = (3, 4, 4, 5, 5, 6)
_LONGEST_TEXT: Final = 9_000


def entries(rng: Random, facts: Sequence[Value], report: str, works: Sequence[str]) -> list[Json]:
    """Return evidence entries by which all facts are supported; a report is the first to speak."""
    others = rng.choice(_ENTRIES) - bool(report)
    cited = [*([report] if report else ()), *rng.sample(works, others)]
    said: list[dict[str, str]] = [{} for _ in cited]
    for fact in _to_be_said(facts):
        _spread(rng, fact, said)
    spare = {facts[0].address: facts[0].text}
    pairs = zip(cited, said, strict=True)
    return [_entry(rng, source, says or dict(spare)) for source, says in pairs]


def _to_be_said(facts: Sequence[Value]) -> list[Value]:
    """Return the facts without the identities that a claim at another field attests."""
    attested = {member_of(fact.address) for fact in facts if not fact.field.identity}
    return [f for f in facts if not f.field.identity or member_of(f.address) not in attested]


def _spread(rng: Random, fact: Value, said: list[dict[str, str]]) -> None:
    """Let one entry say a fact, the first more often, and others say it again or less exactly."""
    first = 0 if rng.random() < 1 / 2 else rng.randrange(len(said))
    said[first][fact.address] = fact.text
    again = (0.6, 0.35) if fact.field.compare == "date" else (0.15, 0.0)
    for number, says in enumerate(said):
        if number == first or rng.random() > again[0]:
            continue
        less = vaguer(rng, fact.text) if rng.random() < again[1] else None
        says[fact.address] = less or fact.text


def _entry(rng: Random, source: str, says: dict[str, str]) -> Json:
    read = "relayed" if rng.random() < 1 / 8 else "first-hand"
    return {"source": source, "read": read, "locator": _locator(rng), "says": says}


def _locator(rng: Random) -> Json:
    if rng.random() < 1 / 3:
        return {"page": str(rng.randint(2, 480)), "section": f"§ {rng.randint(1, 20)}"}
    if rng.random() < 1 / 2:
        return {"paragraph": rng.randint(1, 30)}
    span = {
        "profile": "text-1",
        "start": rng.randrange(_LONGEST_TEXT),
        "length": rng.randint(30, 240),
        "sha256": rng.randbytes(32).hex(),
    }
    return {"paragraph": rng.randint(1, 30), "span": span}
