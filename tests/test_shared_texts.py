"""A dataset that is kept holds each short text once, and says what its files say."""

import json
from collections.abc import Iterator
from typing import Any

from golden import files, small
from milepost.canonical import encode
from milepost.shared_texts import SharedTexts


def texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for member in value.values() if isinstance(value, dict) else value:
            yield from texts(member)


def test_short_texts_of_a_dataset_are_each_held_once() -> None:
    held: dict[str, set[int]] = {}
    for record in small().dataset:
        for text in texts(record.body):
            held.setdefault(text, set()).add(id(text))

    assert len(held) > 1000
    assert [] == [text for text, objects in held.items() if len(objects) > 1 and len(text) <= 32]


def test_a_record_says_what_its_file_says() -> None:
    assert files() == {record.path: encode(record.body) for record in small().dataset}


def test_texts_in_lists_and_below_are_shared_and_long_ones_are_left_alone() -> None:
    raw = json.dumps({"a": ["Kumamoto", {"b": "Kumamoto", "c": "x" * 33}], "d": [1, None, True]})
    first, second = json.loads(raw), json.loads(raw)
    shared = SharedTexts()
    shared.share(first)
    shared.share(second)

    assert json.loads(raw) == first == second
    assert first["a"][0] is second["a"][1]["b"]
    assert first["a"][1]["c"] is not second["a"][1]["c"]
