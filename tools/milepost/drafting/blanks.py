"""Blanks: one thing to fill in, with the words, the example and the choices that it comes with."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from milepost import edtf
from milepost.derive.labels import label_of, text_in
from milepost.drafting.questions import Answers, Question, dated_stages
from milepost.kinds import kind_to_write
from milepost.model import Path
from milepost.rules.view import View
from milepost.schema.breaches import schema_breaches
from milepost.schema.documents import Documents, dereferenced
from milepost.suggestions import did_you_mean, quoted

_TAGGED: Final = re.compile(r"([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)=(.*)", re.DOTALL)
# As many choices as a message tells.
_ON_A_LINE: Final = 8


@dataclass(frozen=True, slots=True)
class Blank:
    """A place of a record to be filled: what the schema says of it, and the labels of its choices.

    Without choices any text goes that the schema takes; `named` says what the choices are. In
    `by_language` the text is in English unless it begins with the tag of another language. A
    member of a list has each part that is `needed`.
    """

    path: Path
    schema: Mapping[str, Any]
    choices: Mapping[str, str]
    named: str = ""
    by_language: bool = False
    needed: bool = False

    @property
    def title(self) -> str:
        """What is to be filled in, in a word or two."""
        return str(self.schema["title"])

    def value(self, text: str) -> Any:
        """Return the JSON value of a text: a choice may be written as its label."""
        if self.by_language:
            tagged = _TAGGED.fullmatch(text)
            return {tagged[1]: tagged[2].strip()} if tagged else {"en": text}
        if self.choices and text not in self.choices:
            alike = [n for n, label in self.choices.items() if label.lower() == text.lower()]
            return alike[0] if len(alike) == 1 else text
        return text


def part_at(documents: Documents, kind: str, path: Path) -> dict[str, Any]:
    """Return what the schema of a kind says at a path; any position stands for the members."""
    here, home = dereferenced(documents, documents[kind], kind)
    for step in path:
        inner = here["items"] if isinstance(step, int) else here["properties"][step]
        here, home = dereferenced(documents, inner, home)
    return here


def is_list(documents: Documents, kind: str, question: Question) -> bool:
    """Return whether a question takes several answers."""
    whole = part_at(documents, kind, question.at)
    return whole.get("type") == "array" or whole.get("x-order") == "languages"


def blanks_of(view: View, kind: str, question: Question, given: Answers) -> tuple[Blank, ...]:
    """Return what a question asks for: one blank, or one for each part of a member."""
    documents = view.schemas.documents
    if question.flag == "headline":
        stages = dict.fromkeys(dated_stages(given), "")
        return (Blank(question.at, part_at(documents, kind, question.at), stages, "dated stage"),)
    if question.parts:
        needed = part_at(documents, kind, (*question.at, 0)).get("required", ())
        paths: list[Path] = [(*question.at, 0, part) for part in question.parts]
        blanks = [_blank(view, part_at(documents, kind, path), path) for path in paths]
        told = [replace(blank, needed=blank.path[-1] in needed) for blank in blanks]
        return (_of_type(view, told[0], given), *told[1:])
    schema = part_at(documents, kind, question.at)
    if schema.get("type") != "array":
        return (_blank(view, schema, question.at),)
    member = {**part_at(documents, kind, (*question.at, 0)), **_words(schema)}
    return (_blank(view, member, (*question.at, 0)),)


def _of_type(view: View, blank: Blank, given: Answers) -> Blank:
    """Return the blank for a stage with the stages of the type that was given, others as it is."""
    if blank.path != ("stages", 0, "stage") or not given.get("type"):
        return blank
    kind = given["type"][0][0]
    stages = view.terms.get("milestone-type", {}).get(kind, {}).get("stages", ())
    fitting = {name: label for name, label in blank.choices.items() if name in stages}
    return replace(blank, choices=fitting, named=f"stage of a {kind}") if fitting else blank


def example_of(blank: Blank) -> str:
    """Return an example of what may be filled in, as one would type it."""
    example = blank.schema["examples"][0]
    if blank.choices and example not in blank.choices:
        return next(iter(blank.choices))
    return str(example.get("en", "…")) if isinstance(example, dict) else str(example)


def _words(schema: Mapping[str, Any]) -> dict[str, Any]:
    """Return title, description and the examples of a list, as those of its members."""
    examples = [member for example in schema["examples"] for member in example]
    return {
        "title": schema["title"],
        "description": schema["description"],
        "examples": examples,
    }


def _blank(view: View, schema: Mapping[str, Any], path: Path) -> Blank:
    named = schema.get("x-vocabulary") or " or ".join(schema.get("x-reference", ()))
    by_language = schema.get("x-order") == "languages"
    return Blank(path, schema, choices_of(view, schema), named or "choice", by_language)


def choices_of(view: View, schema: Mapping[str, Any]) -> dict[str, str]:
    """Return the names that a place of the schema may hold, with their labels; none for text."""
    if "x-vocabulary" in schema:
        terms = view.terms.get(schema["x-vocabulary"], {}).items()
        live = {n: t for n, t in terms if not (t.get("abstract") or "replaced_by" in t)}
        return {name: text_in(term["label"]) for name, term in live.items()}
    if "x-reference" in schema:
        records = (r for kind in schema["x-reference"] for r in view.dataset.of(kind).values())
        return {record.id: label_of(record) for record in records}
    return {str(option): "" for option in schema.get("enum", ())}


def amiss(view: View, kind: str, blank: Blank, text: str) -> str:
    """Return what is wrong with a text as the filling of a blank, and how to mend it, or nothing.

    What a record must be besides is judged when the whole of it is there.
    """
    value = blank.value(text)
    if blank.choices or "x-reference" in blank.schema:
        return "" if value in blank.choices else _unknown(blank, text)
    if blank.schema.get("x-edtf"):
        return _no_date(text, one_instant="x-compare" in blank.schema)
    # Whether English is there is judged when all languages are.
    whole = {"en": "…", **value} if blank.by_language else value
    found = schema_breaches(view.schemas, kind, _around(blank.path, whole))
    here = (b for _, b in found if b.at[: len(blank.path)] == blank.path)
    return next((f"{b.message}; {b.hint}" if b.hint else b.message for b in here), "")


def _unknown(blank: Blank, text: str) -> str:
    by_label = {label: name for name, label in blank.choices.items() if label}
    turned = "-".join(sorted(text.split("-")))
    near = turned if turned in blank.choices else did_you_mean(text, (*blank.choices, *by_label))
    message = f"there is no {blank.named} {quoted(text)}"
    if near:
        return f"{message}; did you mean {quoted(by_label.get(near, near))}?"
    if "x-reference" in blank.schema:
        kind = kind_to_write(blank.schema["x-reference"], text)
        return f"{message}; write its record first, with `milepost new {kind}`, or leave it out"
    words = {*text.lower().replace(" ", "-").split("-")}
    alike = [choice for choice in blank.choices if words & {*choice.split("-")}] or [*blank.choices]
    known = ", ".join(alike[:_ON_A_LINE])
    return f"{message}; there are {known}{' and others' if len(alike) > _ON_A_LINE else ''}"


def _no_date(text: str, *, one_instant: bool) -> str:
    try:
        date = edtf.parse(text)
    except ValueError as broken:
        return str(broken)
    return (edtf.refusal(date) or "") if one_instant else ""


def _around(path: Path, value: Any) -> Any:
    """Return a value within the lists and objects that a path leads through."""
    for step in reversed(path):
        value = [value] if isinstance(step, int) else {step: value}
    return value
