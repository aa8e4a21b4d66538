"""Sets of numbers: joined, met, contained and widened."""

import math
from fractions import Fraction

import pytest

from milepost.intervals import (
    EVERYTHING,
    NOTHING,
    Intervals,
    from_pairs,
    intersection,
    overlap,
    span,
    union,
    widened,
    within,
)


def test_pairs_that_touch_or_overlap_are_joined() -> None:
    assert ((1, 4), (5, 9)) == from_pairs([(5, 7), (1, 3), (3, 4), (6, 9)])


def test_a_pair_inside_another_adds_nothing() -> None:
    assert ((1, 9),) == from_pairs([(1, 9), (2, 3)])


def test_a_pair_without_length_covers_nothing() -> None:
    assert NOTHING == from_pairs([(4, 4), (6, 5)])


def test_a_union_leaves_the_gap_between_its_sets() -> None:
    assert ((1, 2), (4, 5)) == union(((1, 2),), ((4, 5),))


def test_the_union_of_no_sets_is_empty() -> None:
    assert NOTHING == union()


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (((1, 3),), ((2, 4),), True),
        (((1, 3),), ((3, 4),), False),
        (((1, 2), (5, 6)), ((2, 5),), False),
        (((1, 2), (5, 6)), ((2, 5), (5, 7)), True),
        (((1, 2), (8, 9)), ((3, 4), (5, 6), (8, 10)), True),
        (NOTHING, EVERYTHING, False),
        (((-math.inf, 3),), ((2, math.inf),), True),
        (((Fraction(1, 2), 1),), ((0.75, 2),), True),
    ],
)
def test_sets_overlap_when_a_number_lies_in_both(
    first: Intervals, second: Intervals, *, expected: bool
) -> None:
    assert expected == overlap(first, second)


@pytest.mark.parametrize(
    ("inner", "outer", "expected"),
    [
        (((2, 3),), ((1, 4),), True),
        (((1, 4),), ((1, 4),), True),
        (((0, 3),), ((1, 4),), False),
        (((2, 5),), ((1, 4),), False),
        (((1, 2), (5, 6)), ((0, 3), (4, 7)), True),
        (((1, 2), (3, 6)), ((0, 3), (4, 7)), False),
        (((2, 5),), ((1, 3), (4, 6)), False),
        (((8, 9),), ((1, 3), (4, 6)), False),
        (NOTHING, NOTHING, True),
        (((1, 2),), NOTHING, False),
        (EVERYTHING, EVERYTHING, True),
    ],
)
def test_a_set_is_within_another_when_no_number_is_left_outside(
    inner: Intervals, outer: Intervals, *, expected: bool
) -> None:
    assert expected == within(inner, outer)


def test_an_intersection_holds_what_both_hold() -> None:
    assert ((2, 3), (6, 7)) == intersection(((1, 3), (5, 7)), ((2, 4), (6, 9)))


def test_widening_reaches_out_on_both_sides_and_joins_what_then_touches() -> None:
    assert ((0, 8),) == widened(((1, 3), (5, 7)), 1)


def test_infinite_ends_stay_infinite_when_widened() -> None:
    assert ((-math.inf, 4),) == widened(((-math.inf, 3),), 1)


def test_the_span_of_a_set_is_its_outer_bounds() -> None:
    assert (1, 9) == span(((1, 2), (5, 9)))
