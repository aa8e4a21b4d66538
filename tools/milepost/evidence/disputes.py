"""Disputes of a record: the addresses at which sources cannot all be right, settled or open."""

from milepost.evidence.resolutions import settlements
from milepost.model import Record
from milepost.rules.view import View


def disputed(record: Record, view: View) -> list[str]:
    """Return the disputed addresses, in the order of the schema.

    A claim that the editors read as another stage of the record disputes the value at the address
    that it was settled at, and so counts there.
    """
    read_as = {group.address for group in settlements(record.body) if group.outcome == "read-as"}
    weights = view.weighing(record).weights
    return [a for a, weight in weights.items() if weight.is_disputed or a in read_as]


def left_open(record: Record, view: View) -> list[str]:
    """Return the disputed addresses at which the dispute is left open."""
    still = {group.address for group in settlements(record.body) if group.outcome == "open"}
    return [address for address in disputed(record, view) if address in still] if still else []
