"""Statements: every claim of a record with how it stands, how it was settled and its rank."""

from collections.abc import Iterable, Iterator, Mapping
from sys import intern
from typing import Any, Literal, NamedTuple

from milepost.addresses import parent
from milepost.evidence.resolutions import Settlement, settlements, settlements_at
from milepost.evidence.weighing import Claim, Weighing, Weight
from milepost.model import Body, Record
from milepost.rules.view import View

Standing = Literal["supports", "coarser", "disputes", "not-published"]
Rank = Literal["preferred", "normal", "deprecated"]


class Statement(NamedTuple):
    """A claim in its record: who says what at which address, and what became of it.

    `published` is the value that the record publishes at the address, empty where it has none.
    `settlement` is the group that settled the claim, with its rule and rationale, where one did.
    A claim that is read as another stage occurs twice: at its own address, and with the standing
    `disputes` at the address that it was settled at.
    """

    record: Record
    address: str
    published: str
    value: str
    entry: Body
    entry_name: str
    standing: Standing
    rank: Rank
    settlement: Settlement | None = None

    @property
    def source(self) -> str:
        """The slug of the source."""
        return str(self.entry["source"])

    @property
    def speaker(self) -> Mapping[str, Any]:
        """Who speaks within the source; empty where it is the source's own voice."""
        return dict(self.entry.get("speaker", {}))

    @property
    def derivation(self) -> Mapping[str, Any]:
        """How the value was derived; empty where the source prints it."""
        derivation: Mapping[str, Any] = self.entry.get("derivation", {}).get(self.address, {})
        return derivation

    @property
    def rule(self) -> str:
        """The rule by which the claim was settled; empty where nothing had to be."""
        return str(self.settlement.group["rule"]) if self.settlement else ""

    @property
    def outcome(self) -> str:
        """rejected, open, read-as or not-published; empty where nothing had to be settled."""
        return self.settlement.outcome if self.settlement else ""


def statements_below(record: Record, view: View, address: str) -> list[Statement]:
    """Return the statements of a record about what lies below an address, as `statements` does."""
    if "resolutions" in record.body:
        return [s for s in statements(record, view) if s.address.startswith(f"{address}/")]
    weighing = view.weighing(record)
    below = [a for a in weighing.said if a.startswith(f"{address}/")]
    return [s for a in below for s in _said_at(record, weighing, a)]


def statements(record: Record, view: View) -> list[Statement]:
    """Return every statement of a record, address by address in the order of the schema."""
    weighing = view.weighing(record)
    if "resolutions" not in record.body:
        return [s for address in weighing.said for s in _said_at(record, weighing, address)]
    weights = weighing.weights
    found = [s for weight in weights.values() for s in _at(record, weight)]
    found.extend(_read_elsewhere(record, weights))
    order = {address: position for position, address in enumerate(weights)}
    entries = {id(entry): position for position, entry in enumerate(record.body["evidence"])}
    return sorted(found, key=lambda s: (order[s.address], entries[id(s.entry)]))


def _said_at(record: Record, weighing: Weighing, address: str) -> Iterable[Statement]:
    """Return what is said at an address where nothing had to be settled."""
    agreed = weighing.agreed(address)
    if not agreed:
        weight = weighing.at(address)
        return _at(record, weight) if weight else []
    return [
        Statement(
            record,
            intern(address),
            claim.text,
            claim.text,
            record.body["evidence"][claim.position],
            intern(claim.entry),
            "supports",
            "normal",
        )
        for claim in agreed
    ]


def _at(record: Record, weight: Weight) -> Iterator[Statement]:
    groups: list[Settlement] = []
    near: list[Settlement] = []
    is_disputed = weight.is_disputed
    if "resolutions" in record.body:
        groups = settlements_at(record.body, weight.address)
        near = [*groups, *settlements_at(record.body, parent(weight.address))]
    for weighed in weight.claims:
        if weighed.relation == "unreadable":
            continue
        standing: Standing = (
            "not-published" if weighed.relation == "elsewhere" else weighed.relation
        )
        around = near if standing == "not-published" else groups
        settled = _settling(around, weighed.claim.entry) if around else None
        rank = _rank(standing, settled, disputed=is_disputed)
        yield _statement(record, weight, weighed.claim, standing, rank, settled)


def _statement(  # noqa: PLR0913, PLR0917 -- one argument a column
    record: Record,
    weight: Weight,
    claim: Claim,
    standing: Standing,
    rank: Rank,
    settled: Settlement | None,
) -> Statement:
    published = weight.value.text if weight.value else ""
    entry = record.body["evidence"][claim.position]
    # Statements are kept by the hundred thousand, and few of their addresses and entries differ.
    address, name = intern(weight.address), intern(claim.entry)
    return Statement(record, address, published, claim.text, entry, name, standing, rank, settled)


def _settling(groups: Any, entry: str) -> Settlement | None:
    return next((g for g in groups if entry in g.over and g.outcome != "read-as"), None)


def _rank(standing: Standing, settled: Settlement | None, *, disputed: bool) -> Rank:
    """Return the rank: rejected claims are deprecated, the ones they lost against preferred."""
    if standing == "not-published":
        return "deprecated"
    if standing == "disputes":
        return "normal" if settled and settled.outcome == "open" else "deprecated"
    is_open = settled is not None and settled.outcome == "open"
    return "preferred" if disputed and standing == "supports" and not is_open else "normal"


def _read_elsewhere(record: Record, weights: Mapping[str, Weight]) -> Iterator[Statement]:
    for group in settlements(record.body):
        if group.outcome != "read-as":
            continue
        here, there = weights[group.address], weights[group.group["to"]]
        for weighed in there.claims:
            if weighed.claim.entry in group.over:
                yield _statement(record, here, weighed.claim, "disputes", "deprecated", group)
