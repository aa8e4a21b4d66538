"""Broken schema keywords to breaches in a contributor's words, without cascades."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from milepost import quantity
from milepost.model import Body, Breach, Path
from milepost.schema.documents import Documents, dereferenced
from milepost.schema.engine import SchemaError, Schemas
from milepost.schema.forms import form_of, holds_password, misformed
from milepost.schema.homes import home_of
from milepost.schema.meant import text_meant, value_meant
from milepost.suggestions import did_you_mean, in_full, quoted

RULES = {
    "required": "SCH-001",
    "unevaluatedProperties": "SCH-002",
    "type": "SCH-003",
    "pattern": "SCH-004",
    "format": "SCH-004",
    "maxLength": "SCH-004",
    "enum": "SCH-005",
    "const": "SCH-005",
    "minItems": "SCH-006",
    "maxItems": "SCH-006",
    "minProperties": "SCH-006",
    "uniqueItems": "SCH-006",
    "minimum": "SCH-007",
    "maximum": "SCH-007",
}
_TYPES = {
    "object": "an object in braces { }",
    "array": "a list in brackets [ ]",
    "string": "a text in double quotes",
    "integer": "a whole number without quotes",
    "number": "a number without quotes",
    "boolean": "true or false without quotes",
}
_OF_FORM = {"pattern", "format"}
_MESSAGES = {
    "type": "{title} is {value}, and should be {types}",
    "enum": "{title} is {value}, which is not one of {choices}",
    "const": "{title} is {value}, and can only be {choices}",
    "uniqueItems": "{title} names {twice} twice",
    "minItems": "{title} has fewer members than {wanted}",
    "maxItems": "{title} has more than {wanted} members",
    "minProperties": "{title} is empty",
    "minimum": "{title} is {value}, and at least {wanted} is expected",
    "maximum": "{title} is {value}, and at most {wanted} is expected",
    "maxLength": "{title} has {size:,} characters, and may have {wanted:,}",
}


def schema_breaches(schemas: Schemas, kind: str, body: Body) -> Iterator[tuple[str, Breach]]:
    """Yield rule and breach for each broken keyword of a record, the misspelt keys first.

    A misspelt key and the required key that is thereby missing are one breach, and so are a
    pattern and a format at one place.
    """
    errors = list(schemas.errors(kind, body))
    unknown = [error for error in errors if error.keyword == "unevaluatedProperties"]
    excused: set[tuple[Path, str]] = set()
    for error in unknown:
        for name, meant in _unknown(schemas.documents, kind, error):
            excused.add((error.at, meant))
            yield "SCH-002", _unknown_key(schemas.documents, kind, error, name, meant)
    seen: set[Path] = set()
    for error in errors:
        if error.keyword == "unevaluatedProperties" or _is_excused(error, excused, seen):
            continue
        seen.add(error.at)
        yield _breach(schemas.documents, kind, error, body)


def _is_excused(error: SchemaError, excused: set[tuple[Path, str]], seen: set[Path]) -> bool:
    if error.keyword == "required":
        return (error.at, str(error.wanted)) in excused
    return error.at in seen


def _unknown(documents: Documents, kind: str, error: SchemaError) -> Iterator[tuple[str, str]]:
    schema = schema_at(documents, kind, error.trail[:-1])
    known = list(schema.get("properties", {}))
    for name in error.wanted:
        if name not in known:
            yield name, did_you_mean(name, known)


def _unknown_key(
    documents: Documents, kind: str, error: SchemaError, name: str, meant: str
) -> Breach:
    at = (*error.at, name)
    schema = schema_at(documents, kind, error.trail[:-1])
    for pattern in schema.get("patternProperties", ()):
        form, description = form_of(documents, pattern)
        spelt = text_meant(name, pattern)
        hint = f"write {in_full(spelt)}" if spelt else f"a key here is {description}"
        return Breach(at, f"the key {quoted(name)} is no {form}", hint, key=True)
    home = home_of(documents, kind, name)
    hint = f"move it: it belongs to {home}" if home else "remove it, or see the codebook"
    if meant:
        hint = f"did you mean {quoted(meant)}?"
    return Breach(at, f"there is no property {quoted(name)} here", hint, key=True)


def _breach(documents: Documents, kind: str, error: SchemaError, body: Body) -> tuple[str, Breach]:
    schema = schema_at(documents, kind, error.trail[:-1])
    value = _value(body, error.at)
    rule = RULES.get(error.keyword, "SCH-003")
    if error.keyword == "required":
        return rule, _missing(schema, error)
    if holds_password(schema, value):
        # What was to stay secret is not printed once more.
        message = "the address holds a user name or a password before its host"
        hint = "remove it from the address, and change the password"
        return "SRC-002", Breach(error.at, message, hint)
    if error.keyword in _OF_FORM and isinstance(value, str):
        return rule, Breach(error.at, *misformed(documents, schema, value))
    return rule, Breach(error.at, _message(error, schema, value), _hint(error, schema, value))


def _missing(schema: Mapping[str, Any], error: SchemaError) -> Breach:
    name = str(error.wanted)
    inner = schema.get("properties", {}).get(name, {})
    example = json.dumps(inner.get("examples", ["…"])[0], ensure_ascii=False)
    return Breach(
        error.at, f"{quoted(name)} is missing", f'add it, for example: "{name}": {example}'
    )


def _message(error: SchemaError, schema: Mapping[str, Any], value: object) -> str:
    words = {
        "title": schema.get("title", "the value"),
        "value": quoted(value),
        "size": len(value) if isinstance(value, str) else 0,
        "wanted": error.wanted,
        "types": _types(error.wanted),
        "choices": _choices(error.wanted),
        "twice": quoted(_repeated(value)),
    }
    if value in ([], {}) and error.keyword != "type":
        return "{title} is empty".format(**words)
    return _MESSAGES[error.keyword].format(**words)


def _repeated(value: object) -> object:
    members = value if isinstance(value, list) else []
    return next((each for at, each in enumerate(members) if each in members[:at]), None)


def _hint(error: SchemaError, schema: Mapping[str, Any], value: object) -> str:
    if error.keyword in {"enum", "const"} and isinstance(value, str):
        meant = did_you_mean(value, [str(option) for option in _options(error.wanted)])
        if meant:
            return f"did you mean {quoted(meant)}?"
    if error.keyword in {"minItems", "minProperties"} or (value is None and error.at):
        return "leave the property out, or fill it"
    if error.keyword == "uniqueItems":
        return "delete the second"
    if error.keyword == "type":
        meant = _meant_instead(error, schema, value)
        if meant:
            return meant
    if schema.get("x-compare") == "quantity" and error.keyword == "pattern":
        return _why_no_quantity(str(value)[: schema["maxLength"]])
    examples = schema.get("examples", ())
    return f"for example: {json.dumps(examples[0], ensure_ascii=False)}" if examples else ""


def _meant_instead(error: SchemaError, schema: Mapping[str, Any], value: object) -> str:
    """Return what to write for a value of another type; for the whole of a file, where to begin."""
    if not error.at:
        return "begin with a skeleton that `milepost new` writes, one record a file"
    meant = value_meant(value, _options(error.wanted), dict(schema))
    return f"write {meant}" if meant else ""


def _why_no_quantity(text: str) -> str:
    """Return how a quantity is written, such as [300E6..] USD for what a source calls over."""
    try:
        quantity.parse(text)
    except ValueError as amiss:
        return str(amiss)
    return ""


def _types(wanted: object) -> str:
    return " or ".join(_TYPES.get(str(name), "") for name in _options(wanted))


def _options(wanted: object) -> Sequence[object]:
    return wanted if isinstance(wanted, list) else [wanted]


def _choices(wanted: object) -> str:
    return ", ".join(json.dumps(option, ensure_ascii=False) for option in _options(wanted))


def _value(body: Any, at: Path) -> object:
    for step in at:
        body = body[step]
    return body


def schema_at(documents: Documents, kind: str, trail: Sequence[str | int]) -> dict[str, Any]:
    """Return the schema that a trail of keywords leads to, with what its references add."""
    here: Any = documents[kind]
    home = kind
    for token in trail:
        if isinstance(here, Mapping) and "$ref" in here:
            here, home = dereferenced(documents, here, home)
        if token != "$ref":  # noqa: S105 -- a keyword of JSON Schema
            here = here[_key(here, token)]
    whole, _ = dereferenced(documents, here, home)
    return whole


def _key(here: Any, token: str | int) -> str | int:
    """Return the key of a schema that a token names; the fast engine reads patterns unguarded."""
    if not isinstance(here, Mapping) or token in here:
        return token
    return next((name for name in here if name.replace("(?!\\n)", "") == token), token)
