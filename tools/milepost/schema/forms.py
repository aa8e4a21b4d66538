"""A text that has not the form of its place: in words what it is not, and how to write it."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from milepost import edtf
from milepost.schema.documents import Documents
from milepost.schema.meant import text_meant
from milepost.suggestions import in_full, quoted

_OF_FORM: Final = "which has not the form that it should have"
_HOST: Final = re.compile(r"[a-z]+://[^/?#]*@", re.IGNORECASE)
_MEND: Final = "; write "


def holds_password(schema: Mapping[str, Any], value: object) -> bool:
    """Return whether a value is a web address with a user name or a password before its host."""
    return schema.get("format") == "uri" and bool(_HOST.match(str(value)))


def misformed(documents: Documents, schema: Mapping[str, Any], value: str) -> tuple[str, str]:
    """Return what is wrong with a text of another form, and a hint."""
    title = schema.get("title", "the value")
    if not value:
        return f"{title} is empty", "leave the property out, or fill it"
    if schema.get("x-edtf"):
        return not_a_date(value)
    if value != value.strip():
        what = f"{title} is {quoted(value)}, which begins or ends with a space"
        return what, f"write {in_full(value.strip())}"
    pattern = str(schema.get("pattern", ""))
    name, description = form_of(documents, pattern)
    what = f"which is no {name}" if name else _OF_FORM
    meant = text_meant(value, pattern) if pattern else ""
    if meant:
        return f"{title} is {quoted(value)}, {what}", f"write {in_full(meant)}"
    description = description or _lower(schema.get("description", "")).rstrip(".")
    if "x-reference" in schema:
        description = 'write the "id" that stands in the file of the record'
    example = f"for example: {in_full(schema.get('examples', ['…'])[0])}"
    return f"{title} is {quoted(value)}, {what}", "; ".join(filter(None, (description, example)))


def not_a_date(text: str) -> tuple[str, str]:
    """Return why a text is no date in EDTF, and what to write."""
    try:
        edtf.parse(text)
    except ValueError as amiss:
        reason, _, mend = str(amiss).partition(_MEND)
        otherwise = "write what the source says, with ~, ? or [..] for doubt"
        return reason, f"write {mend}" if mend else otherwise
    return f"{text}: {_OF_FORM}", ""


def form_of(documents: Documents, pattern: str) -> tuple[str, str]:
    """Return what a pattern is the form of and its description, in words that go on a sentence.

    A definition has both in its comment, with a colon between: its title is that of the property.
    """
    for form in _forms(documents):
        if form["pattern"] == pattern:
            name, _, description = form["$comment"].partition(": ")
            return _lower(name), description.partition(";")[0].rstrip(".")
    return "", ""


def _forms(documents: Documents) -> Iterator[Mapping[str, Any]]:
    for form in documents["values"]["$defs"].values():
        if "pattern" in form:
            yield form


def _lower(text: str) -> str:
    """Return a text with a small first letter, unless its first word is an abbreviation."""
    first = text.split(" ", maxsplit=1)[0]
    return text if len(first) > 1 and first.isupper() else text[:1].lower() + text[1:]
