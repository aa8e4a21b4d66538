"""Claims that speak of nothing in a record, and the unsupported values that they may be about.

A slip in an address, or a member that was given another name, leaves both a claim without a home
and a value without support. Told together they are one mistake.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from milepost.addresses import address, tokens
from milepost.evidence.resolutions import settlements
from milepost.evidence.weighing import Weighing
from milepost.model import Body
from milepost.schema.plan import Value

_NEAR = 0.75
_MOST = 20
_Pattern = tuple[int, tuple[str, ...]]


class Slip(NamedTuple):
    """An address that claims have and the record has not, and the value that it may stand for.

    `claimed` is that address; `written` and `meant` are the two names of the one member or field
    in which they differ, and `place` is the position of that name.
    """

    claimed: str
    value: Value
    written: str
    meant: str
    place: int

    @property
    def is_misspelt(self) -> bool:
        """Whether the claim, and not the record, seems to have the name wrong."""
        near = _is_near(self.written, self.meant)
        return near or self.written.isdecimal()

    @property
    def member(self) -> str:
        """The address of what has the other name in the record."""
        return address(tokens(self.value.address)[: self.place + 1])


def misaddressed(weighing: Weighing, body: Body) -> Mapping[str, Slip]:
    """Return the slips of a record by the address that the record does not have.

    A claim that was settled as not published has no home on purpose, and is no slip.
    """
    without = _by_pattern(_lonely(weighing))
    unpublished = {s.address for s in settlements(body) if s.outcome == "not-published"}
    homeless = [
        weight
        for weight in (weighing.homeless if without else ())
        if weight.address not in unpublished
    ]
    found = {}
    for weight in homeless:
        texts = {weighed.claim.text for weighed in weight.claims}
        slips = list(_slips(weight.address, without))
        # The value that says the same is the likelier one.
        slips.sort(key=lambda slip: (slip.value.text not in texts, not slip.is_misspelt))
        if slips:
            found[weight.address] = slips[0]
    return found


def nearest(claimed: str, weighing: Weighing) -> str:
    """Return the address of a published value with one name spelt a little otherwise, if any."""
    names, wanted = tokens(claimed), set(_patterns(claimed))
    for published in weighing.published:
        for place, rest in _patterns(published):
            if (place, rest) in wanted:
                other = tokens(published)[place]
                if _is_near(names[place], other):
                    return published
    return ""


def _lonely(weighing: Weighing) -> Iterator[Value]:
    """Yield the values that no claim supports."""
    for weight in weighing.uneven:
        if weight.value and not weighing.is_supported(weight.value):
            yield weight.value


def _by_pattern(values: Iterable[Value]) -> Mapping[_Pattern, Sequence[Value]]:
    """Return values by their address with one name left out, for each of its names."""
    found: dict[_Pattern, list[Value]] = {}
    for value in values:
        for pattern in _patterns(value.address):
            found.setdefault(pattern, []).append(value)
    return found


def _slips(claimed: str, without: Mapping[_Pattern, Sequence[Value]]) -> Iterator[Slip]:
    names = tokens(claimed)
    for place, rest in _patterns(claimed):
        # One pattern may fit every member of a long list; the first few are enough.
        for value in without.get((place, rest), ())[:_MOST]:
            yield Slip(claimed, value, names[place], tokens(value.address)[place], place)


def _is_near(name: str, other: str) -> bool:
    from difflib import get_close_matches  # noqa: PLC0415 -- most checks meet no slip

    return bool(get_close_matches(name, [other], cutoff=_NEAR))


def _patterns(place_of: str) -> Iterator[_Pattern]:
    names = tokens(place_of)
    for place in range(1, len(names)):
        yield place, (*names[:place], "", *names[place + 1 :])
