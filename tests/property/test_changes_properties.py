"""What holds of changes whatever they are: nothing of itself, both ways alike, labels are small."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from changing import FILES, path_of, side, since_small, with_changed, without
from milepost.changes.bump import is_enough, least_version, numbers
from milepost.changes.comparison import compare
from milepost.changes.differences import differences
from milepost.changes.policy import BUMPS

IDS = sorted(
    path.rpartition("/")[2].removesuffix(".json")
    for path in FILES
    if path.split("/")[1] in {"sources", "people", "places", "organizations", "milestones"}
)
words = st.text(st.characters(codec="utf-8", categories=["L"]), min_size=1, max_size=8)
keyed = st.lists(
    st.fixed_dictionaries({"key": words}, optional={"value": st.integers()}),
    max_size=4,
    unique_by=lambda member: member["key"],
)
values = st.recursive(
    st.integers() | words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3) | keyed,
    max_leaves=12,
)
versions = st.tuples(*[st.integers(0, 20)] * 3).map("{0[0]}.{0[1]}.{0[2]}".format)
bumps = st.sampled_from(BUMPS)
# Each takes two datasets apart.
few = settings(max_examples=12)


@few
@given(st.sets(st.sampled_from(IDS), max_size=3))
def test_any_dataset_compared_with_itself_asks_for_nothing(gone: set[str]) -> None:
    lost = {path_of(name) for name in gone}
    same = side({path: raw for path, raw in FILES.items() if path not in lost})
    comparison = compare(same, same)
    assert ("none", []) == (comparison.bump, comparison.records)


@few
@given(st.sets(st.sampled_from(IDS), max_size=3), st.sets(st.sampled_from(IDS), max_size=3))
def test_what_came_one_way_goes_the_other(one: set[str], other: set[str]) -> None:
    sides = [
        side({path: raw for path, raw in FILES.items() if path not in set(map(path_of, gone))})
        for gone in (one, other)
    ]
    there, back = compare(*sides).records, compare(*reversed(sides)).records
    assert {r.id for r in there if r.fate == "added"} == {r.id for r in back if r.fate == "lost"}
    assert {r.id for r in there if r.fate == "lost"} == {r.id for r in back if r.fate == "added"}


@few
@given(st.sampled_from(IDS), words)
def test_another_label_never_asks_for_more_than_a_patch(name: str, text: str) -> None:
    def relabelled(body: dict[str, Any]) -> None:
        (member,) = [m for m in ("title", "name", "label") if m in body][:1]
        body[member]["en"] = text

    assert since_small(with_changed(name, relabelled)).bump in {"none", "patch"}


@few
@given(st.sampled_from(IDS))
def test_what_goes_without_a_tombstone_is_major(name: str) -> None:
    assert "major" == since_small(without(name)).bump


@given(values, values)
def test_differences_are_the_same_both_ways(one: Any, other: Any) -> None:
    there = [(d.address, d.old, d.new) for d in differences(one, other)]
    back = [(d.address, d.new, d.old) for d in differences(other, one)]
    assert sorted(map(repr, there)) == sorted(map(repr, back))


@given(values)
def test_nothing_differs_from_itself(value: Any) -> None:
    assert [] == list(differences(value, value))


@given(values, values)
def test_what_differs_is_told(one: Any, other: Any) -> None:
    assert (one != other) == bool(list(differences(one, other)))


@given(versions, bumps)
def test_the_least_version_is_enough_and_higher(version: str, bump: Any) -> None:
    least = least_version(version, bump)
    assert numbers(least) > numbers(version)
    assert is_enough(least, version, bump)
    assert not is_enough(version, version, bump)


@given(versions, bumps, bumps)
def test_a_greater_change_never_asks_for_a_lower_number(version: str, one: Any, other: Any) -> None:
    less, more = sorted((one, other), key=BUMPS.index)
    assert numbers(least_version(version, less)) <= numbers(least_version(version, more))
