"""What generated milestones are like, in the numbers by which they are to look like real ones."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from statistics import median
from typing import Any, Final

import orjson

_DATE: Final = re.compile(r"\[?(?:[0-9]{4}|XXXX)(?:-[0-9]{2}){0,2}[?~%,.\[\]0-9-]*")
# A script as people call it, by the first word of the names that Unicode gives its characters.
_SCRIPTS: Final = {"LATIN": "Latin", "KATAKANA": "Katakana", "CJK": "Han", "KHMER": "Khmer"}
_SPOKEN: Final = ("title", "summary", "note", "rationale", "name")


@dataclass(frozen=True, slots=True)
class Properties:
    """Numbers of milestones: medians of bytes, dates and entries, and shares from 0 to 1."""

    milestones: int
    bytes: float
    dates: float
    entries: float
    disputed: float
    derived: float
    ways_of_settling: int
    words: int
    scripts: tuple[str, ...]

    def lines(self) -> Iterator[str]:
        """Yield the properties as a reader wants to see them."""
        yield f"{self.milestones:,} milestones; medians: {self.bytes:,.0f} bytes,"
        yield f"  {self.dates:.0f} dates, {self.entries:.0f} evidence entries"
        yield f"  {self.disputed:.1%} with a dispute, settled in {self.ways_of_settling} ways;"
        yield f"  {self.derived:.1%} with a derivation; {self.words:,} English words in use"
        yield f"  scripts: {', '.join(self.scripts)}"


def properties_of(files: Iterable[bytes]) -> Properties:
    """Return the properties of the files of some milestones, at least one."""
    sizes, dates, entries, settled = [], [], [], Counter[tuple[str, str]]()
    disputed = derived = 0
    words, characters = set[str](), set[str]()
    for raw in files:
        body = orjson.loads(raw)
        sizes.append(len(raw))
        dates.append(sum(1 for text in _texts(body) if _DATE.fullmatch(text)))
        entries.append(len(body["evidence"]))
        disputed += "resolutions" in body
        derived += any("derivation" in entry for entry in body["evidence"])
        settled.update(_ways(body))
        words.update(word for text in _english(body) for word in re.findall(r"\w+", text.lower()))
        characters.update(raw.decode())
    number = len(sizes)
    return Properties(
        number,
        median(sizes),
        median(dates),
        median(entries),
        disputed / number,
        derived / number,
        len(settled),
        len(words),
        _scripts(characters),
    )


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _texts(inner)


def _english(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for name, inner in value.items():
            if name in _SPOKEN and isinstance(inner, dict):
                yield inner.get("en", "")
            else:
                yield from _english(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _english(inner)


def _ways(body: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for address, groups in body.get("resolutions", {}).items():
        for group in groups:
            outcome = "read-as" if "to" in group else group.get("outcome", "rejected")
            yield outcome, address.rpartition("/")[2]


def _scripts(characters: Iterable[str]) -> tuple[str, ...]:
    names = {unicodedata.name(character, "").partition(" ")[0] for character in characters}
    return tuple(script for name, script in _SCRIPTS.items() if name in names)
