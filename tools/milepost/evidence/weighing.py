"""Claims against published values: which support, which are coarser, which dispute each other."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import combinations
from typing import Literal, NamedTuple

from milepost.evidence.comparers import Comparer, Comparers, begins
from milepost.identifiers import entry_id
from milepost.model import Body
from milepost.schema.plan import Facts, Field, Node, Value, comparer_at

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
        if self.pairs:
            return True
        # A loop, which for the one claim that most addresses have is quicker than any().
        for weighed in self.claims:  # noqa: SIM110 -- likewise
            if weighed.relation == "disputes":
                return True
        return False


def is_even(entries: Iterable[Body], facts: Facts, plan: Node) -> bool:
    """Return whether no weight of a record is uneven; a tenth of the time that weighing takes."""
    published, said = facts.texts.items(), [entry["says"] for entry in entries]
    for says in said:
        if not says.items() <= published and not _are_coarser(says, said, facts.texts, plan):
            return False
    # What is not said has to be implied, by other values of its member, which then are said.
    return set(facts.texts).difference(*said) <= facts.implied


def _are_coarser(
    says: Mapping[str, str],
    said: Sequence[Mapping[str, str]],
    published: Mapping[str, str],
    plan: Node,
) -> bool:
    """Return whether claims that are not the value are the year or month of a day that is said."""
    for address, text in says.items():
        value = published.get(address, "")
        if text == value:
            continue
        if not begins(value, text) or comparer_at(plan, address) != "date":
            return False
        if value not in [other.get(address) for other in said]:
            return False
    return True


class Weighing:
    """A whole record weighed: each address when it is asked for, since most speak for themselves.

    `known` says whether a record or term has the name that a field holds; an unknown one is
    unreadable, since a slip of the pen disputes nothing.
    """

    def __init__(
        self, body: Body, values: Iterable[Value], comparers: Comparers, known: Known
    ) -> None:
        """Take a schema-valid record and its factual values."""
        entries = body.get("evidence", ())
        self._names = [entry_id(entry) for entry in entries]
        self._values = {value.address: value for value in values}
        self._said = _said(entries)
        self._comparers = comparers
        self._known = known
        self._weights: dict[str, Weight] = {}

    @cached_property
    def weights(self) -> Mapping[str, Weight]:
        """The weights by address, those of published values first, in the order of the schema."""
        return {address: self._weight(address) for address in {**self._values, **self._said}}

    @property
    def said(self) -> list[str]:
        """The addresses at which something is said, in the same order."""
        return [address for address in {**self._values, **self._said} if address in self._said]

    def agreed(self, address: str) -> list[Claim]:
        """Return the claims at an address if all are the published value to the letter, else none.

        They support it, and need not be weighed, which takes twice the time.
        """
        value, here = self._values.get(address), self._said[address]
        if value is None or [text for _, text in here if text != value.text]:
            return []
        return [self._claim(address, *said) for said in here]

    @property
    def published(self) -> Collection[str]:
        """The addresses of published values, in the order of the schema."""
        return self._values.keys()

    @cached_property
    def homeless(self) -> tuple[Weight, ...]:
        """The weights at which something is said and nothing published."""
        return tuple([self._weight(a) for a in self._said if a not in self._values])

    @cached_property
    def attested(self) -> frozenset[str]:
        """The members that claims attest by speaking of a field that they do not exist by.

        A claim at an unpublished field still attests that the member exists; one at a member that
        the record does not have attests nothing that is published.
        """
        values = self._values
        fields = (a for a in self._said if a not in values or not values[a].field.identity)
        return frozenset(map(member_of, fields))

    @cached_property
    def uneven(self) -> tuple[Weight, ...]:
        """The weights that a rule may have to look at.

        The others have a claim that is the published value to the letter, and beside it at most
        the year or month of a day; or they have no claim, and are the name of an attested member.
        """
        uneven = [self._weight(address) for address in filter(self._is_uneven, self._values)]
        return (*uneven, *self.homeless)

    def at(self, address: str) -> Weight | None:
        """Return the weight at an address, or None where nothing is published or said."""
        known = address in self._values or address in self._said
        return self._weight(address) if known else None

    def named(self, address: str, relation: Relation) -> tuple[str, ...]:
        """Return the names of the entries whose claim at an address has this relation."""
        return self._weight(address).named(relation)

    def is_supported(self, value: Value) -> bool:
        """Return whether a claim supports a value, or attests the existence that it states.

        An address that holds the name itself (/actors/hun-sen) attests it; one that holds a key of
        its own (/actors/interpreter) does so until a claim says who that was.
        """
        weight = self._weight(value.address)
        if any(w.relation == "supports" for w in weight.claims):
            return True
        member = member_of(value.address)
        named = not weight.claims or member.rpartition("/")[2] == value.text
        return value.field.identity and named and member in self.attested

    def _is_uneven(self, address: str) -> bool:
        value = self._values[address]
        here = self._said.get(address)
        if here is None:
            return not (value.field.identity and member_of(address) in self.attested)
        text, same = value.text, False
        for _, said in here:
            if said == text:
                same = True
            elif value.field.compare != "date" or not begins(text, said):
                return True
        return not same

    def _weight(self, address: str) -> Weight:
        if address not in self._weights:
            here = [self._claim(address, *said) for said in self._said.get(address, ())]
            self._weights[address] = self._weighed(address, here)
        return self._weights[address]

    def _claim(self, address: str, position: int, text: str) -> Claim:
        return Claim(self._names[position], position, address, text)

    def _weighed(self, address: str, here: Sequence[Claim]) -> Weight:
        value = self._values.get(address)
        if value is None:
            return Weight(address, None, tuple(Weighed(claim, "elsewhere") for claim in here))
        if not [claim for claim in here if claim.text != value.text]:
            return Weight(address, value, tuple([Weighed(claim, "supports") for claim in here]))
        comparer = self._comparers.of(value.field)
        relations = [_relation(claim.text, value, comparer, self._known) for claim in here]
        weighed = tuple(map(Weighed, here, relations))
        readable = [w.claim for w in weighed if w.relation != "unreadable"]
        return Weight(address, value, weighed, _disputing(readable, comparer))


def _said(entries: Iterable[Body]) -> dict[str, list[tuple[int, str]]]:
    """Return what is said by address, with the position of the entry, in the order of entries."""
    found: dict[str, list[tuple[int, str]]] = {}
    for position, entry in enumerate(entries):
        for address, text in entry["says"].items():
            if address in found:
                found[address].append((position, text))
            else:
                found[address] = [(position, text)]
    return found


@lru_cache(maxsize=32768)
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
    """Return every claim of a schema-valid record weighed against the value at its address."""
    return Weighing(body, values, comparers, known)


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
