"""Names on a map: whatever the dots, no name covers another, and all stand within the frame."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from milepost.site.figures.map_names import Box, Dot, Name, names_placed

FRAME = Box(40, 4, 636, 280)
TAKEN = (Box(604, 8, 632, 52),)
NAMES = st.sampled_from(["Tokyo", "Phnom Penh", "東京", "ភ្នំពេញ", "Ream Naval Base"])
DOTS = st.lists(
    st.builds(Dot, st.floats(46, 594), st.floats(46, 254), NAMES, st.booleans()), max_size=20
)


def covered(dot: Dot, name: Name) -> Box:
    """Return what a name covers at the least: half as wide as its letters would be."""
    width = 4.0 * len(dot.name)
    left = name.x if name.anchor == "start" else name.x - width
    return Box(left, name.y - 10, left + width, name.y)


@given(DOTS)
def test_no_name_covers_another_or_leaves_the_frame(dots: list[Dot]) -> None:
    placed = zip(dots, names_placed(dots, FRAME, TAKEN), strict=True)
    boxes = [*TAKEN, *(covered(dot, name) for dot, name in placed if name)]

    assert not any(one.meets(other) for one, other in combinations(boxes, 2))
    assert all(FRAME.holds(box) for box in boxes[1:])


@given(DOTS)
def test_a_dot_that_is_not_fixed_has_a_name_only_where_it_covers_none(dots: list[Dot]) -> None:
    placed = list(zip(dots, names_placed(dots, FRAME, TAKEN), strict=True))
    named = [(dot, name) for dot, name in placed if name]

    for dot, _ in named:
        if not dot.fixed:
            point = Box(dot.x - 1, dot.y - 1, dot.x + 1, dot.y + 1)
            assert not any(point.meets(covered(d, name)) for d, name in named)


def test_a_dot_alone_is_named_to_its_right() -> None:
    tokyo = Dot(100, 100, "Tokyo", fixed=True)
    assert [Name(111, 105, "start")] == names_placed([tokyo], FRAME, ())


def test_a_dot_at_the_right_edge_is_named_to_its_left() -> None:
    tokyo = Dot(600, 100, "Tokyo", fixed=True)
    assert [Name(589, 105, "end")] == names_placed([tokyo], FRAME, ())
