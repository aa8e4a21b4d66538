"""Laws that sets of numbers keep, on generated sets."""

from hypothesis import given
from hypothesis import strategies as st

from milepost.intervals import Intervals, from_pairs, intersection, overlap, union, widened, within

NUMBERS = st.integers(-12, 12)
SETS = st.lists(st.tuples(NUMBERS, NUMBERS), max_size=5).map(from_pairs)


def members(intervals: Intervals) -> set[int]:
    """Spell a small set out, half units included so that touching ends show."""
    return {half for low, high in intervals for half in range(int(low * 2), int(high * 2))}


@given(SETS)
def test_a_set_is_sorted_and_its_parts_do_not_touch(numbers: Intervals) -> None:
    ends = [end for pair in numbers for end in pair]
    assert sorted(set(ends)) == ends


@given(SETS, SETS)
def test_overlap_is_symmetric_and_says_whether_a_member_is_shared(
    first: Intervals, second: Intervals
) -> None:
    shared = bool(members(first) & members(second))
    assert (shared, shared) == (overlap(first, second), overlap(second, first))


@given(SETS, SETS)
def test_within_says_whether_all_members_are_shared(inner: Intervals, outer: Intervals) -> None:
    assert (members(inner) <= members(outer)) == within(inner, outer)


@given(SETS, SETS, SETS)
def test_within_is_transitive(first: Intervals, second: Intervals, third: Intervals) -> None:
    if within(first, second) and within(second, third):
        assert within(first, third)


@given(SETS, SETS)
def test_what_is_within_overlaps_unless_it_is_empty(inner: Intervals, outer: Intervals) -> None:
    if inner and within(inner, outer):
        assert overlap(inner, outer)


@given(SETS, SETS)
def test_union_and_intersection_hold_the_members_of_either_and_both(
    first: Intervals, second: Intervals
) -> None:
    assert members(first) | members(second) == members(union(first, second))
    assert members(first) & members(second) == members(intersection(first, second))


@given(SETS, st.integers(0, 5))
def test_a_set_lies_within_itself_widened(numbers: Intervals, by: int) -> None:
    assert within(numbers, widened(numbers, by))
