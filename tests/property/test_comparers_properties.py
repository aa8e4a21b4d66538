"""Laws that every comparer keeps: dates, quantities, and names with broader ones above them."""

from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import a_milestone, a_record, an_entry
from golden import small
from milepost.evidence.comparers import Comparer, Dates, Quantities, Tree, ancestors
from milepost.rules.catalogue import BY_ID

YEARS = st.integers(1900, 2030)
DATES = st.one_of(
    YEARS.map(str),
    st.builds("{}-{:02}".format, YEARS, st.integers(1, 12)),
    st.builds("{}-{:02}-{:02}".format, YEARS, st.integers(1, 12), st.integers(1, 28)),
    st.builds("[{}..]".format, YEARS),
    st.builds("[..{}]".format, YEARS),
    st.tuples(YEARS, YEARS).map(lambda two: f"[{min(two)}..{max(two)}]"),
)
AMOUNTS = st.integers(1, 400)
QUANTITIES = st.one_of(
    st.builds("{}E6 USD".format, AMOUNTS),
    st.builds("{:.1f}E6 USD".format, AMOUNTS.map(lambda tenths: tenths / 10)),
    st.builds("[{}E6..] USD".format, AMOUNTS),
    st.builds("[..{}E6] USD".format, AMOUNTS),
    st.tuples(AMOUNTS, AMOUNTS).map(lambda two: f"[{min(two)}E6..{max(two)}E6] USD"),
    AMOUNTS.map(str),
)
# A small country: each name below the ones that it is in.
ABOVE = {"riverbank": ["city"], "bridge": ["city"], "city": ["country"], "port": ["country"]}
NAMES = st.sampled_from([*ABOVE, "country", "elsewhere"])


class Kind(NamedTuple):
    """A comparer with the texts that it compares."""

    comparer: Comparer
    texts: st.SearchStrategy[str]


KINDS = {
    "dates": Kind(Dates(), DATES),
    "quantities": Kind(Quantities(), QUANTITIES),
    "names": Kind(Tree(ancestors(ABOVE)), NAMES),
    "exact": Kind(Tree(), NAMES),
}
each_kind = pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)


@each_kind
@given(data=st.data())
def test_overlap_is_symmetric(kind: Kind, data: st.DataObject) -> None:
    one, other = data.draw(kind.texts), data.draw(kind.texts)

    assert kind.comparer.overlap(one, other) == kind.comparer.overlap(other, one)


@each_kind
@given(data=st.data())
def test_support_is_transitive(kind: Kind, data: st.DataObject) -> None:
    fine, middle, wide = (data.draw(kind.texts) for _ in range(3))

    if kind.comparer.within(fine, middle) and kind.comparer.within(middle, wide):
        assert kind.comparer.within(fine, wide)


@each_kind
@given(data=st.data())
def test_a_value_supports_itself(kind: Kind, data: st.DataObject) -> None:
    text = data.draw(kind.texts)

    assert kind.comparer.within(text, text)
    assert kind.comparer.overlap(text, text)
    assert kind.comparer.covers([text], text)


@each_kind
@given(data=st.data())
def test_what_supports_a_value_overlaps_it(kind: Kind, data: st.DataObject) -> None:
    inner, outer = data.draw(kind.texts), data.draw(kind.texts)

    if kind.comparer.within(inner, outer):
        assert kind.comparer.overlap(inner, outer)


@each_kind
@given(data=st.data())
def test_widening_a_claim_never_creates_a_dispute(kind: Kind, data: st.DataObject) -> None:
    published, narrow, wide = (data.draw(kind.texts) for _ in range(3))

    if kind.comparer.overlap(narrow, published) and kind.comparer.within(narrow, wide):
        assert kind.comparer.overlap(wide, published)


@each_kind
@given(data=st.data())
def test_more_claims_never_cover_less(kind: Kind, data: st.DataObject) -> None:
    value, claim, more = (data.draw(kind.texts) for _ in range(3))

    if kind.comparer.covers([claim], value):
        assert kind.comparer.covers([claim, more], value)


@given(st.lists(DATES, min_size=1, max_size=3), DATES)
def test_a_value_wider_than_its_supporters_is_found(claims: list[str], published: str) -> None:
    entries = [an_entry(f"source-{number}", date=text) for number, text in enumerate(claims)]
    supporters = [text for text in claims if Dates().within(text, published)]
    is_wider = bool(supporters) and not Dates().covers(supporters, published)

    assert is_wider == bool(broken("EVD-002", a_milestone(*entries, date=published)))


@given(st.lists(DATES, min_size=1, max_size=3), DATES)
def test_a_value_that_nothing_supports_is_found(claims: list[str], published: str) -> None:
    entries = [an_entry(f"source-{number}", date=text) for number, text in enumerate(claims)]
    is_supported = any(Dates().within(text, published) for text in claims)
    body = a_milestone(*entries, date=published)

    assert is_supported == ("/stages/signed/date" not in str(broken("EVD-001", body)))


def broken(rule: str, body: dict[str, object]) -> list[str]:
    """Return what a rule on records finds in a milestone of the small dataset."""
    record, judge = a_record(body), BY_ID[rule].on_record
    assert judge is not None
    found = [breach.message for breach in judge(record, small())]
    small().forget(record)
    return found
