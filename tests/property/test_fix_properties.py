"""What `milepost fix` writes: the same meaning, once and for all."""

import json
import unicodedata
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from golden import ROOT, files
from milepost.kinds import BY_NAME
from milepost.loading import schemas_of
from milepost.repair.spelling import readable, respelt

SCHEMAS = schemas_of(ROOT)
PATHS = sorted(path for path in files() if "/milestones/" in path)
KEYS = st.sampled_from(["id", "title", "stages", "date", "says", "zz", "e\u0301", "ja", "en"])
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.text(max_size=6),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)


def composed(value: Any) -> Any:
    """Return a value with all its texts in NFC."""
    return json.loads(unicodedata.normalize("NFC", json.dumps(value, ensure_ascii=False)))


@settings(deadline=None)
@given(value=VALUES, kind=st.sampled_from(sorted(BY_NAME)), indent=st.none() | st.integers(0, 5))
def test_a_repair_keeps_the_meaning_and_has_nothing_to_do_again(
    value: Any, kind: str, indent: int | None
) -> None:
    raw = json.dumps(value, indent=indent).encode()
    read = readable(raw)
    first = respelt(SCHEMAS.orders[kind], read, raw) if read is not None else None
    if first is None:
        return

    assert composed(read) == json.loads(first.content)
    again = respelt(SCHEMAS.orders[kind], readable(first.content), first.content)
    assert again is not None
    assert (first.content, ()) == (again.content, again.done)


@settings(deadline=None)
@given(data=st.data(), path=st.sampled_from(PATHS))
def test_a_record_comes_back_from_any_order_of_keys_and_any_layout(
    data: st.DataObject, path: str
) -> None:
    expected = files()[path]
    shuffled = _shuffled(data, json.loads(expected))
    raw = json.dumps(shuffled, indent=data.draw(st.integers(0, 4))).encode()

    result = respelt(SCHEMAS.orders["milestone"], readable(raw), raw)
    assert result is not None
    assert expected == result.content


def _shuffled(data: st.DataObject, value: Any) -> Any:
    if isinstance(value, list):
        return [_shuffled(data, member) for member in value]
    # What a source says, and of what, stands in the order of the editors.
    if isinstance(value, dict) and not any(name.startswith("/") for name in value):
        names = data.draw(st.permutations(list(value)))
        return {name: _shuffled(data, value[name]) for name in names}
    return value
