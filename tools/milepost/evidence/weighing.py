"""Claims against published values: which support, which are coarser, which dispute each other."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal, NamedTuple

from milepost.evidence.comparers import Comparer, Comparers
from milepost.identifiers import entry_id
from milepost.model import Body
from milepost.schema.plan import Field, Value

# `elsewhere` is a claim at an address that the record does not publish; `unreadable` one that is
# not comparable: it or the published value is no value of its field, or they differ in dimension.
Relation = Literal["supports", "coarser", "disputes", "elsewhere", "unreadable"]
Known = Callable[[Field, str], bool]


class Claim(NamedTuple):
    """One `says` pair: the name and position of its entry, the address, the value of the source."""

    entry: str
    position: int
    address: str
    text: str


class Weighed(NamedTuple):
    """A claim and how it stands to the published value at its address."""

    claim: Claim
    relation: Relation


class Weight(NamedTuple):
    """One address: its published value, if any, its weighed claims and the pairs that dispute.

    `even` says that every claim is the published value to the letter.
    """

    address: str
    value: Value | None
    claims: tuple[Weighed, ...]
    pairs: tuple[tuple[str, str], ...] = ()
    even: bool = False

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
    `uneven` are the weights that a rule may have to look at: those with a claim that is not the
    published value to the letter, and those without a claim, but for names of attested members.
    """

    weights: Mapping[str, Weight]
    attested: frozenset[str]
    uneven: tuple[Weight, ...]

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
    field = address.find("/", address.find("/", 1) + 1)
    return address[:field] if field > 0 else address


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
    weights = {
        value.address: _weight(value, claims.pop(value.address, ()), comparers, known)
        for value in values
    }
    attesting = [w.address for w in weights.values() if w.claims and not _is_name(w.value)]
    # A claim at an unpublished field still attests that the member exists; one at a member that
    # the record does not have attests nothing that is published.
    attested = frozenset(map(member_of, (*attesting, *claims)))
    for address, here in claims.items():
        elsewhere = tuple(Weighed(claim, "elsewhere") for claim in here)
        weights[address] = Weight(address, None, elsewhere)
    uneven = tuple([w for w in weights.values() if not w.even or _is_bare(w, attested)])
    return Weighing(weights, attested, uneven)


def _is_name(value: Value | None) -> bool:
    return value is not None and value.field.identity


def _is_bare(weight: Weight, attested: frozenset[str]) -> bool:
    """Return whether a weight has no claim and is no name of an attested member."""
    if weight.claims:
        return False
    return not (_is_name(weight.value) and member_of(weight.address) in attested)


def _weight(value: Value, here: Sequence[Claim], comparers: Comparers, known: Known) -> Weight:
    text = value.text
    if all([claim.text == text for claim in here]):  # noqa: C419 -- a list, which for few is quicker
        supporting = tuple([Weighed(claim, "supports") for claim in here])
        return Weight(value.address, value, supporting, even=True)
    comparer = comparers.of(value.field)
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
