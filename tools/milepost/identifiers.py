"""Identifiers of milestones: six characters of the NOID alphabet and a check character."""

from collections.abc import Callable, Container, Mapping, Sequence
from operator import mul

ALPHABET = "0123456789bcdfghjkmnpqrstvwxz"
_VALUE = {character: value for value, character in enumerate(ALPHABET)}
PREFIX = "mp-"
LENGTH = 6
_POSITIONS = range(1, LENGTH + 1)


def check_character(payload: str) -> str:
    """Return the check character of six characters of the alphabet.

    The NOID check digit algorithm (J. Kunze, California Digital Library): the sum of values times
    positions from 1, modulo the size of the alphabet. Since 29 is prime and longer than the word,
    any one wrong character and any transposition changes it.
    """
    values = [_VALUE[character] for character in payload]
    return ALPHABET[sum(map(mul, values, _POSITIONS)) % len(ALPHABET)]


def expected(identifier: str) -> str:
    """Return the identifier with the check character that its six characters ask for."""
    payload = identifier[len(PREFIX) : len(PREFIX) + LENGTH]
    return PREFIX + payload + check_character(payload)


def is_sound(identifier: str) -> bool:
    """Return whether a well-formed identifier ends in its own check character."""
    return identifier == expected(identifier)


def minted(taken: Container[str], choice: Callable[[Sequence[str]], str]) -> str:
    """Return a fresh identifier that is not taken; `choice` draws from a sequence at random."""
    while True:
        payload = "".join(choice(ALPHABET) for _ in range(LENGTH))
        identifier = PREFIX + payload + check_character(payload)
        if identifier not in taken:
            return identifier


def entry_id(entry: Mapping[str, object]) -> str:
    """Return the name of an evidence entry: its own, or else the slug of its source."""
    return str(entry.get("id") or entry["source"])
