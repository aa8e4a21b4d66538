"""Identifiers of milestones: from a running number to one that looks as if minted at random."""

from typing import Final

from milepost.identifiers import ALPHABET, LENGTH, PREFIX, check_character

_BASE: Final = len(ALPHABET)
# Prime, and no factor of the number of identifiers: so no two numbers meet.
_STRIDE: Final = 100_000_007


def milestone_id(number: int) -> str:
    """Return the identifier of a number from 0 to 29**6 - 1; different numbers, different ones."""
    rest = (number + 1) * _STRIDE % _BASE**LENGTH
    payload = ""
    for _ in range(LENGTH):
        rest, digit = divmod(rest, _BASE)
        payload += ALPHABET[digit]
    return PREFIX + payload + check_character(payload)
