"""The texts of a record: what people wrote in it, in every language, without codes and claims."""

from collections.abc import Iterator, Mapping
from typing import Any

_NAMES = ("label", "title", "name")
_BY_LANGUAGE = (
    *("title", "name", "label", "summary", "definition", "scope_note", "publisher", "method"),
    "note",
)
_LISTS = ("terms", "governments", "names", "variants", "coverage")


def texts_of(body: Mapping[str, Any]) -> Iterator[str]:
    """Yield the texts of a record or of a member of its lists, titles and names first."""
    return (text for _, text in tagged_texts_of(body))


def tagged_texts_of(body: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield language and text of each text of a record, titles and names first."""
    for name in _BY_LANGUAGE:
        yield from body.get(name, {}).items()
    for name in _LISTS:
        for member in body.get(name, ()):
            yield from tagged_texts_of(member)
            if "text" in member:
                yield member["language"], member["text"]


def tagged_names_of(body: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield language and text of all that a record is called, what the editors call it first."""
    for name in _NAMES:
        yield from body.get(name, {}).items()
    for variant in body.get("variants", ()):
        yield variant["language"], variant["text"]
