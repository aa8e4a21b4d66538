"""Identifiers: the check character catches what people do wrong when they copy."""

from itertools import combinations

import pytest

from milepost.identifiers import ALPHABET, check_character, expected, is_sound


@pytest.mark.parametrize("identifier", ["mp-2x9zg7k", "mp-7b3k1ff"])
def test_a_sound_identifier_ends_in_its_check_character(identifier: str) -> None:
    assert is_sound(identifier)


def test_the_right_identifier_is_known_for_a_wrong_one() -> None:
    assert "mp-2x9zg7k" == expected("mp-2x9zg7b")


def test_every_single_wrong_character_is_caught() -> None:
    payload = "2x9zg7"
    wrong = (
        payload[:i] + other + payload[i + 1 :]
        for i in range(len(payload))
        for other in ALPHABET
        if other != payload[i]
    )

    assert [] == [other for other in wrong if check_character(other) == check_character(payload)]


def test_every_transposition_of_two_different_characters_is_caught() -> None:
    payload = "2x9zg7"

    for i, j in combinations(range(len(payload)), 2):
        swapped = list(payload)
        swapped[i], swapped[j] = swapped[j], swapped[i]
        assert check_character(payload) != check_character("".join(swapped))
