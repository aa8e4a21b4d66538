"""How precise a date is: the smallest unit of the calendar that it is known to lie in."""

import pytest

from milepost import edtf


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("1985-04-12T23:20:30Z", "second"),
        ("1985-04-12", "day"),
        ("1985-04", "month"),
        ("1985-04-XX", "month"),
        ("1985-04-1X", "month"),
        ("1985-24", "season"),
        ("1985-33", "quarter"),
        ("1985-37", "quadrimester"),
        ("1985-41", "half-year"),
        ("1985", "year"),
        ("1985-XX-23", "year"),
        ("Y17E7", "year"),
        ("198X", "decade"),
        ("156X-12-25", "decade"),
        ("-19XX", "century"),
        ("1XXX-12", "millennium"),
        ("XXXX-04-23", "unspecified"),
        ("[1963-05-01,1966]", "decade"),
        ("[1962-07-01,1962-07-11]", "month"),
        ("[1962-07-01..1962-08-11]", "year"),
        ("[1951-09-04..1963-01-09]", "century"),
        ("[1999-12-31,2000-01-01]", "unspecified"),
        ("[-0001,0001]", "unspecified"),
        ("[2022-04-23]", "day"),
        ("[..2023-11]", "unspecified"),
        ("2022-04-23/2022-05-01", "day"),
    ],
)
def test_precision_is_the_unit_that_a_date_is_known_to_lie_in(text: str, precision: str) -> None:
    assert precision == edtf.parse(text).precision
