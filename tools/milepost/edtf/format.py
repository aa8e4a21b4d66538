"""A date in words: kind, text and spans in, a phrase in English, Japanese or Khmer out."""

from collections.abc import Sequence

from milepost.edtf.format_point import format_point
from milepost.edtf.point import Point
from milepost.edtf.structure import Kind, Span
from milepost.edtf.words import LANGUAGES, Words


def formatted(kind: Kind, text: str, spans: Sequence[Span], language: str) -> str:
    """Write a date out; raises ValueError for a language that has no words here."""
    words = LANGUAGES.get(language)
    if words is None:
        raise ValueError(f"no words for dates in {language!r}; there are {', '.join(LANGUAGES)}")
    if kind == "interval":
        return _lasting(text, spans[0], words)
    return _listed([_member(span, words) for span in spans], kind, words)


def _lasting(text: str, span: Span, words: Words) -> str:
    if span.first and span.last:
        first, last = format_point(span.first, words), format_point(span.last, words)
        return words.lasted.format(first=first, last=last)
    unknown = text.startswith("/") or text.endswith("/")
    if span.first:
        pattern = words.end_unknown if unknown else words.lasted_since
        return pattern.format(date=format_point(span.first, words))
    pattern = words.start_unknown if unknown else words.lasted_until
    return pattern.format(date=_last(span, words))


def _member(span: Span, words: Words) -> str:
    if span.first and span.last:
        first = format_point(span.first, words)
        if span.is_one_date:
            return first
        return words.within.format(first=first, last=format_point(span.last, words))
    if span.first:
        return words.since.format(date=format_point(span.first, words))
    return words.by.format(date=_last(span, words))


def _last(span: Span, words: Words) -> str:
    return format_point(span.last, words) if isinstance(span.last, Point) else ""


def _listed(members: Sequence[str], kind: Kind, words: Words) -> str:
    *others, last = members
    if not others:
        return last
    pattern = words.last_and if kind == "all-of" else words.last_or
    return pattern.format(dates=words.separator.join(others), last=last)
