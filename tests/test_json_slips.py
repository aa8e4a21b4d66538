from collections.abc import Mapping

import pytest

from flaws import flaws_of, only_flaw_of, place
from milepost.reading.strict import parse

SLIPS: Mapping[str, tuple[str, tuple[int, int], str]] = {
    "a trailing comma": ('{\n  "a": 1,\n}\n', (2, 9), 'write: "a": 1'),
    "a trailing comma in a list": ("[1, 2,]", (1, 6), "write: [1, 2]"),
    "a missing comma": ('{\n  "a": 1\n  "b": 2\n}\n', (2, 9), 'write: "a": 1,'),
    "a missing comma in a list": ("[1 2]", (1, 3), "write: [1, 2]"),
    "two commas": ("[1,, 2]", (1, 4), "write: [1, 2]"),
    "no value": ('{"a":, "b": 2}', (1, 6), "write the value before it, or leave the key out"),
    "single quotation marks": ("{'a': 1}", (1, 2), 'write: {"a": 1}'),
    "single marks round a mark": ('{"a": \'his "vow"\'}', (1, 7), r'write: {"a": "his \"vow\""}'),
    "an apostrophe in single marks": ("['Kep's port']", (1, 2), 'write: ["Kep\'s port"]'),
    "typographic marks": ("{“a”: 1}", (1, 2), 'write: {"a": 1}'),
    "brackets for marks": ("[「大使」]", (1, 2), 'write: ["大使"]'),
    "a mark that is never closed": (
        "['a",
        (1, 2),
        'put the text between two straight double marks: "…"',
    ),
    "a typographic mark at the end": ('{"a": "b”}\n', (1, 7), 'write: {"a": "b”}"'),
    "a typographic mark before a comma": ('["b”,\n1]', (1, 2), 'write: ["b",'),
    "an unclosed text": ('{\n  "a": "b,\n  "c": 1\n}', (2, 8), 'write: "a": "b",'),
    "an unclosed text at the end": ('["a', (1, 2), 'write: ["a"'),
    "a mark inside a text": (
        '{\n"a": "The "new" era",\n"b": 1}',
        (2, 11),
        r'write: "a": "The \"new\" era",',
    ),
    "a mark inside a text of a crowded line": (
        '{"a": "The "new" era", "b": 1}',
        (1, 12),
        r"write \" for each of these marks",
    ),
    "a comment to the end of the line": ("[1, // one\n2]", (1, 5), "write: [1,"),
    "a comment on its own line": ("[\n# one\n1]", (2, 1), "delete this line"),
    "a comment between stars": ("[1 /* one */]", (1, 4), "write: [1 ]"),
    "NaN": ("[NaN]", (1, 2), "a value that is not known is left out, together with its key"),
    "Infinity": (
        "[-Infinity]",
        (1, 2),
        "a value that is not known is left out, together with its key",
    ),
    "a capital letter": ("[True]", (1, 2), "write: [true]"),
    "a bare word": ('{"a": jpn}', (1, 7), 'write: {"a": "jpn"}'),
    "half a quotation": ('{"a": jpn"}', (1, 7), 'write: {"a": "jpn"}'),
    "a bare date": ('{"a": 1953-01-09}', (1, 7), 'write: {"a": "1953-01-09"}'),
    "a bare key": ("{a: 1}", (1, 2), 'write: {"a": 1}'),
    "a number for a key": ("{1: 2}", (1, 2), 'write: {"1": 2}'),
    "a list for a key": ("{[1]: 2}", (1, 2), 'each member of { } begins with its key: "key": …'),
    "a plus sign": ("[+5]", (1, 2), "write: [5]"),
    "a leading zero": ("[007]", (1, 2), "write: [7]"),
    "a leading point": ("[-.5]", (1, 2), "write: [-0.5]"),
    "a last point": ("[5.]", (1, 2), "write: [5.0]"),
    "no colon": ('{"a" 1}', (1, 6), 'write: {"a": 1}'),
    "an equals sign": ('{"a" = 1}', (1, 6), 'write: {"a" : 1}'),
    "a key alone": ('{"a"}', (1, 5), 'write a colon and a value: "a": …'),
    "a semicolon": ('["a"; "b"]', (1, 5), "compare with the lines around it"),
    "a bracket of the other sort": ('{"a": 1]', (1, 8), 'write: {"a": 1}'),
    "a bracket left open inside": ('{"a": [1}', (1, 9), "write ] before it"),
    "a member in a list": (
        '["a": 1]',
        (1, 2),
        "write ] before it; members of a list that have keys are each put in { }",
    ),
    "typographic marks all along": (
        "{“a”: “b”, “c”: 1}",
        (1, 2),
        'write: {"a": "b", "c": 1}',
    ),
    "brackets left open": ('{"a": [1', (1, 9), "end the file with: ]}"),
    "a bracket too many": ("{}}", (1, 3), "delete this }, or open its partner further up"),
    "two records": (
        "{}\n{}",
        (2, 1),
        "each record is a file of its own: move or delete what follows",
    ),
    "a full-width colon": ('{"a"\uff1a1}', (1, 5), 'write: {"a":1}'),
    "an ideographic space": ("[\u30001]", (1, 2), "write: [ 1]"),
    "a no-break space": ("[1,\xa02]", (1, 4), "write: [1, 2]"),
    "a tab in a text": ('["a\tb"]', (1, 4), 'write: ["a b"]'),
    "a bell in a text": ('["a\x07b"]', (1, 4), 'write: ["a b"]'),
    "a wrong escape": (r'["C:\data"]', (1, 5), r'write: ["C:\\data"]'),
    "a cut escape": (r'["\u12"]', (1, 3), r'write: ["\\u12"]'),
    "a merge left open": (
        '{\n<<<<<<< main\n"a": 1}',
        (2, 1),
        "keep the lines that are right, and delete the three lines of markers",
    ),
    "an empty file": (
        "",
        (1, 1),
        "begin with a skeleton that `milepost new` writes, or delete the file",
    ),
    "a blank file": (
        " \n",
        (1, 1),
        "begin with a skeleton that `milepost new` writes, or delete the file",
    ),
    "a stray sign": ("[@]", (1, 2), 'write: ["@"]'),
}


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_is_shown_where_it_is_with_a_line_to_paste(slip: str) -> None:
    text, (line, column), hint = SLIPS[slip]
    flaw = only_flaw_of(text)
    assert (("JSN-001", line, column), hint) == (place(flaw), flaw.hint)


@pytest.mark.parametrize("slip", SLIPS)
def test_broken_json_has_no_value(slip: str) -> None:
    assert parse(SLIPS[slip][0].encode())[0] is None


@pytest.mark.parametrize(
    ("text", "found", "expected"),
    [
        ('{"a": 1 "b": 2}', '"b"', 'a comma "," or "}" is expected'),
        ('{"a" 1}', '1 stands where a colon ":" is expected', 'after the key "a"'),
        ("[1, 2,]", "a comma stands before the closing ]", "a value is expected"),
        ("[\"a\", 'b']", "the mark '", 'JSON quotes with "'),
        ("[\u30001]", "U+3000 IDEOGRAPHIC SPACE", 'a value or "]" is expected'),
        ('{"a"', 'the end of the file stands where a colon ":" is expected', 'after the key "a"'),
        ("[5 km]", "km stands", 'a comma "," or "]" is expected'),
        ("{", "the file ends", "{ of line 1, column 1 is never closed"),
        ("{} []", "[ follows", "the end is expected"),
        ("", "the file is empty", "a value is expected"),
    ],
)
def test_a_message_says_what_was_found_and_what_was_expected(
    text: str, found: str, expected: str
) -> None:
    message = only_flaw_of(text).message
    assert found in message
    assert expected in message


@pytest.mark.parametrize("slip", [name for name in SLIPS if SLIPS[name][2].startswith("write: ")])
def test_the_line_to_paste_is_a_step_towards_json(slip: str) -> None:
    text, (line, column), hint = SLIPS[slip]
    lines = text.split("\n")
    lines[line - 1] = hint.removeprefix("write: ")
    mended = flaws_of("\n".join(lines))
    assert ("JSN-001", line, column) not in map(place, mended)


def test_the_bracket_that_was_left_open_is_named() -> None:
    flaw = only_flaw_of('{\n  "stages": [\n    1\n}\n')
    assert "the [ of line 2, column 13 is still open" in flaw.message


def test_a_long_line_is_shown_only_around_the_slip() -> None:
    flaw = only_flaw_of('{"a": "' + "x" * 5000 + '" "b": 1}')
    assert len(flaw.hint) < 100
    assert '", "b": 1}' in flaw.hint


def test_a_hint_never_carries_an_invisible_character() -> None:
    flaw = only_flaw_of('["\u202e\x1b[31m", }')
    assert (flaw.message + flaw.hint).isprintable()
