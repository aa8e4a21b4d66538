"""The quick ways of the check are held equal to the plain ones, on examples and on damaged records.

A rule that is left out because a record has nothing for it to judge would have found nothing.
"""

import copy
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from examples import BASE, EXAMPLES, SCHEMAS, title_of
from golden import small
from milepost import edtf
from milepost.addresses import parent
from milepost.check import check
from milepost.conformance.example import Example, tree_of
from milepost.evidence.context import is_completed
from milepost.evidence.derivations import derived_days
from milepost.model import Record
from milepost.rules.catalogue import RULES
from milepost.rules.glance import ANYTHING, ENDED, KEYED, ODD, RARE, Glance
from milepost.rules.ordinary import UNUSUAL
from milepost.rules.view import UNEVEN, View
from milepost.schema.plan import values_of


def overlooked(record: Record, view: View) -> list[str]:
    """Return the rules that are left out at a record and would have found something."""
    there = {"", *view.traits(record)}
    rules = (rule for rule in RULES if rule.needs not in there)
    mine = (rule for rule in rules if record.kind in (rule.kinds or (record.kind,)))
    return [rule.id for rule in mine if rule.on_record and any(rule.on_record(record, view))]


def test_a_rule_needs_what_a_look_can_find() -> None:
    assert {rule.needs for rule in RULES} <= {"", ODD, KEYED, ENDED, UNEVEN, UNUSUAL, *RARE}


@pytest.mark.parametrize("example", EXAMPLES, ids=title_of)
def test_no_rule_is_left_out_that_would_find_something(example: Example) -> None:
    view = check(tree_of(example, BASE, SCHEMAS), SCHEMAS).view
    duplicates = [record for record, _ in view.duplicates]

    assert [] == [rule for r in (*view.dataset, *duplicates) for rule in overlooked(r, view)]


# Strings that stand somewhere in the small dataset, and some that are wrong in most places.
MILESTONES = list(small().dataset.of("milestone").values())
STRANGE = ["", "2013", "2013-12", "2013-02-30", "1963~", "[1963,1966]", "a/b", "no-such-name"]


def places_in(value: Any, at: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Yield the place of each value in a value."""
    if at:
        yield at
    if isinstance(value, dict | list):
        steps = value.items() if isinstance(value, dict) else enumerate(value)
        for step, inner in steps:
            yield from places_in(inner, (*at, step))


def strings_in(value: Any) -> list[str]:
    found = (at_place(value, at) for at in places_in(value))
    return [text for text in found if isinstance(text, str)]


def at_place(value: Any, at: tuple[str | int, ...]) -> Any:
    for step in at:
        value = value[step]
    return value


WORDS = sorted({text for record in MILESTONES for text in strings_in(record.body)})


@st.composite
def damaged(draw: st.DrawFn) -> Record:
    """Return a milestone of the small dataset with some of its values replaced or gone."""
    record = draw(st.sampled_from(MILESTONES))
    body = copy.deepcopy(dict(record.body))
    for _ in range(draw(st.integers(1, 3))):
        *home, step = draw(st.sampled_from(list(places_in(body))))
        if draw(st.booleans()):
            at_place(body, tuple(home))[step] = draw(st.sampled_from(STRANGE + WORDS))
        else:
            # What comes back at the end of its object stands out of order there.
            gone = at_place(body, tuple(home)).pop(step)
            if isinstance(step, str) and draw(st.booleans()):
                at_place(body, tuple(home))[step] = gone
    return Record(record.kind, record.id, record.path, body)


@given(damaged())
def test_damage_is_valid_by_the_quick_schema_if_it_is_by_the_schema_as_written(
    record: Record,
) -> None:
    errors = list(SCHEMAS.errors(record.kind, record.body))

    assert (errors == []) is SCHEMAS.is_valid(record.kind, record.body)


@given(damaged())
def test_no_rule_is_left_out_at_a_damaged_record(record: Record) -> None:
    view = small()
    if not SCHEMAS.is_valid(record.kind, record.body):
        return
    view.forget(record)

    assert [] == overlooked(record, view)
    assert (view.weighing(record).uneven != ()) is (UNEVEN in view.traits(record))
    view.forget(record)


@given(damaged())
def test_a_look_finds_the_factual_values_that_the_plan_finds(record: Record) -> None:
    if not SCHEMAS.is_valid(record.kind, record.body):
        return
    look = Glance(SCHEMAS, lambda _: ANYTHING, ANYTHING, ANYTHING).at(record.kind, record.body)
    values = values_of(SCHEMAS.facts[record.kind], record.body)

    assert {value.address: value.text for value in values} == look.texts
    having = {parent(value.address) for value in values if not value.field.identity}
    names = {value.address for value in values if value.field.identity}
    assert {address for address in names if parent(address) in having} == look.implied


@given(
    st.sampled_from(["XXXX-04", "XXXX-04-23", "XXXX-02-29", "XXXX-04~", "2022-04-23", "XXXX"]),
    st.sampled_from(["2022", "2024", "2022?", "0001", "202X", "2022-04"]),
    st.sampled_from(["2022-04-23", "2024-02-29", "2022-04", "2022", "0001-04-23", "2022-04~"]),
)
def test_a_claim_that_is_its_year_and_day_to_the_letter_is_what_they_give(
    stated: str, year: str, claimed: str
) -> None:
    inputs = {"stated": stated, "year": year}
    if is_completed(inputs, claimed):
        assert derived_days("context-year", inputs) == edtf.parse(claimed).days
