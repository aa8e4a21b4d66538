"""Evidence held against the text of its source: spans in their place, and one that is lost."""

from collections.abc import Iterator
from random import Random
from typing import Final

from bench.clock import interleaved, timed
from bench.figures import Figure
from bench.generator.prose import LANGUAGES, paragraph
from bench.measures.settings import Settings
from milepost.text.profile import Normalised, normalise
from milepost.text.spans import Span, digest, states

_SPANS: Final = 10_000
_BYTES: Final = 1_000_000
_LOST: Final = digest("what no text of the bench says")


def measure(settings: Settings) -> Iterator[Figure]:
    """Yield the cost of 10,000 spans in place over 1 MB, and of one that is nowhere in it."""
    rng = Random("a text of three scripts")  # noqa: S311 -- invented data is no secret
    raw = _text(rng)
    text = normalise(raw)
    spans = [_span(rng, text) for _ in range(_SPANS)]
    lost = Span(spans[0].start, spans[0].length, _LOST)
    actions = {
        "in place": lambda: timed(lambda: states(normalise(raw), spans)),
        "lost": lambda: timed(lambda: states(text, [lost])),
    }
    found = interleaved(actions, settings.rounds)
    megabytes = len(text.text.encode()) / 1e6
    name = f"{_SPANS:,} spans in place in 1 MB, text normalised"
    yield Figure(name, found["in place"].cpu, "s", 1, 0.1)
    yield Figure("a lost span, each MB of text", found["lost"].cpu / megabytes, "s", 1, 0.1)


def _text(rng: Random) -> str:
    blocks: list[str] = []
    size = 0
    while size < _BYTES:
        block = paragraph(rng, rng.choice(LANGUAGES), 56)
        size += len(block.encode()) + 2
        blocks.append(block)
    return "\n\n".join(blocks)


def _span(rng: Random, text: Normalised) -> Span:
    length = rng.randint(30, 240)
    start = rng.randrange(len(text.text) - length)
    return Span(start, length, digest(text.text[start : start + length]))
