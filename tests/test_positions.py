import time

import pytest

from milepost.reading.positions import index

TEXT = """{
  "title": {"ja": "大使", "km": "ឯកអគ្គរដ្ឋទូត"},
  "stages": [
    {"stage": "agreed"},
    [1, "two", true, null]
  ]
}
"""
PLACES = index(TEXT.encode())


@pytest.mark.parametrize(
    ("path", "value", "key"),
    [
        ((), (1, 1), (1, 1)),
        (("title",), (2, 12), (2, 3)),
        (("title", "ja"), (2, 19), (2, 13)),
        (("title", "km"), (2, 31), (2, 25)),
        (("stages",), (3, 13), (3, 3)),
        (("stages", 0), (4, 5), (4, 5)),
        (("stages", 0, "stage"), (4, 15), (4, 6)),
        (("stages", 1, 0), (5, 6), (5, 6)),
        (("stages", 1, 3), (5, 22), (5, 22)),
    ],
)
def test_a_path_leads_to_the_line_and_column_of_value_and_key(
    path: tuple[str | int, ...], value: tuple[int, int], key: tuple[int, int]
) -> None:
    assert (value, key) == (PLACES.value(path), PLACES.key(path))


@pytest.mark.parametrize(
    "path", [("stages", 0, "date"), ("stages", 0, "stage", "x"), ("stages", 0, 7)]
)
def test_a_path_that_leads_nowhere_is_answered_by_its_nearest_ancestor(
    path: tuple[str | int, ...],
) -> None:
    assert PLACES.value(path) in {PLACES.value(("stages", 0)), PLACES.value(("stages", 0, "stage"))}
    assert PLACES.value(path[:-1]) == PLACES.value(path)
    assert PLACES.key(path[:-1]) == PLACES.key(path)


def test_an_unknown_member_at_the_top_is_answered_by_the_record() -> None:
    assert (1, 1) == PLACES.key(("summary", "en"))


def test_an_index_and_a_key_of_the_same_digits_differ() -> None:
    places = index(b'[{"0": 1}]')
    assert ((1, 8), (1, 2)) == (places.value((0, "0")), places.value((0, 0)))


def test_a_key_written_with_escapes_is_found_by_what_it_stands_for() -> None:
    assert (1, 14) == index(rb'{"d\u0061y": 1}').value(("day",))


def test_of_two_equal_keys_the_last_counts() -> None:
    assert (2, 7) == index(b'{"a": 1,\n "a": 2}').value(("a",))


def test_windows_line_ends_do_not_shift_the_lines() -> None:
    assert (3, 8) == index(b'{\r\n  "a": 1,\r\n  "b": 2\r\n}\r\n').value(("b",))


def test_a_byte_order_mark_takes_no_column() -> None:
    assert (1, 2) == index(b'\xef\xbb\xbf{"a": 1}').key(("a",))


def test_a_byte_that_is_not_utf8_takes_one_column() -> None:
    assert (1, 9) == index(b'["\xe9\xe9\xe9", "b"]').value((1,))


@pytest.mark.parametrize(
    "text",
    ['{\n  "a": [1, 2,],\n  "b": 3}', '{\n  "a": [1, 2 // two\n', "{\n  \"a\": [1, 2, 'x'"],
)
def test_a_broken_text_is_indexed_as_far_as_it_parses(text: str) -> None:
    places = index(text.encode())
    assert ((2, 8), (2, 12)) == (places.value(("a",)), places.value(("a", 1)))
    assert (1, 1) == places.value(("b",))


@pytest.mark.parametrize("raw", [b"", b" \n ", b"@", b"\x00\x01", "{}".encode("utf-16")])
def test_what_is_no_json_at_all_is_indexed_at_its_start(raw: bytes) -> None:
    assert ((1, 1), (1, 1)) == (index(raw).value(("a",)), index(raw).key(("a", 0)))


def test_a_bare_value_has_a_place() -> None:
    assert (2, 2) == index(b"\n 12").value(())


def test_a_hundred_thousand_levels_do_not_exhaust_the_stack() -> None:
    places = index(b"[" * 100_000)
    assert (1, 65) == places.value((0,) * 64)
    assert (1, 65) == places.value((0,) * 100_000)


def test_ten_times_the_text_takes_about_ten_times_as_long() -> None:
    def seconds(items: int) -> float:
        raw = b"[" + b'{"a": 1},\n' * items + b"1]"
        begun = time.process_time()
        index(raw)
        return time.process_time() - begun

    once = min(seconds(3_000) for _ in range(3))
    assert min(seconds(30_000) for _ in range(3)) < 30 * once
