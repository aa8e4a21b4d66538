"""The set of days that a date allows, its ends, its order and how two dates lie to each other."""

import datetime as dt
import math

import pytest

from milepost import edtf
from milepost.edtf.gregorian import day_number
from milepost.intervals import overlap, within


def days(first: str, last: str) -> tuple[int, int]:
    """Give the half-open pair of day numbers from one ISO day through another."""
    low, high = dt.date.fromisoformat(first), dt.date.fromisoformat(last)
    return low.toordinal(), high.toordinal() + 1


@pytest.mark.parametrize(
    "day", ["0001-01-01", "1600-02-29", "1900-03-01", "2024-02-29", "9999-12-31"]
)
def test_days_are_numbered_as_the_standard_library_numbers_them(day: str) -> None:
    year, month, date = map(int, day.split("-"))
    assert dt.date.fromisoformat(day).toordinal() == day_number(year, month, date)


def test_the_day_before_the_year_one_is_zero() -> None:
    assert (0, -365, -366) == (day_number(0, 12, 31), day_number(0), day_number(-1, 12, 31))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1953-01-09", [("1953-01-09", "1953-01-09")]),
        ("2024-02", [("2024-02-01", "2024-02-29")]),
        ("2013-12", [("2013-12-01", "2013-12-31")]),
        ("1963", [("1963-01-01", "1963-12-31")]),
        ("1963?", [("1963-01-01", "1963-12-31")]),
        ("1963~", [("1963-01-01", "1963-12-31")]),
        ("195X", [("1950-01-01", "1959-12-31")]),
        ("1985-04-XX", [("1985-04-01", "1985-04-30")]),
        ("1985-XX-XX", [("1985-01-01", "1985-12-31")]),
        ("1985-1X", [("1985-10-01", "1985-12-31")]),
        ("2004-02-2X", [("2004-02-20", "2004-02-29")]),
        ("2004-04-3X", [("2004-04-30", "2004-04-30")]),
        ("2004-0X-31", [(f"2004-0{month}-31", f"2004-0{month}-31") for month in (1, 3, 5, 7, 8)]),
        ("200X-02-29", [("2000-02-29",) * 2, ("2004-02-29",) * 2, ("2008-02-29",) * 2]),
        ("[1963,1966,1967]", [("1963-01-01", "1963-12-31"), ("1966-01-01", "1967-12-31")]),
        ("[1963,1966..1967]", [("1963-01-01", "1963-12-31"), ("1966-01-01", "1967-12-31")]),
        ("{1963,1966}", [("1963-01-01", "1963-12-31"), ("1966-01-01", "1966-12-31")]),
        ("[2013-11-05..2014-01]", [("2013-11-05", "2014-01-31")]),
        ("1964-06/1966", [("1964-06-01", "1966-12-31")]),
        ("2001-34", [("2001-04-01", "2001-06-30")]),
        ("2001-39", [("2001-09-01", "2001-12-31")]),
        ("2001-40", [("2001-01-01", "2001-06-30")]),
        ("2001-25", [("2001-03-01", "2001-05-31")]),
        ("2001-28", [("2001-12-01", "2002-02-28")]),
        ("2001-21", [("2001-03-01", "2001-05-31"), ("2001-09-01", "2001-11-30")]),
        ("1985-04-12T23:20:30+07:00", [("1985-04-12", "1985-04-12")]),
    ],
)
def test_a_date_is_the_set_of_days_it_allows(text: str, expected: list[tuple[str, str]]) -> None:
    assert tuple(days(*pair) for pair in expected) == edtf.parse(text).days


def test_a_year_between_two_in_a_set_is_not_in_the_set() -> None:
    assert not overlap(edtf.parse("1964").days, edtf.parse("[1963,1966]").days)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("[..2023-11]", -math.inf, "2023-12-01"),
        ("[1953-01-09..]", "1953-01-09", math.inf),
        ("../1985", -math.inf, "1986-01-01"),
        ("/1985", -math.inf, "1986-01-01"),
        ("1985/..", "1985-01-01", math.inf),
        ("1985/", "1985-01-01", math.inf),
    ],
)
def test_an_open_or_unknown_end_reaches_to_infinity(
    text: str, low: str | float, high: str | float
) -> None:
    expected = tuple(
        dt.date.fromisoformat(end).toordinal() if isinstance(end, str) else end
        for end in (low, high)
    )
    assert (expected,) == edtf.parse(text).days


def test_years_before_the_common_era_have_days_too() -> None:
    assert ((day_number(-43, 3, 15), day_number(-43, 3, 16)),) == edtf.parse("-0043-03-15").days
    assert ((day_number(-199), day_number(-99)),) == edtf.parse("-01XX").days
    assert ((day_number(-9), day_number(0)),) == edtf.parse("-000X").days


def test_a_year_beyond_four_digits_has_days() -> None:
    assert ((day_number(170000000), day_number(170000001)),) == edtf.parse("Y17E7").days


def test_a_day_of_an_unknown_year_is_that_day_of_ten_thousand_years() -> None:
    dated = edtf.parse("XXXX-04-23").days
    assert 10_000 == len(dated)
    assert within(edtf.parse("2022-04-23").days, dated)
    assert not overlap(edtf.parse("2022-04-24").days, dated)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1963", [("1963-01-01", "1963-12-31")]),
        ("1963?", [("1963-01-01", "1963-12-31")]),
        ("1963~", [("1962-01-01", "1964-12-31")]),
        ("1963%", [("1962-01-01", "1964-12-31")]),
        ("2013-12~", [("2013-11-01", "2014-01-31")]),
        ("2013-12-31~", [("2013-12-30", "2014-01-01")]),
        ("196X~", [("1950-01-01", "1979-12-31")]),
        ("1985-04-XX~", [("1985-03-01", "1985-05-31")]),
        ("1985-XX~", [("1984-01-01", "1986-12-31")]),
        ("2001-34~", [("2001-01-01", "2001-09-30")]),
        ("2022~-04-23", [("2021-04-23",) * 2, ("2022-04-23",) * 2, ("2023-04-23",) * 2]),
        ("2023-~01-31", [("2022-12-31",) * 2, ("2023-01-31",) * 2]),
        ("[1963~,1970]", [("1962-01-01", "1964-12-31"), ("1970-01-01", "1970-12-31")]),
        ("[1963~..1966]", [("1962-01-01", "1966-12-31")]),
        ("1963/1966-05~", [("1963-01-01", "1966-06-30")]),
    ],
)
def test_what_is_approximate_is_wider_by_a_unit_of_its_last_component_in_overlap_tests(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert tuple(days(*pair) for pair in expected) == edtf.parse(text).days_for_overlap


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("1953-01-09", (1953, 1, 9), (1953, 1, 9)),
        ("2024-02", (2024, 2, 1), (2024, 2, 29)),
        ("[1963,1966]", (1963, 1, 1), (1966, 12, 31)),
        ("[1966,1963]", (1963, 1, 1), (1966, 12, 31)),
        ("[..2023-11]", None, (2023, 11, 30)),
        ("[1953..]", (1953, 1, 1), None),
        ("[..1963,1970..]", None, None),
        ("19XX-02-29", (1904, 2, 29), (1996, 2, 29)),
        ("XXXX-04-23", (0, 4, 23), (9999, 4, 23)),
        ("2001-24", (2001, 6, 1), (2002, 2, 28)),
        ("2001-27", (2001, 9, 1), (2001, 11, 30)),
        ("-01XX", (-199, 1, 1), (-100, 12, 31)),
    ],
)
def test_earliest_and_latest_are_days_or_nothing_where_it_is_open(
    text: str, earliest: tuple[int, int, int] | None, latest: tuple[int, int, int] | None
) -> None:
    date = edtf.parse(text)
    assert (earliest, latest) == (date.earliest, date.latest)


def test_dates_sort_into_a_chronology() -> None:
    chronology = [
        "-0043",
        "1949-12-31",
        "1950-01-01",
        "1950-01",
        "1950",
        "195X",
        "[1950..]",
        "1950-06",
        "[..1950-11]",
        "[1951,1940]",
        "1953-01-09",
    ]
    chronology.sort(key=lambda text: edtf.parse(text).sort_key)
    assert [
        "-0043", "[1951,1940]", "1949-12-31", "1950-01-01", "1950-01", "1950", "195X", "[1950..]",
        "1950-06", "[..1950-11]", "1953-01-09",
    ] == chronology  # fmt: skip


def test_a_date_open_at_its_start_sorts_by_its_latest_day() -> None:
    assert (2023, 11, 30, 2023, 11, 30) == edtf.parse("[..2023-11]").sort_key


def test_a_date_open_at_both_ends_sorts_by_the_end_of_its_open_start() -> None:
    assert (1963, 12, 31) == edtf.parse("[..1963,1970..]").sort_key[:3]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("1963", "1963?", "same"),
        ("1963-05", "1963", "within"),
        ("1963", "1963-05", "contains"),
        ("[1963..1965]", "[1964..1966]", "overlapping"),
        ("1963~", "1964", "overlapping"),
        ("1963", "1965", "before"),
        ("[1970..]", "1965", "after"),
        ("1964", "[1963,1966]", "apart"),
        ("[..1963]", "1964", "before"),
    ],
)
def test_two_dates_are_compared_in_one_word(first: str, second: str, expected: str) -> None:
    assert expected == edtf.compare(edtf.parse(first), edtf.parse(second))
