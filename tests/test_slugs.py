import pytest

from milepost.drafting.slugs import initials_of, keywords_of, slug_of
from milepost.identifiers import ALPHABET, is_sound, minted


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Saitō Tetsuo", "saito-tetsuo"),
        ("Phạm Văn Đồng", "pham-van-dong"),
        ("Hor Namhong’s visit, 1996", "hor-namhongs-visit-1996"),
        ("  ", ""),
        ("斎藤実", ""),
        ("word " * 20, "word-word-word-word-word-word-word-word-word"),
        ("x" * 90, "x" * 48),
    ],
)
def test_a_slug_has_plain_letters_and_whole_words(text: str, expected: str) -> None:
    assert expected == slug_of(text)


@pytest.mark.parametrize(
    ("publisher", "expected"),
    [("The Phnom Penh Post", "ppp"), ("Reuters", "reuters"), ("Agence Kampuchea Presse", "akp")],
)
def test_a_publisher_goes_by_its_initials(publisher: str, expected: str) -> None:
    assert expected == initials_of(publisher)


def test_little_words_say_nothing_in_a_slug() -> None:
    assert "report-talks-kumamoto" == keywords_of("Report of the talks in Kumamoto", 30)


def test_an_identifier_that_is_taken_is_drawn_again() -> None:
    draws = iter("000000000001")
    first = minted(set(), lambda _: "0")

    second = minted({first}, lambda alphabet: alphabet[ALPHABET.index(next(draws))])
    assert is_sound(first)
    assert is_sound(second)
    assert "mp-000001" == second[:-1]
