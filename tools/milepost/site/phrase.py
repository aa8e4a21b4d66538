"""Phrases: sentences as values, made of words, links, codes and runs in a language.

What a page says is a phrase until the last moment, so that a web page, a text file and a test can
each have it in their own form and nothing is ever escaped twice.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple


class Text(NamedTuple):
    """Words of a record in the language that they are written in (BCP 47)."""

    text: str
    language: str = "en"


class Link(NamedTuple):
    """Words that lead to a page of the site, by its name, and to a place in it."""

    page: str
    text: str
    language: str = "en"
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Outside:
    """Words that lead to an address on the web; the address is one of ours and never a record's."""

    address: str
    text: str


@dataclass(frozen=True, slots=True)
class Code:
    """A value as it stands in a record: an EDTF date, an identifier, an address."""

    text: str


Part = str | Text | Link | Outside | Code
Phrase = tuple[Part, ...]


def plain(phrase: Iterable[Part]) -> str:
    """Return the words of a phrase alone."""
    return "".join(part if isinstance(part, str) else part.text for part in phrase)


def listed(phrases: Sequence[Phrase], separator: str = ", ", last: str = " and ") -> Phrase:
    """Return phrases as one: a, b and c."""
    parts: list[Part] = []
    for position, phrase in enumerate(phrases):
        if position:
            parts.append(last if position == len(phrases) - 1 else separator)
        parts.extend(phrase)
    return tuple(parts)


def text_of(texts: Mapping[str, str]) -> Text:
    """Return the English text of a language map, else its first one, with its language."""
    language = "en" if "en" in texts else next(iter(texts))
    return Text(texts[language], language)


def capitalized(phrase: Phrase) -> Phrase:
    """Return a phrase that begins with a capital, where it begins with words of ours."""
    first = phrase[0] if phrase else ""
    if not isinstance(first, str) or not first:
        return phrase
    return (first[0].upper() + first[1:], *phrase[1:])
