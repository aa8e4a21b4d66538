"""What holds of weighing for every date: overlap is symmetric, and widening makes no dispute."""

from hypothesis import given
from hypothesis import strategies as st

from builders import weighed
from milepost.evidence.comparers import Dates
from milepost.evidence.weighing import Weight

years = st.integers(1900, 2030)
dates = st.one_of(
    years.map(str),
    st.builds("{}-{:02}".format, years, st.integers(1, 12)),
    st.builds("{}-{:02}-{:02}".format, years, st.integers(1, 12), st.integers(1, 28)),
    st.lists(years, min_size=2, max_size=4, unique=True).map(
        lambda found: "[" + ",".join(map(str, sorted(found))) + "]"
    ),
    st.builds("[..{}]".format, years),
    st.builds("[{}..]".format, years),
    years.map("{}~".format),
)


def the_weight(published: str, *said: str) -> Weight:
    return weighed(published, *said).weights["/stages/signed/date"]


@given(dates, dates)
def test_overlap_is_symmetric(one: str, other: str) -> None:
    assert Dates().overlap(one, other) == Dates().overlap(other, one)


@given(dates, dates, dates)
def test_support_is_transitive(fine: str, middle: str, wide: str) -> None:
    if Dates().within(fine, middle) and Dates().within(middle, wide):
        assert Dates().within(fine, wide)


@given(dates, dates, dates)
def test_widening_a_claim_never_creates_a_dispute(published: str, narrow: str, wide: str) -> None:
    before = the_weight(published, narrow).is_disputed
    if not before and Dates().within(narrow, wide):
        assert not the_weight(published, wide).is_disputed


@given(dates, dates)
def test_a_value_wider_than_its_supporter_is_not_covered_by_it(published: str, said: str) -> None:
    wider = Dates().within(said, published) and not Dates().within(published, said)
    if wider:
        assert not Dates().covers([said], published)
