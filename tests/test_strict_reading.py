import time

import orjson
import pytest

from flaws import flaws_of, holding, place
from milepost.reading.strict import parse

CLEAN = """{
  "id": "mp-2x9zg7k",
  "title": {
    "en": "Ambassadors are exchanged",
    "ja": "大使を交換する",
    "km": "ផ្លាស់ប្តូរ\u200bឯកអគ្គរដ្ឋទូត"
  },
  "stages": [
    "agreed",
    "in-effect"
  ]
}
"""


def test_a_clean_file_gives_its_value_and_no_flaw() -> None:
    assert (orjson.loads(CLEAN), []) == parse(CLEAN.encode())


@pytest.mark.parametrize("text", ["{}\n", "[]\n", "null\n", "0\n", '"ឯកអគ្គរដ្ឋទូត"\n', "-1.5\n"])
def test_any_canonical_value_is_clean(text: str) -> None:
    assert (orjson.loads(text), []) == parse(text.encode())


ENCODINGS = {
    "UTF-16 with a mark": (CLEAN.encode("utf-16"), "UTF-16"),
    "UTF-16 without a mark": (CLEAN.encode("utf-16-be"), "UTF-16"),
    "UTF-16 the other way round": (CLEAN.encode("utf-16-le"), "UTF-16"),
    "UTF-32 with a mark": (CLEAN.encode("utf-32"), "UTF-32"),
    "UTF-32 without a mark": (CLEAN.encode("utf-32-be"), "UTF-32"),
}


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_another_unicode_encoding_is_called_by_its_name(encoding: str) -> None:
    raw, name = ENCODINGS[encoding]
    value, (flaw,) = parse(raw)
    assert (None, ("JSN-002", 1, 1)) == (value, place(flaw))
    assert name in flaw.message


def test_a_byte_order_mark_is_a_flaw_but_leaves_the_value() -> None:
    value, (flaw,) = parse(b"\xef\xbb\xbf" + CLEAN.encode())
    assert (orjson.loads(CLEAN), ("JSN-002", 1, 1)) == (value, place(flaw))


@pytest.mark.parametrize(
    ("encoding", "text", "byte"), [("cp932", "両国", "97"), ("cp1252", "é", "E9")]
)
def test_a_byte_of_an_old_encoding_is_shown_at_its_place(
    encoding: str, text: str, byte: str
) -> None:
    value, (flaw,) = parse(f'{{\n  "a": "{text}"\n}}\n'.encode(encoding))
    assert (None, ("JSN-002", 2, 9)) == (value, place(flaw))
    assert f"the byte {byte} at position 10" in flaw.message


def test_half_a_surrogate_pair_is_refused_as_bytes() -> None:
    value, (flaw,) = parse(b'["\xed\xa0\x80"]\n')
    assert (None, ("JSN-002", 1, 3)) == (value, place(flaw))
    assert "surrogate" in flaw.message


@pytest.mark.parametrize("escape", [r"\ud800", r"\uDFFF", r"\ud83d\u0041"])
def test_half_a_surrogate_pair_is_refused_as_an_escape(escape: str) -> None:
    value, flaws = parse(holding(f"大使 {escape}").encode())
    assert (None, [("JSN-002", 2, 15)]) == (value, [place(flaw) for flaw in flaws])


def test_a_whole_surrogate_pair_is_only_untidy() -> None:
    value, (flaw,) = parse(holding(r"\ud83c\udf8c").encode())
    assert ({"note": "🎌"}, "JSN-004") == (value, flaw.rule)


def test_a_repeated_key_has_no_value_and_both_places() -> None:
    value, (flaw,) = parse(b'{\n  "date": "1953",\n  "date": "1954"\n}\n')
    assert (None, ("JSN-003", 3, 3)) == (value, place(flaw))
    assert '"date" stands twice' in flaw.message
    assert "line 2, column 3" in flaw.message


def test_a_key_repeated_through_an_escape_is_found() -> None:
    assert "JSN-003" in {flaw.rule for flaw in flaws_of(r'{"date": 1, "d\u0061te": 2}')}


def test_the_same_key_in_two_objects_is_no_repetition() -> None:
    text = '[\n  {\n    "a": 1\n  },\n  {\n    "a": 1\n  }\n]\n'
    assert [] == flaws_of(text)


def test_at_most_five_repeated_keys_are_shown() -> None:
    text = "{" + ", ".join(f'"a": {number}' for number in range(20)) + "}"
    assert ["JSN-003"] * 5 == [flaw.rule for flaw in flaws_of(text)]


LAYOUTS = {
    "one line": (b'{"a": 1}\n', (1, 2), "{ is expected"),
    "CR LF": (b'{\r\n  "a": 1\r\n}\r\n', (1, 2), "CR LF"),
    "four spaces": (b'{\n    "a": 1\n}\n', (2, 3), "two spaces"),
    "tabs": (b'{\n\t"a": 1\n}\n', (2, 1), "two spaces"),
    "no final line feed": (b'{\n  "a": 1\n}', (3, 2), "does not end in a line feed"),
    "two final line feeds": (b'{\n  "a": 1\n}\n\n', (4, 1), "empty line"),
    "a space at the end": (b'{\n  "a": 1 \n}\n', (2, 9), "white space"),
    "an escape": (b'{\n  "a": "\\u00e9"\n}\n', (2, 9), '"a": "é"'),
    "a needless escape": (b'{\n  "a": "\\/"\n}\n', (2, 9), '"a": "/"'),
    "a space after the end": (b'{\n  "a": 1\n}\n ', (4, 1), "white space"),
    "an exponent": (b'{\n  "a": 1e2\n}\n', (2, 9), '"a": 100.0'),
    "a last zero": (b'{\n  "a": 1.10\n}\n', (2, 11), '"a": 1.1'),
    "a negative zero": (b'{\n  "a": -0\n}\n', (2, 8), '"a": 0'),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_another_layout_is_shown_at_the_first_place_that_differs(layout: str) -> None:
    raw, (line, column), words = LAYOUTS[layout]
    value, (flaw,) = parse(raw)
    assert (orjson.loads(raw), ("JSN-004", line, column)) == (value, place(flaw))
    assert words in flaw.message
    assert "run `milepost fix PATH`" == flaw.hint


@pytest.mark.parametrize("number", ["1e-07", "1e-7", "0.00001", "1e-05"])
def test_a_small_number_may_be_spelt_as_any_formatter_does(number: str) -> None:
    assert [] == flaws_of(f"[\n  {number}\n]\n")


NUMBERS = {
    "an integer of 65 bits": "18446744073709551616",
    "a negative integer beyond 64 bits": "-9223372036854775809",
    "5,000 digits": "9" * 5000,
    "5,000 decimals": "0." + "1" * 5000,
    "more than the largest float": "1e400",
    "less than the smallest float": "1e-400",
    "an exponent without end": "1e" + "9" * 30,
    "more digits than a float holds": "0.1000000000000000055",
}


@pytest.mark.parametrize("number", NUMBERS)
def test_a_number_that_reading_would_change_is_refused(number: str) -> None:
    value, (flaw,) = parse(f'{{\n  "a": {NUMBERS[number]}\n}}\n'.encode())
    assert (None, ("JSN-005", 2, 8)) == (value, place(flaw))


@pytest.mark.parametrize("number", ["18446744073709551615", "-9223372036854775808", "11.5564"])
def test_a_number_that_is_held_exactly_is_clean(number: str) -> None:
    assert [] == flaws_of(f'{{\n  "a": {number}\n}}\n')


def nested(depth: int) -> str:
    return (
        "".join("  " * level + "[\n" for level in range(depth - 1))
        + ("  " * (depth - 1) + "[]\n")
        + "".join("  " * level + "]\n" for level in reversed(range(depth - 1)))
    )


def test_sixty_four_levels_are_allowed() -> None:
    assert [] == flaws_of(nested(64))


def test_the_sixty_fifth_level_is_refused_where_it_opens() -> None:
    value, (flaw,) = parse(nested(65).encode())
    assert (None, ("JSN-006", 65, 129)) == (value, place(flaw))


def test_many_spaces_in_a_text_are_no_nesting() -> None:
    assert [] == flaws_of(holding(" " * 500))


@pytest.mark.parametrize("text", ["[" * 100_000, "[" * 100_000 + "]" * 100_000, '{"a":' * 100_000])
def test_a_hundred_thousand_levels_are_refused_at_once(text: str) -> None:
    begun = time.process_time()
    flaws = flaws_of(text)
    assert ["JSN-006"] == [flaw.rule for flaw in flaws]
    assert time.process_time() - begun < 1


@pytest.mark.parametrize("text", ["[" + "1," * 250_000, '"' + "\\\\" * 500_000, "9" * 1_000_000])
def test_a_broken_megabyte_is_read_in_bounded_time(text: str) -> None:
    begun = time.process_time()
    assert {"JSN-001", "JSN-005"} >= {flaw.rule for flaw in flaws_of(text)} != set()
    assert time.process_time() - begun < 10


def test_flaws_of_several_rules_come_together_in_the_order_of_their_places() -> None:
    text = '{\n   "a": "x\u202e",\n  "b": "e\u0301",\n  "b": 1e400\n}\n'
    assert [("JSN-008", 2, 11), ("JSN-007", 3, 9), ("JSN-003", 4, 3), ("JSN-005", 4, 8)] == [
        place(flaw) for flaw in flaws_of(text)
    ]
