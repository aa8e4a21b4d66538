"""Passages whose words stand elsewhere in the text now: their place is mended, never their hash."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from milepost.evidence.verification import Verified


class Move(NamedTuple):
    """A passage and its place in the text as it is now."""

    path: str
    entry: str
    position: int
    start: int
    paragraph: int | None


def moves(results: Iterable[Verified]) -> list[Move]:
    """Return the passages that stand at one other place, or in another paragraph than is named."""
    found: list[Move] = []
    for result in results:
        passage, now = result.passage, result.found
        if now and now.start is not None and result.state in {"moved", "misplaced"}:
            position = int(passage.at[1])
            path, entry = passage.record.path, passage.entry
            found.append(Move(path, entry, position, now.start, now.paragraph))
    return found


def moved(body: Any, move: Move) -> dict[str, Any]:
    """Return a sound record with one passage at its new place."""
    evidence = list(body["evidence"])
    entry = evidence[move.position]
    locator = {**entry["locator"], "span": {**entry["locator"]["span"], "start": move.start}}
    if "paragraph" in locator:
        locator["paragraph"] = move.paragraph
    evidence[move.position] = {**entry, "locator": locator}
    return {**body, "evidence": evidence}
