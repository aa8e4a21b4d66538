"""Laws that reading and the text profile keep, on generated values and texts."""

import json
import unicodedata
from collections.abc import Iterator

import orjson
from hypothesis import assume, example, given
from hypothesis import strategies as st

from milepost.canonical import encode, is_spelt_so
from milepost.reading import characters, lookalikes
from milepost.reading.plain import is_plain
from milepost.reading.positions import index
from milepost.reading.strict import parse
from milepost.text.profile import normalise
from milepost.text.spans import digest, make, state

ALLOWED = st.characters(
    codec="utf-8",
    exclude_categories=("Cc", "Cf", "Co", "Cn", "Cs", "Zl", "Zp"),
    include_characters="\u200b\u200c\u200d",
    exclude_characters="\ufffc\ufffd",
)
SAMPLES = st.sampled_from(("両国政府は", "ភ្នំ\u200bពេញ", 'a "quoted" word', "C:\\new", "e\u0301"))
TEXTS = st.one_of(st.text(ALLOWED), SAMPLES).map(lambda text: unicodedata.normalize("NFC", text))
NUMBERS = st.one_of(
    st.integers(-(2**63), 2**64 - 1), st.floats(allow_nan=False, allow_infinity=False)
)
VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), NUMBERS, TEXTS),
    lambda inner: st.lists(inner) | st.dictionaries(TEXTS, inner),
    max_leaves=30,
)
PIECES = st.sampled_from(
    [
        *'{}[]",:0123456789.eE+-\\ \n\r\t',
        "true",
        "null",
        "NaN",
        "'",
        "“",
        "//",
        '"a": 1',
        "大",
        "\u202e",
    ]
)
WORDS = st.sampled_from(
    [
        *(
            "one",
            "two",
            "The",
            "両国",
            "は",
            "。",
            "か",
            "\u3099",
            "កម្ពុជា",
            "។",
            "ไทย",
            "ລາວ",
            "한국",
        ),
        *(" ", "  ", "\n", "\n\n", "\n \n", "\r\n", "\u200b", "\xad", "\u3000", "\xa0", "\u2028"),
        *(
            ".",
            ",",
            "(",
            ")",
            "“",
            "’",
            "–",
            "e",
            "\u0301",
            "\u0323",
            "\u17d2",
            "\u17dd",
            "（",
            "1",
        ),
    ]
)
PAGES = st.lists(WORDS, max_size=40).map("".join)
# Numbered, so that no stretch of them is likely to occur twice.
LONG_PAGES = st.lists(WORDS, min_size=24, max_size=60).map(
    lambda words: "".join(f"{word}{number}" for number, word in enumerate(words))
)


def paths(
    value: object, path: tuple[str | int, ...] = ()
) -> Iterator[tuple[tuple[str | int, ...], object]]:
    """Yield every path of a value and what stands there."""
    yield path, value
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from paths(inner, (*path, key))
    if isinstance(value, list):
        for position, inner in enumerate(value):
            yield from paths(inner, (*path, position))


@given(VALUES)
@example(0.00001)
@example([[1e-7], {"e": -1e16}])
def test_any_value_encoded_canonically_parses_clean(value: object) -> None:
    # Words of two scripts are a flaw of their own, which tests/test_lookalikes.py is about.
    assume(not lookalikes.suspicious(encode(value)))

    assert (value, []) == parse(encode(value))


@given(VALUES)
def test_encoding_is_idempotent_and_that_of_the_standard_library(value: object) -> None:
    raw = encode(value)
    assert f"{json.dumps(value, indent=2, ensure_ascii=False)}\n".encode() == raw
    assert raw == encode(json.loads(raw))


@given(VALUES, st.sampled_from([None, 1, 4, "\t"]), st.booleans())
def test_any_other_layout_changes_no_value(value: object, indent: int | str, ascii_: bool) -> None:  # noqa: FBT001 -- drawn by Hypothesis
    raw = json.dumps(value, indent=indent, ensure_ascii=ascii_).encode()
    found, flaws = parse(raw)
    assert value == found
    # Words of mixed scripts are drawn too, and have a rule of their own.
    assert {"JSN-004"} == {flaw.rule for flaw in flaws} - {"JSN-010"}


@given(VALUES, st.sampled_from([None, 1, 2]), st.booleans())
def test_positions_point_at_the_first_character(
    value: object,
    indent: int | None,
    ascii_: bool,  # noqa: FBT001 -- drawn by Hypothesis
) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_)
    lines, places, decoder = text.split("\n"), index(text.encode()), json.JSONDecoder()
    for path, inner in paths(value):
        line, column = places.value(path)
        rest = "\n".join([lines[line - 1][column - 1 :], *lines[line:]])
        assert inner == decoder.raw_decode(rest)[0]
        if path and isinstance(path[-1], str):
            line, column = places.key(path)
            assert path[-1] == decoder.raw_decode(lines[line - 1][column - 1 :])[0]


def accepted(raw: bytes) -> bool:
    """Tell whether an independent strict reader accepts the bytes."""
    try:
        orjson.loads(raw)
    except orjson.JSONDecodeError:
        return False
    return True


@given(st.one_of(st.binary(), st.lists(PIECES).map(lambda pieces: "".join(pieces).encode())))
def test_no_bytes_raise_and_no_flawless_bytes_are_refused_elsewhere(raw: bytes) -> None:
    value, flaws = parse(raw)
    index(raw)
    assert (not accepted(raw)) <= bool(flaws)
    assert value is None or accepted(raw.removeprefix(b"\xef\xbb\xbf"))
    assert all(flaw.line >= 1 and flaw.column >= 1 and flaw.message for flaw in flaws)


@given(VALUES, st.data())
def test_a_byte_removed_or_doubled_never_passes_in_silence(
    value: object, data: st.DataObject
) -> None:
    raw = encode(value)
    at = data.draw(st.integers(0, len(raw) - 1))
    for spoilt in (raw[:at] + raw[at + 1 :], raw[:at] + raw[at : at + 1] + raw[at:]):
        found, flaws = parse(spoilt)
        assert flaws or encode(found) == spoilt or is_spelt_so(found, spoilt)


@given(st.one_of(PAGES, st.text()))
@example("か\u200b\u3099 本")
def test_normalising_is_idempotent(text: str) -> None:
    once = normalise(text).text
    assert once == normalise(once).text
    assert once == unicodedata.normalize("NFC", once).strip(" ")


@given(st.one_of(PAGES, st.text()))
def test_paragraphs_cover_all_but_the_spaces_between_them(text: str) -> None:
    normal = normalise(text)
    rest = normal.text
    for start, end in reversed(normal.paragraphs):
        assert start < end
        rest = rest[:start] + rest[end:]
    assert set(rest) <= {" "}
    assert len(rest) < max(1, len(normal.paragraphs))


@given(LONG_PAGES)
def test_a_quoted_paragraph_is_found_in_the_paragraph_that_it_is(text: str) -> None:
    normal = normalise(text)
    for number, (start, end) in enumerate(normal.paragraphs, 1):
        quote = normal.text[start:end]
        if len(quote.encode()) >= 24 and normal.text.count(quote) == 1:
            assert number == state(normal, make(normal, quote)).paragraph


@given(LONG_PAGES, st.data())
def test_a_span_made_from_a_quotation_is_ok_and_text_before_it_moves_it(
    text: str, data: st.DataObject
) -> None:
    normal = normalise(text)
    start = data.draw(st.integers(0, len(normal.text) - 24))
    quote = normal.text[start : data.draw(st.integers(start + 24, len(normal.text)))].strip(" ")
    assume(len(quote.encode()) >= 24 and normal.text.count(quote) == 1)
    span = make(normal, quote)
    assert ("ok", digest(quote)) == (state(normal, span).state, span.sha256)
    later = normalise(f"Printed on page seven x\n\n{normal.text}")
    assume(later.text.count(quote) == 1)
    found = state(later, span)
    assert "moved" == found.state
    assert later.text.index(quote) == found.start


@given(st.text(st.characters(codec="utf-8")))
@example("e\u0301")
@example("A\u0410")
@example("\U0001f600 \ue000")
def test_what_is_plain_at_a_glance_is_not_suspicious_when_looked_at_closely(text: str) -> None:
    raw = encode({"text": text})
    if is_plain(raw):
        assert not characters.suspicious(raw)
        assert not lookalikes.suspicious(raw)
