"""Spans: stretches of a normalised text, known by their place, length and SHA-256 alone.

With the source's text at hand, a span shows whether the text still says what was read; the record
holds no copy of the sentence.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby
from operator import attrgetter
from typing import Final, Literal

from milepost.text.profile import Normalised, normalise
from milepost.text.search import Windows, occurrences

SHORTEST: Final = 24

_HEX_DIGEST: Final = re.compile("[0-9a-f]{64}")
_SHIFTS_TRIED: Final = 16

State = Literal["ok", "moved", "ambiguous", "orphan"]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a normalised text: start and length in code points, and its `digest`."""

    start: int
    length: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Found:
    """What became of a span in a text, with its start there and that start's paragraph, from 1.

    `ok`: at its place; `moved`: once, elsewhere; `ambiguous`: several times, none at its place;
    `orphan`: nowhere. Start and paragraph are None where there is not one place.
    """

    state: State
    start: int | None = None
    paragraph: int | None = None


def digest(text: str) -> str:
    """Return the SHA-256 of a text in UTF-8, as 64 lower-case hexadecimal digits."""
    return sha256(text.encode()).hexdigest()


def make(text: Normalised, quote: str) -> Span:
    """Return the span of a quotation, which is normalised first.

    Raises ValueError, with words for people, where it is too short to be told from others, is
    not in the text, or is there more than once.
    """
    found = every(text, quote, most=2)
    if not found:
        raise ValueError("the quotation is not in the text; copy it from there, word for word")
    if len(found) > 1:
        raise ValueError("the quotation is in the text more than once; quote more of the sentence")
    return found[0]


def every(text: Normalised, quote: str, most: int) -> list[Span]:
    """Return the spans of a quotation in a text, up to a number of them.

    Raises ValueError, with words for people, where it is too short to be told from others.
    """
    wanted = normalise(quote).text
    size = len(wanted.encode())
    if size < SHORTEST:
        raise ValueError(f"the quotation has {size} bytes, fewer than {SHORTEST}; quote more of it")
    hashed = digest(wanted)
    return [Span(start, len(wanted), hashed) for start in occurrences(text.text, wanted, most)]


def state(text: Normalised, span: Span) -> Found:
    """Return what became of one span; for several, `states` is quicker."""
    return states(text, [span])[0]


def states(text: Normalised, spans: Sequence[Span]) -> list[Found]:
    """Return what became of each span, in their order; only text that is equal is ever found.

    Spans in place cost microseconds. One that is lost has every window of its length hashed.
    """
    lost = {span for span in spans if not _is_at(text.text, span, span.start)}
    places = _recovered(text.text, lost) if lost else {}
    return [_found(text, places.get(span, []) if span in lost else None, span) for span in spans]


def _found(text: Normalised, places: list[int] | None, span: Span) -> Found:
    if places is None:
        return Found("ok", span.start, text.paragraph(span.start))
    if len(places) == 1:
        return Found("moved", places[0], text.paragraph(places[0]))
    return Found("ambiguous" if places else "orphan")


def _is_at(text: str, span: Span, start: int) -> bool:
    end = start + span.length
    inside = 0 <= start < end <= len(text)
    return inside and digest(text[start:end]) == span.sha256


def _recovered(text: str, lost: set[Span]) -> dict[Span, list[int]]:
    """Return up to two places of each lost span that the text still holds."""
    windows, places = Windows.of(text), dict[Span, list[int]]()
    shifts: list[int] = []
    for length, group in groupby(_searchable(text, lost), attrgetter("length")):
        spans = list(group)
        for span, start in _first_places(text, windows, spans, shifts):
            places[span] = occurrences(text, text[start : start + length], 2)
            if start - span.start not in shifts:
                shifts.insert(0, start - span.start)
    return places


def _searchable(text: str, lost: set[Span]) -> list[Span]:
    sound = (s for s in lost if 0 < s.length <= len(text) and _HEX_DIGEST.fullmatch(s.sha256))
    return sorted(sound, key=attrgetter("length", "start", "sha256"))


def _first_places(
    text: str, windows: Windows, spans: Sequence[Span], shifts: Sequence[int]
) -> Iterator[tuple[Span, int]]:
    """Yield a place of each span that has one, all of one length.

    Where text was added or removed, all that follows it has shifted alike: so the shifts of the
    spans found before are tried first, and only then every window.
    """
    recent = shifts[:_SHIFTS_TRIED]
    hidden: list[Span] = []
    for span in spans:
        starts = (span.start + shift for shift in recent)
        start = next((start for start in starts if _is_at(text, span, start)), None)
        if start is None:
            hidden.append(span)
        else:
            yield span, start
    found = windows.first_places(spans[0].length, (bytes.fromhex(s.sha256) for s in hidden))
    for span in hidden:
        if bytes.fromhex(span.sha256) in found:
            yield span, found[bytes.fromhex(span.sha256)]
