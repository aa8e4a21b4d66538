"""The one order of keys: the schema's properties in turn; languages en, ja, km, then the others."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from milepost.frozen import Frozen
from milepost.model import Path
from milepost.schema.unfolded import ITEMS, VALUES, Unfolded

LANGUAGES = {"en": 0, "ja": 1, "km": 2}


class Order(Frozen):
    """The order of one object: its keys with their positions, and the orders of what is in it."""

    __slots__ = ("below", "languages", "rank")
    rank: Mapping[str, int]
    below: Mapping[str, "Order"]
    languages: bool

    def __init__(
        self, rank: Mapping[str, int], below: Mapping[str, "Order"], *, languages: bool = False
    ) -> None:
        """Hold the positions of keys, and what is in order below."""
        self._set(rank=rank, below=below, languages=languages)

    @property
    def matters(self) -> bool:
        """Whether there are keys to be in order, here or below."""
        below = self.below.values()
        return bool(self.rank) or self.languages or any(order.matters for order in below)


def order_of(place: Unfolded) -> Order:
    """Return the order of keys in records of a kind."""
    return _order(place, {})


def _order(place: Unfolded, made: dict[Unfolded, Order]) -> Order:
    # A derivation may hold another, so one Order a place closes the circle.
    if place not in made:
        schema = place.keywords
        ranks = {name: position for position, name in enumerate(schema.get("properties", ()))}
        below: dict[str, Order] = {}
        made[place] = Order(ranks, below, languages=schema.get("x-order") == "languages")
        below.update({name: _order(inner, made) for name, inner in place.below.items()})
    return made[place]


def misplaced(order: Order, body: Any, at: Path = ()) -> Iterator[tuple[Path, str]]:
    """Yield the place of each first key of an object that stands too late, and what it follows."""
    if isinstance(body, list):
        inner = order.below.get(ITEMS)
        for position, member in enumerate(body if inner and inner.below else ()):
            yield from misplaced(order.below[ITEMS], member, (*at, position))
    elif isinstance(body, dict):
        wrong = _wrong(order, tuple(body))
        if wrong:
            yield (*at, wrong[0]), wrong[1]
        for name, member in body.items():
            inner = order.below.get(name) or order.below.get(VALUES)
            if inner and isinstance(member, dict | list):
                yield from misplaced(inner, member, (*at, name))


def ordered(order: Order | None, body: Any) -> Any:
    """Return a value with every object's keys in order; unknown keys come last, as they stood."""
    if order is None:
        return body
    if isinstance(body, list):
        return [ordered(order.below.get(ITEMS), member) for member in body]
    if not isinstance(body, dict):
        return body
    below = order.below
    return {
        name: ordered(below.get(name) or below.get(VALUES), body[name])
        for name in _sorted(order, tuple(body))
    }


def is_sorted(order: Order, names: tuple[str, ...]) -> bool:
    """Return whether the keys of an object stand in its order."""
    return names == _sorted(order, names)


@lru_cache(maxsize=4096)
def _wrong(order: Order, names: tuple[str, ...]) -> tuple[str, str] | None:
    wanted = _sorted(order, names)
    pairs = zip(names, wanted, strict=True)
    return next(((right, name) for name, right in pairs if name != right), None)


@lru_cache(maxsize=4096)
def _sorted(order: Order, names: tuple[str, ...]) -> tuple[str, ...]:
    if order.languages:
        return tuple(sorted(names, key=lambda name: (LANGUAGES.get(name, len(LANGUAGES)), name)))
    last = len(order.rank)
    return tuple(sorted(names, key=lambda name: order.rank.get(name, last)))
