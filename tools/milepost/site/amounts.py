"""Quantities in words: 41.39E9 JPY in, 41.39 billion JPY out."""

from decimal import Decimal
from functools import cache

from milepost import quantity
from milepost.site.phrase import Code, Phrase

# The powers of ten that have a name; with it the digits written stay the digits shown.
_NAMED = {0: "", 6: " million", 9: " billion", 12: " trillion"}
_MANY = Decimal(10_000_000)


@cache
def amount_phrase(text: str) -> Phrase:
    """Return a quantity as a reader says it, with its code where the words hide its exactness."""
    try:
        found = quantity.parse(text)
    except ValueError:
        return (text,)
    written = [number for number in (found.low, found.high) if number]
    words = _words(found)
    return (words,) if all(_exponent(n) in _NAMED for n in written) else (words, " ", Code(text))


def _words(found: quantity.Quantity) -> str:
    unit = f" {found.unit}" if found.unit else ""
    low, high = (_number(number) if number else "" for number in (found.low, found.high))
    if not low:
        return f"up to {high}{unit}"
    if not high:
        return f"{low}{unit} or more"
    return f"{low}{unit}" if low == high else f"{low} to {high}{unit}"


def _exponent(number: str) -> int:
    return int(number.partition("E")[2] or 0)


def _number(number: str) -> str:
    mantissa = Decimal(number.partition("E")[0])
    if _exponent(number) in _NAMED:
        return f"{mantissa:,}{_NAMED[_exponent(number)]}"
    whole = Decimal(number)
    return f"{whole.scaleb(-6):,f} million" if whole >= _MANY else f"{whole:,f}"
