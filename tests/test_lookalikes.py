"""Words that mix letters of scripts which look alike, and what hides between two letters."""

import json

import pytest

from flaws import only_flaw_of
from milepost.reading.lookalikes import suspicious
from milepost.reading.strict import parse

FINE = {
    "Latin": "Kishida Fumio, Ōta, Phạm Văn Đồng",
    "two scripts in two words": "Москва (Moskva), Αθήνα (Athína)",
    "Japanese beside Latin": "第4回ASEAN首脳会議",
    "Khmer with its word breaks": "ព្រះរាជាណាចក្រ\u200bកម្ពុជា ASEAN",
    "a joiner in a script that needs it": "श्री\u200dलंका",
    "a unit with omega": "5 kΩ",
    "a unit with mu": "20 μm",
    "a sign of multiplication": "2×3",
}
MIXED = {
    "Cyrillic in Latin": ("Kumamоto", 'type it anew: "Kumamoto"'),
    "Greek in Latin": ("Τokyo", 'type it anew: "Tokyo"'),
    "Latin in Cyrillic": ("Mосква", "type the word anew, in the letters of one script"),
    "Armenian in Latin": ("Tօkyo", "type the word anew, in the letters of one script"),
    "Cyrillic beside an accent": ("Pékіn", 'type it anew: "Pékin"'),
    "a space of no width": ("To\u200bkyo", "delete it"),
    "a joiner": ("To\u200dkyo", "delete it"),
    "a joiner beside an accent": ("Pé\u200ckin", "delete it"),
}


def spelt(text: str) -> bytes:
    return (json.dumps({"name": text}, indent=2, ensure_ascii=False) + "\n").encode()


@pytest.mark.parametrize("name", FINE)
def test_a_word_of_one_script_passes(name: str) -> None:
    assert not suspicious(spelt(FINE[name]))
    assert ({"name": FINE[name]}, []) == parse(spelt(FINE[name]))


@pytest.mark.parametrize("name", MIXED)
def test_a_word_of_two_scripts_is_found_with_what_to_type(name: str) -> None:
    text, hint = MIXED[name]
    flaw = only_flaw_of(spelt(text).decode())

    assert suspicious(spelt(text))
    assert ("JSN-010", 2, hint) == (flaw.rule, flaw.line, flaw.hint)


def test_the_column_is_that_of_the_odd_letter() -> None:
    assert 11 + len("Kumam") + 1 == only_flaw_of(spelt("Kumamоto").decode()).column


def test_no_more_than_five_words_are_told() -> None:
    _, flaws = parse(spelt(" ".join(["Kumamоto"] * 9)))

    assert 5 == len(flaws)
