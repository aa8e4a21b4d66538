import json

import pytest

from milepost.canonical import encode, is_spelt_so


def test_the_canonical_form_has_two_spaces_no_escapes_and_one_line_feed() -> None:
    value = {
        "title": {"km": "ឯកអគ្គរដ្ឋទូត", "ja": "大使"},
        "stages": [],
        "places": {},
        "n": [1, True],
    }
    expected = (
        '{\n  "title": {\n    "km": "ឯកអគ្គរដ្ឋទូត",\n    "ja": "大使"\n  },\n'
        '  "stages": [],\n  "places": {},\n  "n": [\n    1,\n    true\n  ]\n}\n'
    )
    assert expected.encode() == encode(value)


def test_keys_keep_their_order() -> None:
    assert list(json.loads(encode({"b": 1, "a": 2}))) == ["b", "a"]


@pytest.mark.parametrize(
    "value",
    [
        *(0.00001, 1e-7, -1.5e-9, 0.0001, 1e16, 1e22, 123456789012345680.0, -0.0, 5e-324),
        *(2**64 - 1, -(2**63), None, [None], {"a": None}, "null", "1e5", "0.00001"),
        *("\x00\x1f\x7f\x80", '"\\/\b\f\n\r\t', "\u2028\u2029\ufeff", "🎌𠮷"),
    ],
)
def test_bytes_are_those_of_the_standard_library(value: object) -> None:
    standard = json.dumps(value, indent=2, ensure_ascii=False) + "\n"
    assert standard.encode() == encode(value)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -float("inf")])
def test_a_number_that_is_not_finite_is_refused(value: float) -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        encode({"a": [value]})


@pytest.mark.parametrize("value", [2**64, -(2**63) - 1, "\ud800", {1: 2}, b"x", {1, 2}])
def test_what_json_cannot_hold_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        encode(value)


@pytest.mark.parametrize("raw", [b'{"a": 1}\n', b'{\n  "a": 1\n}', b'{\r\n  "a": 1\r\n}\r\n'])
def test_any_other_layout_is_told_apart(raw: bytes) -> None:
    assert (False, True) == (is_spelt_so({"a": 1}, raw), is_spelt_so({"a": 1}, b'{\n  "a": 1\n}\n'))
