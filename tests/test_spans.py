import random
import time
from hashlib import sha256

import pytest

from milepost.text.profile import Normalised, normalise
from milepost.text.spans import Found, Span, digest, make, state, states

ENGLISH = "The envoys met at the river port in the rains.\n\nThey agreed to open a consulate."
JAPANESE = "両国の代表は河港で会談した。\n\n両国は領事館を開設することで合意した。"
KHMER = (
    "តំណាង\u200bភាគី\u200bទាំងពីរ\u200bបាន\u200bជួបគ្នា។\n\n"
    "ភាគី\u200bទាំងពីរ\u200bបាន\u200bព្រមព្រៀង\u200bបើក\u200bកុងស៊ុល។"
)
QUOTES = {
    ENGLISH: "agreed to open a consulate",
    JAPANESE: "領事館を開設することで合意した",
    KHMER: "បានព្រមព្រៀងបើកកុងស៊ុល",
}
FURNITURE = "Home | News | Contact\n\nPage 3 of 7\n\n"


def nonsense(characters: int) -> str:
    """Give English-looking text without meaning, the same at each call."""
    chance = random.Random(1953)  # noqa: S311 -- a repeatable text, no secret
    words = ["".join(chance.choices("abcdefghilmnoprstu", k=k)) for k in range(2, 11)] + [
        "".join(chance.choices("abcdefghilmnoprstu", k=chance.randint(2, 10))) for _ in range(5000)
    ]
    lines: list[str] = []
    size = 0
    while size < characters:
        lines.append(" ".join(chance.choices(words, k=12)) + chance.choice((".", ",", ".\n\n")))
        size += len(lines[-1])
    return " ".join(lines)


def cut(text: Normalised, start: int, length: int) -> Span:
    """Give the span of a range, drawn in where it begins or ends with a space."""
    quote = text.text[start : start + length].strip()
    at = text.text.index(quote, start)
    return Span(at, len(quote), digest(quote))


def test_a_digest_is_the_sha256_of_the_utf8() -> None:
    assert sha256("大使".encode()).hexdigest() == digest("大使")


@pytest.mark.parametrize("text", QUOTES)
def test_a_quotation_becomes_a_span_that_is_in_place(text: str) -> None:
    normal = normalise(text)
    span = make(normal, QUOTES[text])
    assert QUOTES[text] == normal.text[span.start : span.start + span.length]
    assert digest(QUOTES[text]) == span.sha256
    assert Found("ok", span.start, 2) == state(normal, span)


def test_a_quotation_is_normalised_before_it_is_looked_for() -> None:
    normal = normalise("He called it “a river door – half open” that spring.")
    assert make(normal, "“a river door –\nhalf   open”") == make(
        normal, '"a river door - half open"'
    )


def test_a_quotation_may_run_over_the_border_of_two_paragraphs() -> None:
    span = make(normalise(ENGLISH), "in the rains.\n\nThey agreed to")
    assert Found("ok", 33, 1) == state(normalise(ENGLISH), span)


@pytest.mark.parametrize(
    ("quote", "reason"),
    [
        ("open a consulate", "16 bytes, fewer than 24"),
        ("opened a consulate that year", "not in the text"),
        ("the envoys met at the river port", "not in the text"),
        (" \n ", "0 bytes"),
    ],
)
def test_a_quotation_that_cannot_serve_is_refused_with_a_reason(quote: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        make(normalise(ENGLISH), quote)


def test_a_quotation_that_occurs_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="more than once; quote more"):
        make(normalise(f"{ENGLISH}\n\n{ENGLISH}"), "agreed to open a consulate")


def test_a_quotation_that_overlaps_itself_occurs_twice() -> None:
    with pytest.raises(ValueError, match="more than once"):
        make(normalise("ha" * 20), "ha" * 19)


def test_length_is_counted_in_bytes_when_a_quotation_is_judged() -> None:
    assert 8 == make(normalise(JAPANESE), "領事館を開設する").length


@pytest.mark.parametrize("text", QUOTES)
def test_text_before_a_span_moves_it(text: str) -> None:
    span = make(normalise(text), QUOTES[text])
    later = normalise(FURNITURE + text)
    moved = make(later, QUOTES[text])
    assert Found("moved", moved.start, 4) == state(later, span)


@pytest.mark.parametrize("text", QUOTES)
def test_text_after_a_span_changes_nothing(text: str) -> None:
    span = make(normalise(text), QUOTES[text])
    assert Found("ok", span.start, 2) == state(normalise(f"{text}\n\n{FURNITURE}"), span)


def test_page_furniture_in_the_midst_of_a_quotation_orphans_it() -> None:
    span = make(normalise(ENGLISH), QUOTES[ENGLISH])
    torn = ENGLISH.replace("agreed to", "agreed\n\nPage 3 of 7\n\nto")
    assert Found("orphan") == state(normalise(torn), span)


def test_one_changed_letter_orphans_a_span() -> None:
    span = make(normalise(ENGLISH), QUOTES[ENGLISH])
    assert Found("orphan") == state(normalise(ENGLISH.replace("open", "0pen")), span)


def test_a_span_in_place_is_ok_though_its_text_occurs_again() -> None:
    span = make(normalise(ENGLISH), QUOTES[ENGLISH])
    assert "ok" == state(normalise(f"{ENGLISH}\n\n{ENGLISH}"), span).state


def test_a_lost_span_that_is_found_twice_is_ambiguous() -> None:
    span = make(normalise(ENGLISH), QUOTES[ENGLISH])
    assert Found("ambiguous") == state(normalise(f"{FURNITURE}{ENGLISH}\n\n{ENGLISH}"), span)


def test_a_span_that_begins_and_ends_within_words_is_found() -> None:
    span = cut(normalise(ENGLISH), 5, 29)
    assert "nvoys met at the river port i" == normalise(ENGLISH).text[5:34]
    assert "moved" == state(normalise(FURNITURE + ENGLISH), span).state


def test_a_word_that_grew_does_not_hide_a_span() -> None:
    span = make(normalise(ENGLISH), QUOTES[ENGLISH])
    grown = normalise(FURNITURE + ENGLISH.replace("agreed", "disagreed").replace("late.", "lates."))
    assert "moved" == state(grown, span).state


@pytest.mark.parametrize(
    "span",
    [
        Span(0, 10_000, digest("x")),
        Span(10_000, 30, digest("x")),
        Span(-5, 30, digest("x")),
        Span(0, 0, digest("")),
        Span(5, -3, digest("")),
        Span(0, 30, "no digest"),
        Span(0, 30, ""),
    ],
)
def test_a_span_that_fits_no_text_is_an_orphan(span: Span) -> None:
    assert Found("orphan") == state(normalise(ENGLISH), span)


def test_a_span_over_the_whole_text_is_in_place() -> None:
    normal = normalise(ENGLISH)
    assert "ok" == state(normal, Span(0, len(normal.text), digest(normal.text))).state


def test_every_span_is_an_orphan_in_an_empty_text() -> None:
    assert Found("orphan") == state(normalise(""), Span(0, 30, digest("x")))


def test_many_spans_are_answered_in_their_order() -> None:
    text = normalise(FURNITURE + ENGLISH)
    there = make(text, QUOTES[ENGLISH])
    shifted = Span(there.start - 3, there.length, there.sha256)
    gone = Span(there.start, there.length, digest("gone"))
    found = [one.state for one in states(text, [gone, there, shifted, gone, there])]
    assert ["orphan", "ok", "moved", "orphan", "ok"] == found


def test_spans_that_moved_by_different_distances_are_all_found() -> None:
    before = normalise(f"{ENGLISH}\n\nA second consulate followed ten years after the first one.")
    spans = [make(before, "met at the river port in"), make(before, "A second consulate followed")]
    after = normalise(
        f"{FURNITURE}{ENGLISH}\n\nPage 4\n\nA second consulate followed ten years after it."
    )
    starts = [after.text.index(words) for words in ("met at", "A second")]
    assert [Found("moved", starts[0], 3), Found("moved", starts[1], 6)] == states(after, spans)


def test_spans_of_one_length_and_one_distance_are_found_together() -> None:
    quotes = (
        "envoys met at the river po",
        "agreed to open a consulate",
        "The envoys met at the river",
    )
    spans = [make(normalise(ENGLISH), quote) for quote in quotes]
    assert [26, 26, 27] == [span.length for span in spans]
    after = normalise(FURNITURE + ENGLISH)
    starts = [after.text.index(quote) for quote in quotes]
    assert starts == [found.start for found in states(after, spans)]


def test_no_spans_have_no_states() -> None:
    assert [] == states(normalise(ENGLISH), [])


def test_ten_thousand_spans_in_place_over_a_megabyte_take_under_a_second() -> None:
    text = normalise(nonsense(1_000_000))
    step = (len(text.text) - 300) // 10_000
    spans = [cut(text, number * step, 40 + number % 200) for number in range(10_000)]
    begun = time.process_time()
    found = states(text, spans)
    assert time.process_time() - begun < 1
    assert {"ok"} == {one.state for one in found}


def test_spans_that_moved_in_several_megabytes_are_found_in_bounded_time() -> None:
    raw = nonsense(3_000_000)
    before, after = normalise(raw), normalise(FURNITURE + raw)
    spans = [cut(before, number * 20_000, 100 + number) for number in range(100)]
    begun = time.process_time()
    found = states(after, spans)
    assert time.process_time() - begun < 10
    assert {"moved"} == {one.state for one in found}


def test_an_orphan_is_given_up_after_about_a_second_for_each_megabyte() -> None:
    text = normalise(nonsense(500_000))
    orphans = [Span(number, 120, digest(str(number))) for number in range(50)]
    begun = time.process_time()
    found = states(text, orphans)
    assert time.process_time() - begun < 3
    assert {"orphan"} == {one.state for one in found}
