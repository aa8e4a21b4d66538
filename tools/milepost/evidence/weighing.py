"""Claims against published values: which support, which are coarser, which dispute each other."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from milepost.evidence.comparers import Comparer, Comparers
from milepost.identifiers import entry_id
from milepost.model import Body
from milepost.schema.plan import Field, Value

# `elsewhere` is a claim at an address that the record does not publish; `unreadable` one that is
# not comparable: it or the published value is no value of its field, or they differ in dimension.
Relation = Literal["supports", "coarser", "disputes", "elsewhere", "unreadable"]
Known = Callable[[Field, str], bool]


@dataclass(frozen=True, slots=True)
class Claim:
    """One `says` pair: the name and position of its entry, the address, the value of the source."""

    entry: str
    position: int
    address: str
    text: str


@dataclass(frozen=True, slots=True)
class Weighed:
    """A claim and how it stands to the published value at its address."""

    claim: Claim
    relation: Relation


@dataclass(frozen=True, slots=True)
class Weight:
    """One address: its published value, if any, its weighed claims and the pairs that dispute."""

    address: str
    value: Value | None
    claims: tuple[Weighed, ...]
    pairs: tuple[tuple[str, str], ...] = ()

    def named(self, relation: Relation) -> tuple[str, ...]:
        """Return the names of the entries whose claim has this relation."""
        return tuple(w.claim.entry for w in self.claims if w.relation == relation)

    def texts(self, relation: Relation) -> tuple[str, ...]:
        """Return the values of the claims that have this relation."""
        return tuple(w.claim.text for w in self.claims if w.relation == relation)

    @property
    def is_disputed(self) -> bool:
        """Whether two claims here, or a claim and the published value, cannot both be true."""
        return bool(self.pairs) or bool(self.named("disputes"))


@dataclass(frozen=True, slots=True)
class Weighing:
    """A whole record weighed: weights by address, and the members that claims attest.

    A claim attests a member when it speaks of any of its fields but the one that it exists by.
    """

    weights: Mapping[str, Weight]
    attested: frozenset[str]

    def is_supported(self, value: Value) -> bool:
        """Return whether a claim supports a value, or attests the existence that it states.

        An address that holds the name itself (/actors/hun-sen) attests it; one that holds a key of
        its own (/actors/interpreter) does so until a claim says who that was.
        """
        weight = self.weights[value.address]
        if any(w.relation == "supports" for w in weight.claims):
            return True
        member = member_of(value.address)
        named = not weight.claims or member.rpartition("/")[2] == value.text
        return value.field.identity and named and member in self.attested


def claims_of(body: Body) -> dict[str, list[Claim]]:
    """Return the claims of a record by address, in the order of its evidence."""
    found: dict[str, list[Claim]] = {}
    for position, entry in enumerate(body.get("evidence", ())):
        name = entry_id(entry)
        for address, text in entry["says"].items():
            found.setdefault(address, []).append(Claim(name, position, address, text))
    return found


def member_of(address: str) -> str:
    """Return the address of the list member that an address lies in, such as /stages/agreed."""
    return "/".join(address.split("/", 3)[:3])


def any_name(_field: Field, _text: str) -> bool:
    """Return True: whoever weighs without a dataset takes every name for known."""
    return True


def weigh(
    body: Body, values: Iterable[Value], comparers: Comparers, known: Known = any_name
) -> Weighing:
    """Return every claim of a schema-valid record weighed against the value at its address.

    `known` says whether a record or term has the name that a field holds; an unknown one is
    unreadable, since a slip of the pen disputes nothing.
    """
    claims = claims_of(body)
    weights: dict[str, Weight] = {}
    attesting: list[str] = []
    for value in values:
        here = claims.pop(value.address, ())
        weights[value.address] = _weight(value, here, comparers.of(value.field), known)
        if here and not value.field.identity:
            attesting.append(value.address)
    # A claim at an unpublished field still attests that the member exists; one at a member that
    # the record does not have attests nothing that is published.
    attested = frozenset(map(member_of, (*attesting, *claims)))
    for address, here in claims.items():
        elsewhere = tuple(Weighed(claim, "elsewhere") for claim in here)
        weights[address] = Weight(address, None, elsewhere)
    return Weighing(weights, attested)


def _weight(value: Value, claims: Iterable[Claim], comparer: Comparer, known: Known) -> Weight:
    here = tuple(claims)
    if all(claim.text == value.text for claim in here):
        return Weight(value.address, value, tuple(Weighed(claim, "supports") for claim in here))
    weighed = tuple(Weighed(claim, _relation(claim.text, value, comparer, known)) for claim in here)
    readable = [w.claim for w in weighed if w.relation != "unreadable"]
    return Weight(value.address, value, weighed, _disputing(readable, comparer))


def _relation(claim: str, value: Value, comparer: Comparer, known: Known) -> Relation:
    if not _can_be_compared(claim, value, comparer, known):
        return "unreadable"
    if comparer.within(claim, value.text):
        return "supports"
    return "coarser" if comparer.overlap(claim, value.text) else "disputes"


def _can_be_compared(claim: str, value: Value, comparer: Comparer, known: Known) -> bool:
    try:
        comparable = comparer.comparable(claim, value.text)
    except ValueError:
        return False
    return comparable and known(value.field, claim) and known(value.field, value.text)


def _disputing(claims: Iterable[Claim], comparer: Comparer) -> tuple[tuple[str, str], ...]:
    return tuple(
        (one.entry, other.entry)
        for one, other in combinations(claims, 2)
        if one.text != other.text and not comparer.overlap(one.text, other.text)
    )
