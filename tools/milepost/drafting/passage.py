"""The passage that a quotation names in a text that one holds; no word of it is kept."""

from collections.abc import Sequence
from typing import Final

from milepost.errors import UnansweredError
from milepost.text.profile import NAME, Normalised, normalise
from milepost.text.spans import Span, every

_MOST: Final = 20
# Runs of this many characters tell paragraphs apart in scripts with and without spaces.
_RUN: Final = 5
_NEAR: Final = 0.4


def plain_text(raw: bytes, name: str) -> Normalised:
    """Return the text of a file in the profile; UnansweredError where it is no plain text."""
    if raw.startswith(b"%PDF"):
        message = f"{name} is a PDF; save its text as a plain text file (UTF-8) and name that"
        raise UnansweredError(message)
    if raw.lstrip()[:200].lower().startswith((b"<!doctype", b"<html", b"<?xml")):
        message = f"{name} is a web page with its code; save its text as a plain text file (UTF-8)"
        raise UnansweredError(message)
    try:
        text = normalise(raw.decode("utf-8"))
    except UnicodeDecodeError as broken:
        message = f"{name} is not UTF-8 from byte {broken.start + 1} on; save it as UTF-8"
        raise UnansweredError(message) from broken
    if not text.text:
        message = f"{name} holds no text"
        raise UnansweredError(message)
    return text


def passage(
    text: Normalised, quote: str, paragraph: int | None = None, occurrence: int | None = None
) -> Span:
    """Return the span of a quotation, in a paragraph or the nth there is where either is named.

    UnansweredError, without a word of the text, where it is too short, is not there, or stands at
    several places.
    """
    try:
        found = every(text, quote, _MOST)
    except ValueError as short:
        raise UnansweredError(str(short)) from short
    if not found:
        raise UnansweredError(_absent(text, quote))
    fitting = [span for span in found if paragraph in (None, text.paragraph(span.start))]
    if not fitting:
        there = " and ".join(sorted({str(text.paragraph(span.start)) for span in found}))
        message = f"the quotation is not in paragraph {paragraph}, but in paragraph {there}"
        raise UnansweredError(message)
    if occurrence is not None and not 1 <= occurrence <= len(fitting):
        message = f"there is no occurrence {occurrence}: {_places(text, fitting)}"
        raise UnansweredError(message)
    if occurrence is None and len(fitting) > 1:
        hint = "say which with --occurrence or --paragraph, or quote more of the sentence"
        message = f"the quotation stands at {len(fitting)} places; {hint}:{_places(text, fitting)}"
        raise UnansweredError(message)
    return fitting[(occurrence or 1) - 1]


def written(span: Span) -> dict[str, object]:
    """Return a span as a record holds it."""
    return {
        "profile": NAME,
        "start": span.start,
        "length": span.length,
        "sha256": span.sha256,
    }


def _places(text: Normalised, spans: Sequence[Span]) -> str:
    return "".join(
        f"\n  occurrence {number}: paragraph {text.paragraph(span.start)}, character {span.start}"
        for number, span in enumerate(spans, 1)
    )


def _absent(text: Normalised, quote: str) -> str:
    """Return that a quotation is not there, and the number of the paragraph most like it."""
    message = "the quotation is not in the text; copy it from there, word for word"
    wanted = _runs(normalise(quote).text)
    shares = [
        (len(wanted & _runs(text.text[start:end])) / max(1, len(wanted)), -number)
        for number, (start, end) in enumerate(text.paragraphs, 1)
    ]
    share, number = max(shares)
    if share < _NEAR:
        return f"{message}. No paragraph is like it: is this the right text?"
    return f"{message}. Paragraph {-number} is most like it, with {share:.0%} of it"


def _runs(text: str) -> set[str]:
    lower = text.lower()
    return {lower[at : at + _RUN] for at in range(max(1, len(lower) - _RUN + 1))}
