"""Questions of the form: a path into a schema in, label, help, example and control out."""

from collections.abc import Iterator, Mapping
from typing import Any, Literal, NamedTuple

from milepost.derive.labels import text_in
from milepost.model import Record
from milepost.schema.documents import Documents, dereferenced
from milepost.site.naming import label
from milepost.site.proposing.layout import Group
from milepost.site.site import Site

Control = Literal["text", "long", "choice", "known", "mark", "number", "day"]
# Lists that are short enough to be chosen from at sight; the others are typed into.
_AT_SIGHT = 12
_LONG = frozenset({"summary/en", "note/en"})
_TEXTS = ("title", "description", "examples")
# Of the evidence schema the form asks about one entry.
_ROOTS = {"evidence": ("$defs", "entry")}


class Choice(NamedTuple):
    """One of the answers to choose from; `group` is the broader term that it stands under."""

    value: str
    text: str
    group: str = ""


class Question(NamedTuple):
    """One field of the form, with what the schema says of it; `known` names kinds of record."""

    name: str
    path: str
    label: str
    help: str
    example: str
    control: Control
    required: bool
    choices: tuple[Choice, ...] = ()
    known: tuple[str, ...] = ()


def questions(site: Site, group: Group) -> tuple[Question, ...]:
    """Return the questions of a group."""
    return tuple(_question(site, group, path) for path in group.paths)


def _question(site: Site, group: Group, path: str) -> Question:
    schema, required = _at(site, group, path)
    references = tuple(schema.get("x-reference", ()))
    choices = tuple(_choices(site, path, schema))
    return Question(
        f"{group.name}-{path.replace('/', '-').replace('@', 'own')}",
        path,
        str(schema["title"]),
        str(schema["description"]),
        _example(schema),
        _control(path, schema, has_choices=bool(choices)),
        required,
        choices,
        () if choices else references,
    )


def _at(site: Site, group: Group, path: str) -> tuple[Mapping[str, Any], bool]:
    """Return the schema at a path, with the texts of the last property that the path names.

    The second part says whether it has to be there, in a record or in a member that was begun.
    """
    documents = site.view.schemas.documents
    whole, home = _root(documents, group.kind)
    named, required = whole, True
    for step in path.split("/"):
        if step.isdecimal():
            inner, required = whole["items"], required or bool(group.members)
        else:
            required = required and step in whole.get("required", ())
            inner = _below(whole, step)
        is_named = step in whole.get("properties", {})
        whole, home = dereferenced(documents, inner, home)
        named = whole if is_named else named
    return {**whole, **{name: named[name] for name in _TEXTS}}, required


def _root(documents: Documents, kind: str) -> tuple[Mapping[str, Any], str]:
    here: Mapping[str, Any] = documents[kind]
    for step in _ROOTS.get(kind, ()):
        here = here[step]
    return dereferenced(documents, here, kind)


def _below(schema: Mapping[str, Any], step: str) -> Mapping[str, Any]:
    """Return the schema of a property, or that of any language where the step is one."""
    found = schema.get("properties", {}).get(step)
    return dict(found or next(iter(schema["patternProperties"].values())))


def _example(schema: Mapping[str, Any]) -> str:
    """Return the first example as it would be typed in."""
    example = schema["examples"][0]
    if isinstance(example, Mapping):
        example = text_in(example)
    if isinstance(example, list):
        example = example[0]
    return "" if isinstance(example, bool | Mapping) else str(example)


def _control(path: str, schema: Mapping[str, Any], *, has_choices: bool) -> Control:
    if has_choices:
        return "choice"
    if "x-reference" in schema:
        return "known"
    if schema.get("type") in {"boolean", "integer"}:
        return "mark" if schema["type"] == "boolean" else "number"
    if str(schema.get("pattern", "")).startswith("^[0-9]{4}-"):
        return "day"
    return "long" if path in _LONG else "text"


def _choices(site: Site, path: str, schema: Mapping[str, Any]) -> Iterator[Choice]:
    if "enum" in schema:
        yield from (Choice(choice, choice) for choice in schema["enum"])
    elif "x-vocabulary" in schema:
        yield from _terms(site, schema["x-vocabulary"])
    elif path.endswith("side"):
        yield from (_record(record) for record in site.dataset.of("party").values())
        yield Choice("other", "other")
    else:
        kinds = schema.get("x-reference", ())
        records = [record for kind in kinds for record in site.dataset.of(kind).values()]
        if len(kinds) == 1 and len(records) <= _AT_SIGHT:
            yield from map(_record, records)


def _record(record: Record) -> Choice:
    return Choice(record.id, label(record).text)


def _terms(site: Site, vocabulary: str) -> Iterator[Choice]:
    """Yield the terms that a record may publish, those of one broader term beside each other."""
    terms = site.view.terms[vocabulary]
    usable = [t for t in terms.values() if not (t.get("abstract") or "replaced_by" in t)]
    groups = {t["id"]: _broader(terms, t) for t in usable}
    order = list(dict.fromkeys(groups.values()))
    for term in sorted(usable, key=lambda t: order.index(groups[t["id"]])):
        yield Choice(term["id"], text_in(term["label"]), groups[term["id"]])


def _broader(terms: Mapping[str, Mapping[str, Any]], term: Mapping[str, Any]) -> str:
    above = next(iter(term.get("broader", ())), "")
    is_heading = above in terms and terms[above].get("abstract")
    return text_in(terms[above]["label"]) if is_heading else ""
