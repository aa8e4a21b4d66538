"""A quantity as its source writes it: text such as 41.39E9 JPY in, the amounts it allows out.

The digits written are the significant ones, so 3E8 USD is 250 to 350 million; a count is exact.
"""

import math
import re
from fractions import Fraction
from functools import lru_cache
from typing import Final, NamedTuple

from milepost.intervals import Interval, Intervals
from milepost.units import COUNT, Unit, unit_of, why_no_unit

_NUMBER: Final = r"-?(?:0|[1-9][0-9]{0,29})(?:\.[0-9]{1,30})?(?:E-?[1-9][0-9]?)?"
_QUANTITY: Final = re.compile(rf"(?:({_NUMBER})|\[({_NUMBER})?\.\.({_NUMBER})?\])(?: (\S+))?")
_LONGEST_SHOWN: Final = 80
_SHAPES: Final = (
    "write a number and a unit, such as 41.39E9 JPY, 709.8 m, [300E6..384E6] USD, [..200E6] USD "
    "(up to) or [200..] km (over); a count is digits alone"
)
_MENDS: Final = tuple(
    (re.compile(pattern), replacement, reason)
    for pattern, replacement, reason in (
        (r"(?<=[0-9])[, '_](?=[0-9]{3}(?![0-9]))", "", "digits stand without separators"),
        (r"(?<=[0-9]),(?=[0-9])", ".", "the decimal sign is a full stop"),
        (r"(?<=[0-9]) ?(?:[x×*] ?10\^|e\+?|E\+)(?=-?[0-9])", "E", "powers of ten have an E"),
        (r"(?<=[0-9]) ?(?:bn|billion)\b", "E9", "powers of ten have an E"),
        (r"(?<=[0-9]) ?(?:mn|million)\b", "E6", "powers of ten have an E"),
        (r"^([A-Z]{3}) ?([0-9].*)$", r"\2 \1", "the unit stands after the number"),
        (r"(?<=[0-9\]])(?=[A-DF-Za-zµ])", " ", "one space parts the number from its unit"),
        (r"^\+|(?<![0-9.E])0+(?=[1-9])", "", "a number has no plus sign or leading zero"),
        (r"^(?:<|<=|up to) ?([0-9].*?)( \S+)?$", r"[..\1]\2", "up to is an open range"),
        (r"^(?:>|>=|over) ?([0-9].*?)( \S+)?$", r"[\1..]\2", "over is an open range"),
        (r"^([0-9.E]+)\+( \S+)?$", r"[\1..]\2", "and more is an open range"),
        (r"²", "2", "a power in a unit is a plain digit"),
        (r"³", "3", "a power in a unit is a plain digit"),
    )
)


class Quantity(NamedTuple):
    """A number or a range of numbers, as written, and the amounts it allows.

    `low` and `high` are the numbers as written, equal for a single one, None where it is open;
    `unit` is as written too, and empty for a count. `dimension` is the currency's code, the kind
    of magnitude (length, mass and so on) or `count`.
    """

    text: str
    low: str | None
    high: str | None
    unit: str
    dimension: str

    @property
    def values(self) -> Intervals:
        """The numbers that it allows, in the base unit of its dimension."""
        return _values(self.text, self.low, self.high, self.unit)


@lru_cache(maxsize=8192)
def parse(text: str) -> Quantity:
    """Read a quantity; raises ValueError with a sentence for people that says how to mend it."""
    found = _QUANTITY.fullmatch(text)
    if found is None:
        raise ValueError(_why_no_quantity(text))
    single, low, high, symbol = found.groups()
    unit = unit_of(symbol) if symbol else COUNT
    if unit is None:
        raise ValueError(f"{text}: {why_no_unit(symbol)}")
    low, high = single or low, single or high
    # Of one number with a unit nothing can be amiss, and few are ever compared.
    if not single or unit is COUNT:
        _values(text, low, high, symbol or "")
    return Quantity(text, low, high, symbol or "", unit.dimension)


@lru_cache(maxsize=8192)
def _values(text: str, low: str | None, high: str | None, symbol: str) -> Intervals:
    unit = unit_of(symbol) if symbol else COUNT
    return (_between(text, low, high, unit or COUNT),)


def _between(text: str, low: str | None, high: str | None, unit: Unit) -> Interval:
    if low is None and high is None:
        raise ValueError(f"{text}: a range open at both ends says nothing; write one of the two")
    least = _amounts(text, low, unit)[0] if low else -math.inf
    most = _amounts(text, high, unit)[1] if high else math.inf
    if least >= most:
        raise ValueError(f"{text}: {low} is more than {high}; write the smaller number first")
    return least, most


def _amounts(text: str, number: str, unit: Unit) -> Interval:
    """Give the amounts that one number stands for, half a unit of its last digit to each side."""
    if unit is COUNT:
        return _count(text, number)
    value, step = _value_and_step(number)
    return _plain((value - step / 2) * unit.factor), _plain((value + step / 2) * unit.factor)


def _count(text: str, number: str) -> Interval:
    if number.isdecimal():
        return int(number), int(number) + 1
    value, step = _value_and_step(number)
    if value < 1 or value.denominator != 1 or "E" not in number:
        raise ValueError(f"{text}: a count is a whole number from 0; anything else needs a unit")
    low, high = math.ceil(value - step / 2), math.ceil(value + step / 2) - 1
    raise ValueError(
        f"{text}: a count is exact and written out; write {value}, or [{low}..{high}] if rounded"
    )


def _value_and_step(number: str) -> tuple[Fraction, Fraction]:
    """Give a number's value and the worth of the last digit written."""
    mantissa, _, exponent = number.partition("E")
    whole, _, decimals = mantissa.partition(".")
    step = Fraction(10) ** (int(exponent or 0) - len(decimals))
    return int(whole + decimals) * step, step


def _plain(number: Fraction) -> int | Fraction:
    return number.numerator if number.denominator == 1 else number


def _why_no_quantity(text: str) -> str:
    mended = "".join(str(int(sign)) if sign.isdecimal() else sign for sign in text.strip())
    reasons = [] if mended == text else ["a quantity has plain digits and no space around it"]
    for pattern, replacement, reason in _MENDS:
        if (changed := pattern.sub(replacement, mended)) != mended:
            mended = changed
            reasons.append(reason)
    shown = text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"
    if reasons and _QUANTITY.fullmatch(mended):
        return f"{shown!r}: {reasons[0]}; write {mended}"
    return f"{shown!r}: not a quantity; {_SHAPES}"
