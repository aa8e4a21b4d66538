"""All repairs of a record together: from its bytes to its bytes, with what was done in words."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from milepost.kinds import kind_of
from milepost.repair.identifiers import Choice, following, repaired_ids
from milepost.repair.passages import Move, moved
from milepost.repair.spelling import Respelt, respelt
from milepost.schema.engine import Schemas


class File(NamedTuple):
    """A file with its bytes and the value that was read from them."""

    path: str
    raw: bytes
    value: Any


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be mended: which files wholly, identifiers by path, links, passages by path.

    In the other files links alone are mended, where they lead to what has a new identifier.
    """

    wanted: Collection[str]
    ids: Mapping[str, str] = field(default_factory=dict)
    renamed: Mapping[str, str] = field(default_factory=dict)
    moves: Mapping[str, Sequence[Move]] = field(default_factory=dict)


def planned(
    files: Sequence[File], wanted: Collection[str], moves: Sequence[Move], choice: Choice
) -> Plan:
    """Return the plan for some of the files, by the content of all of them."""
    bodies = {file.path: file.value for file in files if isinstance(file.value, dict)}
    found = repaired_ids(bodies, _published(bodies), choice)
    ids = {path: new for path, new in found.items() if path in wanted}
    old = {path: bodies[path].get("id") for path in ids if kind_of(path) == "milestone"}
    # Where two records have one identifier, nobody can say which of them a link means.
    shared = Counter(str(body.get("id")) for body in bodies.values())
    renamed = {name: ids[path] for path, name in old.items() if name and shared[name] == 1}
    by_path = {path: [move for move in moves if move.path == path] for path in wanted}
    return Plan(wanted, ids, renamed, by_path)


def repaired(schemas: Schemas, plan: Plan, file: File) -> Respelt | None:
    """Return the bytes that a record should have; None where they would lose a value."""
    order = schemas.orders[kind_of(file.path) or ""]
    untouched = Respelt(file.raw, ())
    whole = file.path in plan.wanted
    spelling = respelt(order, file.value, file.raw) if whole else untouched
    mended, done = _mended(plan, file.path, file.value)
    if spelling is None or not done:
        return spelling
    final = respelt(order, mended, file.raw)
    return Respelt(final.content, (*spelling.done, *done)) if final else None


def _mended(plan: Plan, path: str, value: Any) -> tuple[Any, list[str]]:
    done: list[str] = []
    if path in plan.ids:
        value = {**value, "id": plan.ids[path]}
        done.append(f"identifier {plan.ids[path]} given")
    followed = following(value, plan.renamed)
    if followed is not value:
        value = followed
        done.append("links follow a new identifier")
    for move in plan.moves.get(path, ()):
        value = moved(value, move)
        done.append(f"passage of {move.entry} found again in paragraph {move.paragraph}")
    return value, done


def _published(bodies: Mapping[str, Any]) -> set[str]:
    ledgers = (body for path, body in bodies.items() if kind_of(path) == "ledger")
    rows = (row for body in ledgers for row in body.get("records", ()))
    return {row["id"] for row in rows if isinstance(row, dict) and "id" in row}
