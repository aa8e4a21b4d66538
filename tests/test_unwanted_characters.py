import sys
import time
import unicodedata

import pytest

from flaws import flaws_of, holding, only_flaw_of, place
from milepost.reading.strict import parse


def test_a_decomposed_text_is_shown_at_its_first_letter_and_keeps_its_value() -> None:
    value, (flaw,) = parse(holding("大使 cafe\u0301").encode())
    assert ({"note": "大使 cafe\u0301"}, ("JSN-007", 2, 18)) == (value, place(flaw))
    assert "U+00E9 LATIN SMALL LETTER E WITH ACUTE" in flaw.message


@pytest.mark.parametrize("text", ["か\u3099", "\u212b", "\u0958", "Å\u0323", "\uf900"])
def test_every_sort_of_decomposition_is_found(text: str) -> None:
    assert ["JSN-007"] == [flaw.rule for flaw in flaws_of(holding(text))]


def test_a_mark_that_composes_with_nothing_is_in_normal_form() -> None:
    assert [] == flaws_of(holding("m\u0302"))


@pytest.mark.parametrize("marks", ["\u0301\u0323", "\u17dd\u17d2", "\u0e48\u0e38"])
def test_a_megabyte_of_marks_on_one_letter_is_refused_in_bounded_time(marks: str) -> None:
    begun = time.process_time()
    value, (flaw,) = parse(holding("a" + marks * 150_000).encode())
    assert (None, ("JSN-007", 2, 11)) == (value, place(flaw))
    assert time.process_time() - begun < 5


def test_thirty_marks_on_one_letter_are_composed() -> None:
    value, (flaw,) = parse(holding("a" + "\u0301\u0323" * 15).encode())
    assert value is not None
    assert ("JSN-007", 2, 12) == place(flaw)


def test_at_most_five_decomposed_texts_are_shown() -> None:
    texts = ",\n".join(f'  "e\u0301 {number}"' for number in range(9))
    assert ["JSN-007"] * 5 == [flaw.rule for flaw in flaws_of(f"[\n{texts}\n]\n")]


UNWANTED = {
    "a turn of direction": ("\u202e", "RIGHT-TO-LEFT OVERRIDE", "direction"),
    "an isolate": ("\u2066", "LEFT-TO-RIGHT ISOLATE", "direction"),
    "a direction mark": ("\u200f", "RIGHT-TO-LEFT MARK", "direction"),
    "an Arabic mark": ("\u061c", "ARABIC LETTER MARK", "direction"),
    "a byte order mark inside": ("\ufeff", "ZERO WIDTH NO-BREAK SPACE", "cannot be seen"),
    "a soft hyphen": ("\xad", "SOFT HYPHEN", "cannot be seen"),
    "a word joiner": ("\u2060", "WORD JOINER", "cannot be seen"),
    "a tag": ("\U000e0041", "TAG LATIN CAPITAL LETTER A", "cannot be seen"),
    "delete": ("\x7f", "U+007F", "control"),
    "a control of C1": ("\x93", "U+0093", "control"),
    "private use": ("\ue000", "U+E000", "private use"),
    "a private plane": ("\U0010fffd", "U+10FFFD", "private use"),
    "a noncharacter": ("\ufdd0", "U+FDD0", "never assigns"),
    "the last of the plane": ("\uffff", "U+FFFF", "never assigns"),
    "the last of a higher plane": ("\U0001fffe", "U+1FFFE", "never assigns"),
    "a replacement character": ("\ufffd", "REPLACEMENT CHARACTER", "lost"),
    "a line separator": ("\u2028", "LINE SEPARATOR", "single paragraph"),
}


@pytest.mark.parametrize("sort", UNWANTED)
def test_an_unwanted_character_is_named_at_its_place(sort: str) -> None:
    character, name, why = UNWANTED[sort]
    value, (flaw,) = parse(holding(f"大使{character}x").encode())
    assert ({"note": f"大使{character}x"}, ("JSN-008", 2, 14)) == (value, place(flaw))
    assert name in flaw.message
    assert why in flaw.message


@pytest.mark.parametrize(
    ("escape", "why"),
    [("\\n", "paragraph"), ("\\r", "paragraph"), ("\\t", "tab"), ("\\u0000", "control")],
)
def test_an_unwanted_character_is_found_behind_its_escape(escape: str, why: str) -> None:
    flaw = only_flaw_of(holding(f'\\"大使\\" {escape}x'))
    assert ("JSN-008", 2, 19) == place(flaw)
    assert why in flaw.message


@pytest.mark.parametrize(
    "text", ['\\"new\\"', "C:\\\\new", "ភ្នំ\u200bពេញ", "क्\u200dष", "می\u200cخواهم", "𠮷田"]
)
def test_a_character_that_texts_need_is_allowed(text: str) -> None:
    assert [] == flaws_of(holding(text))


def test_an_unwanted_character_in_a_key_is_found() -> None:
    assert ("JSN-008", 2, 5) == place(only_flaw_of('{\n  "a\u202eb": 1\n}\n'))


def test_at_most_five_unwanted_characters_are_shown() -> None:
    assert ["JSN-008"] * 5 == [flaw.rule for flaw in flaws_of(holding("a\u202eb" * 9))]


def test_ascii_composes_only_with_the_marks_that_the_quick_check_suspects() -> None:
    pairs = (unicodedata.decomposition(chr(code)).split() for code in range(sys.maxunicode + 1))
    after_ascii = {
        int(p[1], 16) for p in pairs if len(p) == 2 and p[0].isalnum() and int(p[0], 16) < 128
    }
    assert after_ascii
    assert {b"\xcc", b"\xcd"} >= {chr(code).encode()[:1] for code in after_ascii}
