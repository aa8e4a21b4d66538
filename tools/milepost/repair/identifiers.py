"""Identifiers that are missing, or whose check character is wrong, in records not yet published."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any, Final

from milepost.identifiers import ALPHABET, expected, is_sound, minted
from milepost.kinds import kind_of

_WELL_FORMED: Final = re.compile(rf"mp-[{ALPHABET}]{{7}}")
_SLUG: Final = re.compile("[a-z0-9]+(-[a-z0-9]+)*")
# Kinds that are named by what they hold, or by no identifier at all.
_OWN_NAMES: Final = ("dataset", "editors", "ledger", "relationship", "party")
Choice = Callable[[Sequence[str]], str]


def repaired_ids(
    bodies: Mapping[str, Mapping[str, Any]], published: Collection[str], choice: Choice
) -> dict[str, str]:
    """Return the identifier that each file should have and has not, by path.

    A milestone without one gets a fresh one; one with a wrong check character keeps its other
    characters where they are free, and stays as it is once it is published. Any other record is
    named after its file.
    """
    taken = {str(body.get("id")) for body in bodies.values()} | {*published}
    found: dict[str, str] = {}
    for path, body in bodies.items():
        kind = kind_of(path)
        if kind is None or kind in _OWN_NAMES:
            continue
        if kind == "milestone":
            new = _of_milestone(body.get("id"), taken, published, choice)
        else:
            new = PurePosixPath(path).stem if body.get("id") in (None, "") else ""
            new = new if _SLUG.fullmatch(new) else ""
        if new:
            found[path] = new
            taken.add(new)
    return found


def _of_milestone(
    written: Any, taken: Collection[str], published: Collection[str], choice: Choice
) -> str:
    if written in (None, ""):
        return minted(taken, choice)
    if not isinstance(written, str) or not _WELL_FORMED.fullmatch(written):
        return ""
    if is_sound(written) or written in published:
        return ""
    right = expected(written)
    return minted(taken, choice) if right in taken else right


def following(body: Any, renamed: Mapping[str, str]) -> Any:
    """Return a record whose links follow milestones to their new identifiers."""
    links = body.get("links") if isinstance(body, dict) else None
    if not isinstance(links, list) or not any(name in renamed for name in _targets(links)):
        return body
    return {**body, "links": [_followed(link, renamed) for link in links]}


def _targets(links: Sequence[Any]) -> Iterator[str]:
    yield from (str(link.get("target")) for link in links if isinstance(link, dict))


def _followed(link: Any, renamed: Mapping[str, str]) -> Any:
    target = str(link.get("target")) if isinstance(link, dict) else ""
    return {**link, "target": renamed[target]} if target in renamed else link
