"""What holds of derived dates for every date: the days asked for, none finer than the inputs."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from milepost import edtf, intervals
from milepost.edtf.spell import spelt
from milepost.evidence.derivations import derived_days
from milepost.evidence.relative import WEEKDAYS

days = st.dates(date(1900, 1, 1), date(2099, 12, 31))
months = st.builds("{:04}-{:02}".format, st.integers(1900, 2099), st.integers(1, 12))
weekdays = st.sampled_from(WEEKDAYS)


@given(days, weekdays)
def test_the_weekday_after_a_day_is_one_of_the_seven_that_follow(day: date, weekday: str) -> None:
    found = date.fromisoformat(
        spelt(derived_days("weekday-after", {"weekday": weekday, "after": day.isoformat()}))
    )

    assert WEEKDAYS[found.weekday()] == weekday
    assert timedelta(0) < found - day <= timedelta(7)


@given(days, weekdays)
def test_before_and_after_a_day_the_same_weekday_is_one_or_two_weeks_apart(
    day: date, weekday: str
) -> None:
    text = day.isoformat()
    before = spelt(derived_days("weekday-before", {"weekday": weekday, "before": text}))
    after = spelt(derived_days("weekday-after", {"weekday": weekday, "after": text}))
    apart = date.fromisoformat(after) - date.fromisoformat(before)

    assert timedelta(14 if WEEKDAYS[day.weekday()] == weekday else 7) == apart


@given(months, st.integers(1, 31))
def test_a_day_of_a_month_lies_in_it_and_is_missing_from_short_months_alone(
    month: str, number: int
) -> None:
    stated = f"XXXX-XX-{number:02}"
    found = derived_days("context-month", {"stated": stated, "month": month})
    whole = edtf.parse(month).days

    assert intervals.within(found, whole)
    assert bool(found) == (number <= whole[0][1] - whole[0][0])


@given(days, st.integers(1, 999))
def test_counting_both_ends_ends_a_day_sooner_and_a_silent_source_leaves_either(
    day: date, number: int
) -> None:
    inputs = {"start": day.isoformat(), "lasted": f"P{number}D"}
    inclusive = derived_days("duration", {**inputs, "counting": "inclusive"})
    exclusive = derived_days("duration", {**inputs, "counting": "exclusive"})

    assert (day + timedelta(number)).isoformat() == spelt(exclusive)
    assert (day + timedelta(number - 1)).isoformat() == spelt(inclusive)
    assert intervals.union(inclusive, exclusive) == derived_days("duration", inputs)


@given(days, days, st.integers(1, 99))
def test_a_start_that_is_less_exact_makes_an_end_that_is_less_exact(
    one: date, other: date, weeks: int
) -> None:
    first, last = sorted((one.isoformat(), other.isoformat()))
    lasted = {"lasted": f"P{weeks}W", "counting": "exclusive"}
    exact = derived_days("duration", {**lasted, "start": first})
    wide = derived_days("duration", {**lasted, "start": f"[{first}..{last}]"})

    assert intervals.within(exact, wide)
