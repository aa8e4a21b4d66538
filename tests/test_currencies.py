"""Currencies: every code that CLDR knows, and none of a mere likeness."""

import pytest

from milepost import quantity
from milepost.currencies import CURRENCIES
from milepost.units import unit_of


def test_the_codes_are_those_of_cldr_but_the_ones_for_no_currency_and_for_tests() -> None:
    babel = pytest.importorskip("babel", reason="needs babel, which comes with sphinx")

    assert set(babel.Locale("en").currencies) - {"XXX", "XTS"} == CURRENCIES


@pytest.mark.parametrize("code", ["JPY", "USD", "KHR", "KRW", "VND"])
def test_a_currency_is_a_dimension_of_its_own(code: str) -> None:
    unit = unit_of(code)

    assert unit is not None
    assert code == unit.dimension


@pytest.mark.parametrize("code", ["KRH", "SUR", "DEM", "FRF"])
def test_older_money_has_its_code(code: str) -> None:
    assert code == quantity.parse(f"3E6 {code}").dimension


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("3E6 JYP", "neither a currency code"),
        ("3E6 XXX", "neither a currency code"),
        ("3E6 jpy", "write JPY"),
        ("300E6+ USD", r"write \[300E6..\] USD"),
        ("over 300E6 USD", r"write \[300E6..\] USD"),
        ("up to 8", r"write \[..8\]"),
    ],
)
def test_what_is_no_quantity_is_told_how_to_be_one(written: str, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        quantity.parse(written)
