"""A value that its schema refuses to the value that was perhaps meant, where it can be told."""

import json
import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any, Final

_LONGEST: Final = 120
_NUMBER: Final = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?")
_ENDING: Final = ".json"


def text_meant(text: str, pattern: str) -> str:
    """Return the spelling of a text that follows a pattern, or an empty text where none does."""
    spelt = (each for each in _spellings(text) if each != text and re.search(pattern, each))
    return next(spelt, "")


def _spellings(text: str) -> Iterator[str]:
    plain = " ".join(unicodedata.normalize("NFKC", text).split())
    yield plain
    yield plain.lower()
    yield "/" + plain.replace(".", "/").lstrip("/")
    yield plain.strip("<>")
    yield plain.replace(" ", "%20")
    if plain.startswith("www."):
        yield f"https://{plain}"
    yield _slug(plain.removesuffix(_ENDING))


def _slug(text: str) -> str:
    bare = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub("[^a-z0-9]+", "-", bare).strip("-")


def value_meant(value: Any, types: Sequence[object], schema: dict[str, Any]) -> str:
    """Return as JSON what a value of another type was perhaps meant to be, or an empty text."""
    found = (each for name in types for each in _converted(value, str(name), schema))
    text = next((json.dumps(each, ensure_ascii=False) for each in found), "")
    return text if len(text) <= _LONGEST else ""


def _converted(value: Any, wanted: str, schema: dict[str, Any]) -> Iterator[Any]:
    is_text = isinstance(value, str)
    if value is None:
        return
    if wanted == "array" and not isinstance(value, dict | list):
        yield [value]
    if wanted == "object" and is_text and _is_by_language(schema):
        yield {"en": value}
    if wanted in {"number", "integer"} and is_text and _NUMBER.fullmatch(value):
        yield json.loads(value)
    if wanted == "boolean" and is_text and value.lower() in {"true", "false"}:
        yield value.lower() == "true"
    if wanted == "string" and isinstance(value, int | float) and not isinstance(value, bool):
        yield str(value)
    if wanted == "string" and isinstance(value, list) and len(value) == 1:
        yield from (each for each in value if isinstance(each, str))


def _is_by_language(schema: dict[str, Any]) -> bool:
    return any(re.search(pattern, "en") for pattern in schema.get("patternProperties", ()))
