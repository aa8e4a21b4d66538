"""Resolutions: what the groups at one address settle, and what they would have to."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from milepost.addresses import parent
from milepost.evidence.weighing import Weight
from milepost.model import Body

Group = Mapping[str, Any]


class Settlement(NamedTuple):
    """A group with its address and its position there."""

    address: str
    position: int
    group: Group

    @property
    def over(self) -> frozenset[str]:
        """The names of the entries that the group settles."""
        return frozenset(self.group["over"])

    @property
    def outcome(self) -> str:
        """rejected, open, not-published, or read-as for a group with `to`."""
        if "to" in self.group:
            return "read-as"
        return str(self.group.get("outcome", "rejected"))


def settlements(body: Body) -> Iterator[Settlement]:
    """Yield every group of a record."""
    for address, groups in body.get("resolutions", {}).items():
        for position, group in enumerate(groups):
            yield Settlement(address, position, group)


def settlements_at(body: Body, address: str) -> list[Settlement]:
    """Return the groups at one address."""
    groups = body.get("resolutions", {}).get(address, ())
    return [Settlement(address, position, group) for position, group in enumerate(groups)]


def settled(groups: Sequence[Settlement], outcome: str) -> frozenset[str]:
    """Return the names of all entries that groups of this outcome settle."""
    return frozenset().union(*(group.over for group in groups if group.outcome == outcome))


def is_unpublished(body: Body, address: str, entry: str) -> bool:
    """Return whether a claim at an address is settled as one that the record has no home for."""
    near = (*settlements_at(body, address), *settlements_at(body, parent(address)))
    return any(group.outcome == "not-published" and entry in group.over for group in near)


def left_to_settle(weight: Weight, groups: Sequence[Settlement]) -> frozenset[str]:
    """Return the entries that dispute the value or each other and are neither rejected nor open.

    Two that dispute each other and not the value, which contains them both, can only be left open.
    Those that are wrongly settled as not published are DSP-006's to report.
    """
    against = frozenset(weight.named("disputes"))
    undecided = (pair for pair in weight.pairs if not against & set(pair))
    among_each_other = frozenset(name for pair in undecided for name in pair)
    rejected = against & settled(groups, "rejected")
    otherwise = settled(groups, "open") | settled(groups, "not-published")
    return (against | among_each_other) - rejected - otherwise
