"""Spans held against the texts that they were counted in: what a reader with the text can verify.

A text belongs to the source one of whose snapshots has the hash of its bytes.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from milepost.identifiers import entry_id
from milepost.model import Dataset, Path, Record
from milepost.text.profile import Normalised, normalise
from milepost.text.spans import Found, Span, states

_BEST_FIRST = ("ok", "misplaced", "moved", "ambiguous", "orphan")


@dataclass(frozen=True, slots=True)
class Passage:
    """A span as a record holds it: where it stands in the record, and of which source it is."""

    record: Record
    entry: str
    source: str
    at: Path
    span: Span
    paragraph: int | None


@dataclass(frozen=True, slots=True)
class Verified:
    """A passage and what became of it in the text; no finding where nobody gave the text."""

    passage: Passage
    found: Found | None

    @property
    def state(self) -> str:
        """ok, moved, ambiguous, orphan, misplaced (in another paragraph), or no-text."""
        if self.found is None:
            return "no-text"
        named, actual = self.passage.paragraph, self.found.paragraph
        if self.found.state == "ok" and named is not None and named != actual:
            return "misplaced"
        return self.found.state


def passages(dataset: Dataset) -> Iterator[Passage]:
    """Yield every span of the dataset's evidence."""
    for record in dataset:
        for position, entry in enumerate(record.body.get("evidence", ())):
            locator = entry["locator"]
            if "span" in locator:
                at = ("evidence", position, "locator", "span")
                span = _span(locator["span"])
                paragraph = locator.get("paragraph")
                yield Passage(record, entry_id(entry), entry["source"], at, span, paragraph)


def verified(dataset: Dataset, texts: Iterable[tuple[str, bytes]]) -> list[Verified]:
    """Return each span of the dataset held against the texts of its source that were given.

    Where there are several, that counts in which it stands best. A snapshot that is no plain
    text, such as a PDF, says nothing of spans.
    """
    owners = _owners(dataset)
    held: dict[str, list[Normalised]] = {}
    for _, raw in texts:
        source = owners.get(sha256(raw).hexdigest())
        if source:
            held.setdefault(source, []).extend(_plain(raw))
    by_source: dict[str, list[Passage]] = {}
    for passage in passages(dataset):
        by_source.setdefault(passage.source, []).append(passage)
    return [one for s, group in by_source.items() for one in _held(held.get(s, []), group)]


def unowned(dataset: Dataset, texts: Iterable[tuple[str, bytes]]) -> list[str]:
    """Return the names of the texts that are no snapshot of any source."""
    owners = _owners(dataset)
    return [name for name, raw in texts if sha256(raw).hexdigest() not in owners]


def _plain(raw: bytes) -> Iterator[Normalised]:
    with suppress(UnicodeDecodeError):
        yield normalise(raw.decode("utf-8"))


def _held(texts: list[Normalised], group: list[Passage]) -> list[Verified]:
    if not texts:
        return [Verified(passage, None) for passage in group]
    spans = [passage.span for passage in group]
    found = zip(*(states(text, spans) for text in texts), strict=True)
    judged = (
        [Verified(passage, one) for one in ones] for passage, ones in zip(group, found, strict=True)
    )
    return [min(ones, key=lambda one: _BEST_FIRST.index(one.state)) for ones in judged]


def _owners(dataset: Dataset) -> dict[str, str]:
    sources = dataset.of("source").values()
    return {shot["sha256"]: s.id for s in sources for shot in s.body.get("snapshots", ())}


def _span(written: Mapping[str, Any]) -> Span:
    return Span(written["start"], written["length"], written["sha256"])
