"""The units of quantities: a symbol in, its dimension and its exact worth in base units out."""

from fractions import Fraction
from typing import Final, NamedTuple

from milepost.currencies import CURRENCIES


class Unit(NamedTuple):
    """A unit; `factor` is how many base units of its dimension one of it is worth."""

    dimension: str
    factor: Fraction


COUNT: Final = Unit("count", Fraction(1))

# The SI prefixes, and the units accepted for use with the SI (SI Brochure, 9th edition, tables
# 5, 7 and 8). The base unit of each dimension is the one with factor 1; that of mass is the kg.
_PREFIXES: Final = {
    "m": Fraction(1, 1000),
    "c": Fraction(1, 100),
    "d": Fraction(1, 10),
    "h": Fraction(100),
    "k": Fraction(1000),
    "M": Fraction(10**6),
    "G": Fraction(10**9),
    "T": Fraction(10**12),
    "P": Fraction(10**15),
}
_SMALL_AND_LARGE, _LARGE, _NONE = "mcdhkMGTP", "kMGTP", ""
# Symbol, dimension, worth, the power to which a prefix is raised, and the prefixes in use.
_UNITS: Final = (
    ("m", "length", Fraction(1), 1, _SMALL_AND_LARGE),
    ("m2", "area", Fraction(1), 2, _SMALL_AND_LARGE),
    ("ha", "area", Fraction(10**4), 1, _NONE),
    ("m3", "volume", Fraction(1), 3, _SMALL_AND_LARGE),
    ("l", "volume", Fraction(1, 1000), 1, _SMALL_AND_LARGE),
    ("L", "volume", Fraction(1, 1000), 1, _SMALL_AND_LARGE),
    ("g", "mass", Fraction(1, 1000), 1, _SMALL_AND_LARGE),
    ("t", "mass", Fraction(1000), 1, _LARGE),
    ("s", "time", Fraction(1), 1, "m"),
    ("min", "time", Fraction(60), 1, _NONE),
    ("h", "time", Fraction(3600), 1, _NONE),
    ("d", "time", Fraction(86400), 1, _NONE),
    ("W", "power", Fraction(1), 1, _SMALL_AND_LARGE),
    ("Wh", "energy", Fraction(3600), 1, _LARGE),
    ("J", "energy", Fraction(1), 1, _LARGE),
    ("V", "voltage", Fraction(1), 1, _LARGE),
    ("Hz", "frequency", Fraction(1), 1, _LARGE),
)


def _with_prefixes() -> dict[str, Unit]:
    units = {}
    for symbol, dimension, worth, power, prefixes in _UNITS:
        units[symbol] = Unit(dimension, worth)
        for prefix in prefixes:
            units[prefix + symbol] = Unit(dimension, worth * _PREFIXES[prefix] ** power)
    return units


_SI: Final = _with_prefixes()
_MONEY: Final = {code: Unit(code, Fraction(1)) for code in CURRENCIES}
_BY_LOWER_CASE: Final = {symbol.lower(): symbol for symbol in _SI}


def unit_of(symbol: str) -> Unit | None:
    """Give the unit of an SI symbol or of a currency code, or None."""
    return _SI.get(symbol) or _MONEY.get(symbol)


def why_no_unit(symbol: str) -> str:
    """Say what is wrong with a symbol that is no unit, and how it is mended."""
    rule = f"{symbol} is neither a currency code as in ISO 4217 (JPY) nor an SI unit (km, ha, MW)"
    if meant := _meant(symbol):
        return f"{rule}; write {meant}"
    return f"{rule}; what is counted, such as people or copies, has no unit"


def _meant(symbol: str) -> str | None:
    """Find a unit that differs in case alone; m for M is not guessed, being 10^9 off."""
    plain = symbol.replace("²", "2").replace("³", "3")
    if plain in _SI:
        return plain
    found = _BY_LOWER_CASE.get(plain.lower())
    if found and {plain[0], found[0]} != {"m", "M"}:
        return found
    return symbol.upper() if symbol.upper() in CURRENCIES and not found else None
