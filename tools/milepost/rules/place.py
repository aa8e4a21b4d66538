"""A place of a schema: its order of keys with the plans of facts, links and dates."""

from typing import NamedTuple

from milepost.schema.engine import Schemas
from milepost.schema.key_order import Order
from milepost.schema.plan import Node
from milepost.schema.unfolded import ITEMS

_NOTHING = Node(None, {})
_UNORDERED = Order({}, {})


class Place(NamedTuple):
    """A place of a schema, as the order of keys and each of the plans has it.

    `keyed` are the lists below whose members have keys, with the natural key; `own` and `natural`
    are the names of the keys that the members here have.
    """

    order: Order
    facts: Node
    links: Node
    dates: Node
    keyed: tuple[tuple[str, str], ...] = ()
    own: str = ""
    natural: str = ""

    def below(self, name: str) -> "Place":
        """Return the place below, by property, ITEMS or VALUES."""
        plans = (self.facts, self.links, self.dates)
        facts, links, dates = [plan.below.get(name, _NOTHING) for plan in plans]
        order, natural = self.order.below.get(name, _UNORDERED), dict(self.keyed).get(name, "")
        own = "id" if name == "evidence" else "key"
        if name == ITEMS:
            own = self.own
        elif not natural:
            own = ""
        return Place(order, facts, links, dates, (), own, natural)

    @property
    def is_of_interest(self) -> bool:
        """Whether there is anything to look at, here or below."""
        plans = (self.facts, self.links, self.dates)
        return self.order.matters or any(plan.field or plan.below for plan in plans)


def record_of(schemas: Schemas, kind: str) -> Place:
    """Return the place of a whole record."""
    facts, links, dates = schemas.facts[kind], schemas.links[kind], schemas.dates[kind]
    return Place(schemas.orders[kind], facts, links, dates, tuple(schemas.keyed[kind]))
