"""Two JSON values to the addresses at which they differ; members of lists are told by their key."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from milepost.addresses import escaped, key_of


class Difference(NamedTuple):
    """An address with what stands there before and after; None where nothing does."""

    address: str
    old: Any
    new: Any


def differences(old: Any, new: Any, address: str = "") -> Iterator[Difference]:
    """Yield each address at which two values differ, the nearest to the leaves that both have."""
    if old == new:
        return
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        yield from _named(old, new, address)
    elif isinstance(old, list) and isinstance(new, list):
        yield from _members(old, new, address)
    else:
        yield Difference(address, old, new)


def _named(old: Mapping[str, Any], new: Mapping[str, Any], address: str) -> Iterator[Difference]:
    for name in {**old, **new}:
        yield from differences(old.get(name), new.get(name), f"{address}/{escaped(name)}")


def _members(old: Sequence[Any], new: Sequence[Any], address: str) -> Iterator[Difference]:
    before, after = _by_key(old), _by_key(new)
    if before is None or after is None:
        yield from _unkeyed(old, new, address)
        return
    yield from _named(before, after, address)
    shared = [[name for name in one if name in before and name in after] for one in (before, after)]
    if shared[0] != shared[1]:
        yield Difference(address, *shared)


def _by_key(members: Sequence[Any]) -> dict[str, Any] | None:
    """Return the members by key, or None where one has none or two have the same."""
    names = [member if isinstance(member, str) else key_of(member) for member in members]
    named = {name: member for name, member in zip(names, members, strict=True) if name is not None}
    return named if len(named) == len(members) else None


def _unkeyed(old: Sequence[Any], new: Sequence[Any], address: str) -> Iterator[Difference]:
    """Yield the members that one list alone has; without a key, none is another that changed."""
    texts = [[json.dumps(member, sort_keys=True) for member in one] for one in (old, new)]
    counts = [Counter(one) for one in texts]
    gone, fresh = counts[0] - counts[1], counts[1] - counts[0]
    yield from (Difference(f"{address}/{at}", m, None) for at, m in _of(old, texts[0], gone))
    yield from (Difference(f"{address}/{at}", None, m) for at, m in _of(new, texts[1], fresh))
    if not gone and not fresh:
        yield Difference(address, list(old), list(new))


def _of(
    members: Sequence[Any], texts: Sequence[str], wanted: Counter[str]
) -> Iterator[tuple[int, Any]]:
    left = Counter(wanted)
    for position, (member, text) in enumerate(zip(members, texts, strict=True)):
        if left[text]:
            left[text] -= 1
            yield position, member
