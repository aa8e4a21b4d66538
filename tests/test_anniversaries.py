"""Anniversaries: what was known to the day returns each year, and nothing else does."""

from builders import a_milestone, a_record
from milepost.derive.anniversaries import Anniversary, anniversaries
from milepost.model import Record
from milepost.site.anniversary_tables import anniversary_periods, ordinal
from milepost.site.phrase import plain
from sites import the_small_site


def a_milestone_of(date: str) -> Record:
    return a_record(a_milestone(date=date))


def years_of(date: str, year: int) -> list[int]:
    return [one.years for one in anniversaries([a_milestone_of(date)], year)]


def test_a_day_returns_in_every_later_year() -> None:
    assert [73] == years_of("1953-01-09", 2026)


def test_a_day_has_no_anniversary_in_its_own_year_or_before() -> None:
    assert [] == years_of("2026-01-09", 2026)
    assert [] == years_of("2027-01-09", 2026)


def test_what_is_not_known_to_the_day_has_no_anniversary() -> None:
    for date in ("1953", "1953-01", "1953-01-09?", "[1953-01-09,1953-01-10]", "XXXX-01-09"):
        assert [] == years_of(date, 2026)


def test_a_milestone_without_a_date_has_no_anniversary() -> None:
    undated = a_record({"id": "mp-1", "stages": [{"stage": "planned"}]})

    assert [] == anniversaries([undated], 2026)


def test_every_fifth_anniversary_is_round() -> None:
    found = {
        year: one.is_round
        for year in range(2011, 2022)
        for one in anniversaries([a_milestone_of("2010-05-01")], year)
    }

    assert [2015, 2020] == [year for year, is_round in found.items() if is_round]


def test_the_twenty_ninth_of_february_is_missing_from_most_years() -> None:
    in_calendar = [
        one.is_in_calendar
        for year in (2027, 2028)
        for one in anniversaries([a_milestone_of("2008-02-29")], year)
    ]

    assert [False, True] == in_calendar


def test_anniversaries_come_by_day() -> None:
    records = [a_milestone_of(date) for date in ("1999-12-01", "2001-02-03", "1950-02-03")]

    assert [(2, 76), (2, 25), (12, 27)] == [
        (one.month, one.years) for one in anniversaries(records, 2026)
    ]


def test_a_year_before_four_digits_are_full_has_its_day_too() -> None:
    assert "0800-02-03" == Anniversary(a_milestone_of("0700-02-03"), 800, 2, 3, 100).date


def test_the_periods_hold_each_anniversary_of_both_years_once() -> None:
    site = the_small_site()
    milestones = site.dataset.of("milestone").values()
    found = [one for year in (2026, 2027) for one in anniversaries(milestones, year)]
    periods = list(anniversary_periods(site))

    assert ["in-2026", "in-2027", "past-2026"] == [period.name for period in periods]
    assert sum(one.is_round for one in found) == sum(len(p.celebrated.rows) for p in periods)
    assert sum(not one.is_round for one in found) == sum(len(p.others.rows) for p in periods)
    assert found


def test_what_is_still_to_come_stands_before_what_is_over() -> None:
    days = {
        period.title: {
            plain(row[0]) for table in (period.celebrated, period.others) for row in table.rows
        }
        for period in anniversary_periods(the_small_site())
    }

    assert "9 January 2026" not in days["Still to come in 2026"]
    assert "9 January 2027" in days["2027"]
    assert "9 January 2026" in days["Over in 2026"]


def test_an_ordinal_ends_as_it_is_said() -> None:
    assert ["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "72nd", "111th"] == [
        ordinal(number) for number in (1, 2, 3, 4, 11, 12, 13, 21, 72, 111)
    ]
