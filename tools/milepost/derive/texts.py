"""The texts of a record: what people wrote in it, in every language, without codes and claims."""

from collections.abc import Iterator, Mapping
from typing import Any

_BY_LANGUAGE = (
    *("title", "name", "label", "summary", "definition", "scope_note", "publisher", "method"),
    "note",
)
_LISTS = ("terms", "governments", "names", "variants", "coverage")


def texts_of(body: Mapping[str, Any]) -> Iterator[str]:
    """Yield the texts of a record or of a member of its lists, titles and names first."""
    for name in _BY_LANGUAGE:
        yield from body.get(name, {}).values()
    for name in _LISTS:
        for member in body.get(name, ()):
            yield from texts_of(member)
            if "text" in member:
                yield str(member["text"])
