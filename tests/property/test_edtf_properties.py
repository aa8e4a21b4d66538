"""Laws that dates keep, on generated EDTF texts."""

import re

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from milepost import edtf
from milepost.edtf.gregorian import day_number
from milepost.edtf.structure import structure_of
from milepost.edtf.words import LANGUAGES
from milepost.evidence.comparers import Dates
from milepost.intervals import intersection, overlap, span, within


def is_edtf(text: str) -> bool:
    """Tell whether a text parses."""
    try:
        edtf.parse(text)
    except ValueError:
        return False
    return True


MARKS = st.sampled_from(("", "", "", "?", "~", "%"))
YEARS = st.one_of(
    st.integers(1940, 2040).map(str), st.from_regex(r"-?[0-2X][0-9X]{3}", fullmatch=True)
)
MONTHS = st.one_of(
    st.integers(1, 12).map("{:02}".format), st.from_regex(r"[01X][0-9X]", fullmatch=True)
)
DAYS = st.one_of(
    st.integers(1, 31).map("{:02}".format), st.from_regex(r"[0-3X][0-9X]", fullmatch=True)
)
GROUPINGS = st.integers(21, 41).map(str)
PARTS = st.one_of(
    st.tuples(YEARS),
    st.tuples(YEARS, MONTHS),
    st.tuples(YEARS, MONTHS, DAYS),
    st.tuples(YEARS, GROUPINGS),
)


@st.composite
def marked(draw: st.DrawFn) -> str:
    """A date with a qualifier to the right and left of any component."""
    return "-".join(draw(MARKS) + part + draw(MARKS) for part in draw(PARTS))


POINTS = st.one_of(PARTS.map("-".join), marked()).filter(is_edtf)
ENDS = st.one_of(POINTS, st.sampled_from(("..", "")))
MEMBERS = st.one_of(POINTS, st.tuples(POINTS, POINTS).map("..".join))
SETS = st.tuples(
    st.sampled_from(("", "..")), st.lists(MEMBERS, min_size=1, max_size=3).map(",".join)
).map("".join)
TEXTS = st.one_of(
    POINTS,
    st.tuples(ENDS, ENDS).map("/".join),
    SETS.map("[{}]".format),
    SETS.map("{{{}}}".format),
    POINTS.map("[{}..]".format),
    st.from_regex(r"Y-?[1-9][0-9]{4,6}[?~%]?", fullmatch=True),
).filter(is_edtf)
DATES = TEXTS.map(edtf.parse)


@given(TEXTS)
def test_a_text_survives_reading(text: str) -> None:
    assert text == edtf.parse(text).text


@given(DATES)
def test_the_earliest_day_is_not_after_the_latest(date: edtf.Date) -> None:
    if date.earliest and date.latest:
        assert date.earliest <= date.latest


@given(DATES)
def test_the_days_reach_from_the_earliest_to_the_latest(date: edtf.Date) -> None:
    low, high = span(date.days)
    assert float("-inf") == low if date.earliest is None else day_number(*date.earliest) == low
    assert float("inf") == high if date.latest is None else day_number(*date.latest) == high - 1


@given(DATES)
def test_the_days_lie_within_those_for_overlap(date: edtf.Date) -> None:
    assert within(date.days, date.days_for_overlap)


@given(DATES)
def test_only_what_is_approximate_is_wider_for_overlap(date: edtf.Date) -> None:
    if not date.approximate:
        assert date.days == date.days_for_overlap


@given(DATES)
def test_doubt_moves_no_bound(date: edtf.Date) -> None:
    certain = re.sub(r"[?~%]", "", date.text)
    assert edtf.parse(certain).days == date.days


@given(DATES, DATES)
def test_overlap_is_symmetric(first: edtf.Date, second: edtf.Date) -> None:
    one_way = overlap(first.days_for_overlap, second.days_for_overlap)
    assert one_way == overlap(second.days_for_overlap, first.days_for_overlap)


@given(DATES, DATES, DATES)
def test_within_is_transitive(first: edtf.Date, second: edtf.Date, third: edtf.Date) -> None:
    if within(first.days, second.days) and within(second.days, third.days):
        assert within(first.days, third.days)


@given(st.lists(POINTS, min_size=2, max_size=4))
def test_each_member_of_a_set_lies_within_the_set(texts: list[str]) -> None:
    together = edtf.parse(f"[{','.join(texts)}]")
    assert all(within(edtf.parse(text).days, together.days) for text in texts)


@given(POINTS)
def test_what_lies_within_a_date_overlaps_it(text: str) -> None:
    year = text.strip("?~%")[:4]
    assume(is_edtf(year))
    inner, outer = edtf.parse(text), edtf.parse(year)
    if within(inner.days, outer.days):
        assert overlap(inner.days, outer.days)


INVERSE = {
    "same": "same",
    "within": "contains",
    "contains": "within",
    "overlapping": "overlapping",
    "before": "after",
    "after": "before",
    "apart": "apart",
}


@given(DATES, DATES)
def test_comparing_the_other_way_round_gives_the_inverse_word(
    first: edtf.Date, second: edtf.Date
) -> None:
    assert INVERSE[edtf.compare(first, second)] == edtf.compare(second, first)


@given(DATES, DATES)
def test_what_is_wholly_before_sorts_before(first: edtf.Date, second: edtf.Date) -> None:
    if edtf.compare(first, second) == "before":
        assert first.sort_key < second.sort_key


@given(DATES)
def test_the_short_way_of_reading_agrees_with_the_full_one(date: edtf.Date) -> None:
    assert structure_of(date.text).kind == date.kind


@given(DATES, st.sampled_from(sorted(LANGUAGES)))
def test_every_date_has_words(date: edtf.Date, language: str) -> None:
    assert date.format(language).strip()


@given(
    st.one_of(
        st.text(max_size=12),
        st.from_regex(r"[0-9X\-?~%/.,\[\]{}YEST:+Z ]{0,16}", fullmatch=True),
        st.from_regex(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9:]{8}[Z+-]?)?\n?"),
    )
)
def test_any_text_is_read_or_refused_in_words(text: str) -> None:
    if is_edtf(text):
        assert text == edtf.parse(text).text
    else:
        with pytest.raises(ValueError, match=r"\w+"):
            edtf.parse(text)


@pytest.mark.parametrize("text", ["2022-04-23", "1963~", "[1963,1966,1967]"])
@given(sign=st.characters(), at=st.integers(0, 16))
def test_a_sign_put_into_a_date_is_never_passed_over(text: str, sign: str, at: int) -> None:
    changed = text[:at] + sign + text[at:]
    if is_edtf(changed):
        assert changed == edtf.parse(changed).text
        assert changed.isascii()


WITHOUT_YEAR = st.one_of(
    st.tuples(st.just("XXXX"), MONTHS).map("-".join),
    st.tuples(st.just("XXXX"), MONTHS, DAYS).map("-".join),
    st.tuples(st.just("XXXX"), GROUPINGS).map("-".join),
    st.tuples(st.just("XXXX"), MONTHS, DAYS, MARKS).map("{0[0]}-{0[1]}-{0[2]}{0[3]}".format),
).filter(is_edtf)


# The plain way looks at a date without a year in each of ten thousand, which takes its time.
SLOW = settings(deadline=None, max_examples=50)


@SLOW
@given(st.one_of(WITHOUT_YEAR.map(edtf.parse), DATES), st.integers(-50, 10_050), st.integers(0, 40))
def test_the_days_in_some_years_are_those_of_the_date_that_lie_in_them(
    date: edtf.Date, first: int, more: int
) -> None:
    years = ((day_number(first), day_number(first + more + 1)),)

    assert intersection(date.days, years) == date.days_in(first, first + more)


@SLOW
@given(st.one_of(WITHOUT_YEAR, TEXTS), st.one_of(WITHOUT_YEAR, TEXTS))
def test_dates_without_a_year_compare_as_the_sets_of_their_days(one: str, other: str) -> None:
    first, second = edtf.parse(one), edtf.parse(other)

    assert within(first.days, second.days) == Dates().within(one, other)
    assert overlap(first.days_for_overlap, second.days_for_overlap) == Dates().overlap(one, other)
