"""One look at a record for all rules: what is odd in it, and the values that are to be weighed.

Nothing is odd where keys are in order, all that is named is there and may be published, languages
are such, and dates can be read, the factual ones as one instant. Records have few shapes: what is
to be looked at in an object is worked out once for each set of keys, and is then one look-up a
value.
"""

from collections.abc import Callable, Container, Sequence
from typing import Any, NamedTuple

from milepost.addresses import escaped
from milepost.language_tags import is_language
from milepost.on_demand import OnDemand
from milepost.rules.place import Place, record_of
from milepost.schema.engine import Schemas
from milepost.schema.key_order import is_sorted
from milepost.schema.plan import Facts, Field, name_of
from milepost.schema.unfolded import ITEMS, VALUES

# What a look may find: a key, name or date that is not plain; a member of a list with a key of its
# own, or one that has the name of another member; a date at which something ended; and, at whatever
# depth, properties that few records have.
ODD, KEYED, ENDED = "something odd", "a key of its own", "an end"
RARE = frozenset({"as", "derivation", "quantities", "ref", "resolutions"})
_ENDS = ("end", "to")
# The property that holds a language; maps of texts by language have it as their keys.
LANGUAGE = "language"


class Look(Facts):
    """What was seen: the factual values, and what rules may need."""

    __slots__ = ("marks",)

    def __init__(self) -> None:
        """Begin with nothing seen."""
        super().__init__()
        self.marks: set[str] = set()


Check = Callable[[Any, str, Look], None]


class Allowed(NamedTuple):
    """What may stand at a place: the texts known to be good, and a question for any other."""

    texts: Container[str]
    ask: Callable[[str], bool]


ANYTHING = Allowed((), lambda _: True)


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


_LANGUAGES = Allowed((), is_language)


class Part(NamedTuple):
    """What is to be known of a property, in whatever objects it stands: worked out once a place.

    `step` is what an address goes on with, such as /date; `inside` looks at what the value holds.
    """

    name: str
    step: str
    fact: Field | None
    allowed: Allowed | None
    inside: Check | None
    leads_to_facts: bool
    is_end: bool


class Shape(NamedTuple):
    """What is to be looked at in an object with certain keys.

    A fact comes with what its address goes on with, such as /date, and whether it is implied by
    others of its object.
    """

    marks: frozenset[str]
    texts: list[tuple[str, Container[str], Callable[[str], bool]]]
    facts: list[tuple[str, str, bool, Container[str], Callable[[str], bool]]]
    inside: list[tuple[str, str, Check]]


_PLAIN = Shape(frozenset(), [], [], [])
Shapes = OnDemand[tuple[str, ...], Shape]


class Glance:
    """The look at records of all kinds; `names` gives what may stand where a field names things."""

    def __init__(
        self, schemas: Schemas, names: Callable[[Field], Allowed], dates: Allowed, instants: Allowed
    ) -> None:
        self._dates, self._instants = dates, instants
        self._names = OnDemand(names)
        self._checks: dict[Place, Check] = {}
        self._of_kind: OnDemand[str, Check] = OnDemand(
            lambda kind: self._check(record_of(schemas, kind))
        )

    def at(self, kind: str, body: Any) -> Look:
        """Return what a look at a record of a kind, which follows its schema, brings."""
        look = Look()
        self._of_kind[kind](body, "", look)
        return look

    def _check(self, place: Place) -> Check:
        """Return what looks at a place; a schema may lead back to itself, so each is made once."""
        if place not in self._checks:
            self._checks[place] = self._made(place)
        return self._checks[place]

    def _made(self, place: Place) -> Check:
        below = place.order.below
        if place.facts.field or self._allowed(place):
            return _of_text(self._allowed(place) or ANYTHING, place.facts.field)
        if ITEMS in below:
            member = place.below(ITEMS)
            if place.natural:
                return _of_keyed(place, self._check(member))
            allowed = self._allowed(member)
            return _of_texts(allowed, member) if allowed else _of_list(place, self._check(member))
        if VALUES in below and not place.order.languages:
            return _of_map(self._check(place.below(VALUES)))
        return self._of_object(place)

    def _allowed(self, place: Place) -> Allowed | None:
        fact, link = place.facts.field, place.links.field
        if fact and fact.compare == "date":
            return self._instants
        if place.dates.field:
            return self._dates
        return self._names[link] if link else None

    def _of_object(self, place: Place) -> Check:
        parts = OnDemand[str, Part](lambda name: self._part(place, name))
        shapes = Shapes(lambda keys: self._shape(place, [parts[name] for name in keys]))
        return _of_factual(shapes) if place.facts.below else _of_editorial(shapes)

    def _part(self, place: Place, name: str) -> Part:
        below = place.below(name)
        allowed = _LANGUAGES if name == LANGUAGE else self._allowed(below)
        is_inside = below.is_of_interest and not below.facts.field and not allowed
        return Part(
            name,
            f"/{escaped(name)}",
            below.facts.field,
            allowed,
            self._check(below) if is_inside else None,
            leads_to_facts=bool(below.facts.below),
            is_end=name in _ENDS and below.dates.field is not None,
        )

    def _shape(self, place: Place, parts: Sequence[Part]) -> Shape:
        facts = [(part, part.fact) for part in parts if part.fact]
        is_alone = all(fact.identity for _, fact in facts)
        shape = Shape(
            _marks(place, parts),
            [(p.name, *p.allowed) for p in parts if p.allowed and not p.fact],
            [
                (p.name, p.step, fact.identity and not is_alone, *(p.allowed or ANYTHING))
                for p, fact in facts
            ],
            [(p.name, p.step if p.leads_to_facts else "", p.inside) for p in parts if p.inside],
        )
        return shape if any(shape) else _PLAIN


def _marks(place: Place, parts: Sequence[Part]) -> frozenset[str]:
    keys = tuple([part.name for part in parts])
    found = set(RARE.intersection(keys))
    if place.own in keys:
        found.add(KEYED)
    if any(part.is_end for part in parts):
        found.add(ENDED)
    if not is_sorted(place.order, keys):
        found.add(ODD)
    if place.order.languages and not all(map(is_language, keys)):
        found.add(ODD)
    return frozenset(found)


def _of_factual(shapes: Shapes) -> Check:
    def check(value: Any, address: str, look: Look) -> None:
        marks, texts, facts, inside = shapes[tuple(value)]
        look.marks.update(marks)
        for name, good, ask in texts:
            if value[name] not in good and not ask(value[name]):
                look.marks.add(ODD)
        for name, step, is_implied, good, ask in facts:
            text, where = value[name], address + step
            look.texts[where] = text
            if is_implied:
                look.implied.add(where)
            if text not in good and not ask(text):
                look.marks.add(ODD)
        for name, step, inner in inside:
            inner(value[name], address + step, look)

    return check


def _of_editorial(shapes: Shapes) -> Check:
    """Return what looks at an object with no facts in it; in many there is nothing to look at."""

    def check(value: Any, address: str, look: Look) -> None:
        shape = shapes[tuple(value)]
        if shape is _PLAIN:
            return
        if shape.marks:
            look.marks.update(shape.marks)
        for name, good, ask in shape.texts:
            if value[name] not in good and not ask(value[name]):
                look.marks.add(ODD)
        for name, _, inner in shape.inside:
            inner(value[name], address, look)

    return check


def _of_text(allowed: Allowed, fact: Field | None) -> Check:
    def check(text: Any, address: str, look: Look) -> None:
        if text not in allowed.texts and not allowed.ask(text):
            look.marks.add(ODD)
        if fact:
            look.texts[address] = text

    return check


def _of_texts(allowed: Allowed, place: Place) -> Check:
    good, ask = allowed
    is_factual = place.facts.field is not None

    def check_all(texts: Sequence[str], address: str, look: Look) -> None:
        for text in texts:
            if text not in good and not ask(text):
                look.marks.add(ODD)
            if is_factual:
                look.texts[f"{address}/{text}"] = text

    return check_all


def _of_keyed(place: Place, check: Check) -> Check:
    own, natural = place.own, place.natural

    def check_all(values: Sequence[Any], address: str, look: Look) -> None:
        names = [value.get(own) or value[natural] for value in values]
        if len(set(names)) < len(names):
            look.marks.add(KEYED)
        for name, value in zip(names, values, strict=True):
            check(value, f"{address}/{name}", look)

    return check_all


def _of_list(place: Place, check: Check) -> Check:
    node = place.facts

    def check_all(values: Sequence[Any], address: str, look: Look) -> None:
        for position, value in enumerate(values):
            check(value, f"{address}/{name_of(node, value, position)}" if node.below else "", look)

    return check_all


def _of_map(check: Check) -> Check:
    def check_all(values: dict[str, Any], address: str, look: Look) -> None:
        for name, value in values.items():
            check(value, f"{address}/{escaped(name)}", look)

    return check_all
