"""Which dates a stage may hold: one instant with its uncertainty, and nothing else."""

import pytest

from milepost import edtf


@pytest.mark.parametrize(
    "text",
    [
        "2013-12",
        "1963~",
        "[1963,1966,1967]",
        "[..2023-11]",
        "[1953-01..]",
        "XXXX-04-23",
        "0043",
        "1985-04-XX",
        "2004-06~-11",
    ],
)
def test_a_stage_may_hold_one_instant_with_its_uncertainty(text: str) -> None:
    assert edtf.is_instant(edtf.parse(text))


@pytest.mark.parametrize(
    ("text", "mend"),
    [
        ("1963/1966", "what lasted has an `end`"),
        ("1963/1966", "some time within is [a..b]"),
        ("2001-21", "write its months as [a..b]"),
        ("2001-34", "write its months as [a..b]"),
        ("1985-04-12T23:20:30Z", "write the day at the place"),
        ("Y17E7", "a year has four digits here"),
        ("{1963,1966}", "one of them is [...]"),
        ("[2001-21,2003]", "write its months as [a..b]"),
        ("[1963,-2001?-21~]", "write its months as [a..b]"),
        ("[Y12345..]", "a year has four digits here"),
        ("-0043", "a year is 0001 or later here"),
        ("0000-12-31", "a year is 0001 or later here"),
        ("000X", "a year is 0001 or later here"),
        ("[..-0043-03-15]", "a year is 0001 or later here"),
        ("[-0043,1953]", "a year is 0001 or later here"),
    ],
)
def test_a_stage_refuses_the_rest_with_a_mend(text: str, mend: str) -> None:
    date = edtf.parse(text)
    assert not edtf.is_instant(date)
    assert mend in str(edtf.refusal(date))


@pytest.mark.parametrize("text", ["XXXX-XX-23", "[XXXX-04-23,XXXX-05-01]"])
def test_a_date_without_a_year_stands_alone_and_names_its_month(text: str) -> None:
    assert "stands alone and names its month" in str(edtf.refusal(edtf.parse(text)))
