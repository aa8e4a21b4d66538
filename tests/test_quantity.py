"""Quantities: numbers as a source writes them, their units, and the amounts they allow."""

import math
import re
from fractions import Fraction

import pytest

from milepost import quantity
from milepost.intervals import Bound, overlap, within

HALF = Fraction(1, 2)


@pytest.mark.parametrize(
    ("text", "low", "high", "dimension"),
    [
        ("8", 8, 9, "count"),
        ("0", 0, 1, "count"),
        ("[8..12]", 8, 13, "count"),
        ("[8..]", 8, math.inf, "count"),
        ("41.39E9 JPY", 41_385_000_000, 41_395_000_000, "JPY"),
        ("383.22E6 USD", 383_215_000, 383_225_000, "USD"),
        ("3E8 USD", 250_000_000, 350_000_000, "USD"),
        ("300 USD", 300 - HALF, 300 + HALF, "USD"),
        ("300.0 USD", Fraction(29995, 100), Fraction(30005, 100), "USD"),
        ("0 USD", -HALF, HALF, "USD"),
        ("-5 JPY", -5 - HALF, -5 + HALF, "JPY"),
        ("[41.288E9..41.39E9] JPY", 41_287_500_000, 41_395_000_000, "JPY"),
        ("[..200E6] USD", -math.inf, 200_500_000, "USD"),
        ("[200..] km", 199_500, math.inf, "length"),
        ("709.8 m", Fraction(70975, 100), Fraction(70985, 100), "length"),
        ("25E-3 km", Fraction(245, 10), Fraction(255, 10), "length"),
        ("5 ha", 45_000, 55_000, "area"),
        ("3 m2", 2 + HALF, 3 + HALF, "area"),
        ("3 km2", 2_500_000, 3_500_000, "area"),
        ("1 m3", HALF, 1 + HALF, "volume"),
        ("1E3 L", HALF, 1 + HALF, "volume"),
        ("2 t", 1500, 2500, "mass"),
        ("2 kg", 1 + HALF, 2 + HALF, "mass"),
        ("50 MW", 49_500_000, 50_500_000, "power"),
        ("1 kWh", 1_800_000, 5_400_000, "energy"),
        ("2 h", 5400, 9000, "time"),
        ("115 kV", 114_500, 115_500, "voltage"),
    ],
)
def test_a_quantity_allows_half_a_unit_of_its_last_digit_unless_it_is_a_count(
    text: str, low: Bound, high: Bound, dimension: str
) -> None:
    read = quantity.parse(text)
    assert (dimension, ((low, high),)) == (read.dimension, read.values)


def test_prefixes_convert_exactly() -> None:
    assert quantity.parse("1.000 km").values == quantity.parse("1000 m").values
    assert within(quantity.parse("1000 m").values, quantity.parse("1 km").values)


def test_a_hectare_is_a_hundredth_of_a_square_kilometre() -> None:
    assert quantity.parse("5 ha").values == quantity.parse("0.05 km2").values


def test_a_finer_figure_lies_within_the_rounded_one() -> None:
    assert within(quantity.parse("383.22E6 USD").values, quantity.parse("4E8 USD").values)


def test_neighbouring_counts_do_not_overlap() -> None:
    assert not overlap(quantity.parse("8").values, quantity.parse("9").values)


def test_two_currencies_have_two_dimensions() -> None:
    assert {"JPY", "USD"} == {quantity.parse(f"3E8 {code}").dimension for code in ("JPY", "USD")}


def test_the_numbers_and_the_unit_are_kept_as_written() -> None:
    single, ranged = quantity.parse("41.39E9 JPY"), quantity.parse("[..200E6] USD")
    assert ("41.39E9", "41.39E9", "JPY") == (single.low, single.high, single.unit)
    assert (None, "200E6", "USD") == (ranged.low, ranged.high, ranged.unit)
    assert ("8", "8", "") == (
        quantity.parse("8").low,
        quantity.parse("8").high,
        quantity.parse("8").unit,
    )


@pytest.mark.parametrize(
    ("text", "mend"),
    [
        ("", "write a number and a unit"),
        ("41,390,000,000 JPY", "digits stand without separators; write 41390000000 JPY"),
        ("10 000 ha", "write 10000 ha"),
        ("41,39E9 JPY", "the decimal sign is a full stop; write 41.39E9 JPY"),
        ("41.39e9 JPY", "write 41.39E9 JPY"),
        ("3x10^8 USD", "write 3E8 USD"),
        ("200 million USD", "write 200E6 USD"),
        ("1.5 billion JPY", "write 1.5E9 JPY"),
        ("5km", "one space parts the number from its unit; write 5 km"),
        ("USD 200E6", "the unit stands after the number; write 200E6 USD"),
        ("up to 200E6 USD", "write [..200E6] USD"),
        ("over 200 km", "write [200..] km"),
        (" 5 m", "write 5 m"),
        ("5 m\n", "write 5 m"),
        ("５ m", "write 5 m"),
        ("007", "write 7"),
        ("+7", "write 7"),
        ("$200", "write a number and a unit"),
        ("5  m", "write a number and a unit"),
        ("[5,6] m", "write a number and a unit"),
        ("[..] USD", "a range open at both ends says nothing"),
        ("[9..8]", "write the smaller number first"),
        ("[384E6..300E6] USD", "384E6 is more than 300E6"),
        ("3E6", "write 3000000, or [2500000..3499999] if rounded"),
        ("[3E6..]", "a count is exact"),
        ("1.5", "a count is a whole number"),
        ("-5", "a count is a whole number"),
        ("5E-1", "a count is a whole number"),
        ("5 Km", "write km"),
        ("5 km²", "write km2"),
        ("5 MWH", "write MWh"),
        ("5 usd", "write USD"),
        ("12 people", "has no unit"),
        ("1E999 m", "write a number and a unit"),
    ],
)
def test_what_is_not_a_quantity_is_refused_with_its_mend(text: str, mend: str) -> None:
    with pytest.raises(ValueError, match=re.escape(mend)):
        quantity.parse(text)


def test_a_milli_is_never_offered_for_a_mega() -> None:
    with pytest.raises(ValueError, match="mt is neither") as refused:
        quantity.parse("5 mt")
    assert "Mt" not in str(refused.value)


def test_a_very_long_number_is_refused_without_repeating_all_of_it() -> None:
    with pytest.raises(ValueError, match="9…") as refused:
        quantity.parse("9" * 5000)
    assert 300 > len(str(refused.value))
