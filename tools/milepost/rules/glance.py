"""Whether a record is plain, told at a glance, so that the rules on what is odd need not look.

A record is plain when its keys are in order, all that it names is there and may be published, and
its dates can be read, the factual ones as one instant. Records have few shapes: what is to be
looked at in an object is worked out once for each set of keys, and is then one look-up a value.
"""

from collections.abc import Callable, Container
from typing import Any, NamedTuple

from milepost.schema.engine import PerKind, Schemas
from milepost.schema.key_order import Order, is_sorted
from milepost.schema.plan import ITEMS, VALUES, Field, Node

Check = Callable[[Any], bool]
_NOTHING = Node(None, {})
_UNORDERED = Order({}, {})


class Allowed(NamedTuple):
    """What may stand at a place: the texts known to be good, and a question for any other."""

    texts: Container[str]
    ask: Check


def readable(read: Callable[[str], object]) -> Allowed:
    """Return all texts that a function can read, which is to raise ValueError for any other."""
    good: set[str] = set()

    def ask(text: str) -> bool:
        try:
            read(text)
        except ValueError:
            return False
        good.add(text)
        return True

    return Allowed(good, ask)


class Place(NamedTuple):
    """A place of a schema, as the order of keys and each of the plans has it."""

    order: Order
    facts: Node
    links: Node
    dates: Node

    def below(self, name: str) -> "Place":
        """Return the place below, by property, ITEMS or VALUES."""
        order, *plans = self
        inner = (plan.below.get(name, _NOTHING) for plan in plans)
        return Place(order.below.get(name, _UNORDERED), *inner)

    @property
    def is_of_interest(self) -> bool:
        """Whether there is anything to look at, here or below."""
        return self.order.matters or any(plan.field or plan.below for plan in self[1:])


def _record(schemas: Schemas, kind: str) -> Place:
    """Return the place of a whole record."""
    return Place(
        schemas.orders[kind], schemas.facts[kind], schemas.links[kind], schemas.dates[kind]
    )


class Part(NamedTuple):
    """What is to be looked at in one property: a text that is to be allowed, or what is inside."""

    name: str
    allowed: Allowed | None
    inside: Check | None


class Shape(NamedTuple):
    """What is to be looked at in an object whose keys are in order."""

    texts: list[tuple[str, Container[str], Check]]
    inside: list[tuple[str, Check]]


class Glance:
    """The look at records of all kinds; `names` gives what may stand where a field names things."""

    def __init__(
        self, schemas: Schemas, names: Callable[[Field], Allowed], dates: Allowed, instants: Allowed
    ) -> None:
        self._names, self._dates, self._instants = names, dates, instants
        self._checks: dict[Place, Check] = {}
        self._parts: dict[tuple[Place, str], Part] = {}
        self.is_plain = PerKind(lambda kind: self._check(_record(schemas, kind)))

    def _check(self, place: Place) -> Check:
        """Return what looks at a place; a schema may lead back to itself, so each is made once."""
        if place not in self._checks:
            self._checks[place] = self._made(place)
        return self._checks[place]

    def _made(self, place: Place) -> Check:
        allowed, below = self._allowed(place), place.order.below
        if allowed:
            return lambda value: value in allowed.texts or allowed.ask(value)
        if ITEMS in below:
            return _of_all(self._check(place.below(ITEMS)))
        if VALUES in below and not place.order.languages:
            of_all = _of_all(self._check(place.below(VALUES)))
            return lambda value: of_all(value.values())
        return self._of_object(place)

    def _allowed(self, place: Place) -> Allowed | None:
        fact, link = place.facts.field, place.links.field
        if fact and fact.compare == "date":
            return self._instants
        if place.dates.field:
            return self._dates
        return self._names(link) if link else None

    def _of_object(self, place: Place) -> Check:
        shapes: dict[tuple[str, ...], Shape] = {}

        def check(value: Any) -> bool:
            keys = tuple(value)
            shape = shapes.get(keys)
            if shape is None:
                if not is_sorted(place.order, keys):
                    return False
                shape = shapes[keys] = self._shape(place, keys)
            for name, texts, ask in shape.texts:
                if value[name] not in texts and not ask(value[name]):
                    return False
            for name, inside in shape.inside:  # noqa: SIM110 -- all() would double the time
                if not inside(value[name]):
                    return False
            return True

        return check

    def _shape(self, place: Place, keys: tuple[str, ...]) -> Shape:
        parts = [self._part(place, name) for name in keys]
        texts = [(part.name, *part.allowed) for part in parts if part.allowed]
        return Shape(texts, [(part.name, part.inside) for part in parts if part.inside])

    def _part(self, place: Place, name: str) -> Part:
        if (place, name) not in self._parts:
            below = place.below(name)
            allowed = self._allowed(below)
            inside = below.is_of_interest and not allowed
            self._parts[place, name] = Part(name, allowed, self._check(below) if inside else None)
        return self._parts[place, name]


def _of_all(check: Check) -> Check:
    def check_all(values: Any) -> bool:
        for value in values:  # noqa: SIM110 -- all() would double the time
            if not check(value):
                return False
        return True

    return check_all
