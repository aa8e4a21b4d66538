"""The spellings of one object: as N-Quads, Turtle and JSON-LD write it, made at once."""

import re
from functools import cache
from typing import TypeAlias

import orjson

from milepost.release.rdf.namespaces import expanded, is_absolute
from milepost.release.rdf.triple import Part

# What a literal may not hold as it is, and other control characters, which no reader wants to meet.
SPECIAL = re.compile(r'[\x00-\x1f"\\\x7f]')
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


# An object in N-Quads, in Turtle and in JSON-LD; then as JSON-LD names a type, in quotes alone.
Spelt: TypeAlias = tuple[str, str, str, str]


def spelt(part: Part, text: str) -> Spelt:
    """Return an object as each spelling has it: its part, and its IRI or text if it has one."""
    if part is None:
        inside, name = f"<{text}>", iri_in_json(text)
        return inside, inside, f'{{"@id":{name}}}', name
    if isinstance(part, str):
        return _term(part)
    language, datatype = part
    inside, name = _in_quotes(text)
    if language:
        tagged = f"{inside}@{language}"
        return tagged, tagged, f'{{"@value":{name},"@language":"{language}"}}', name
    if datatype:
        in_full = f"{inside}^^{expanded(datatype)}"
        return in_full, f"{inside}^^{datatype}", f'{{"@value":{name},"@type":"{datatype}"}}', name
    return inside, inside, name, name


@cache
def _term(term: str) -> Spelt:
    name = iri_in_json(term)
    return expanded(term), term, f'{{"@id":{name}}}', name


def iri_in_json(iri: str) -> str:
    """Return an IRI as a text of JSON, which has nothing to escape in one."""
    return f'"{iri}"'


def full(iri: str) -> str:
    """Return an IRI as N-Quads has it."""
    return f"<{iri}>" if is_absolute(iri) else expanded(iri)


def short(iri: str) -> str:
    """Return an IRI as Turtle has it."""
    return f"<{iri}>" if is_absolute(iri) else iri


def escaped(text: str) -> str:
    """Return a text as it stands between the quotes of N-Quads and Turtle."""
    return SPECIAL.sub(_escape, text)


def escaped_in_json(text: str) -> str:
    """Return a text as it stands between the quotes of JSON."""
    return orjson.dumps(text).decode()[1:-1]


def _in_quotes(text: str) -> tuple[str, str]:
    """Return a text as N-Quads and Turtle have it, and as JSON has it."""
    if SPECIAL.search(text):
        return f'"{escaped(text)}"', f'"{escaped_in_json(text)}"'
    quoted = f'"{text}"'
    return quoted, quoted


def _escape(found: re.Match[str]) -> str:
    return _ESCAPES.get(found[0]) or f"\\u{ord(found[0]):04X}"
