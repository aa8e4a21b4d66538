"""`milepost show`: a record in words, with what each source says of each of its values."""

import argparse
import json
from collections.abc import Iterator

from milepost.cli import CLEAN
from milepost.cli.sound import sound
from milepost.derive.description import value_in_words
from milepost.derive.labels import label_of, term_label, text_in
from milepost.errors import NotThereError
from milepost.evidence.statements import Statement, statements
from milepost.evidence.witnesses import independent_sources
from milepost.model import Record
from milepost.root import find_root
from milepost.rules.view import View
from milepost.suggestions import suggestion

STANDINGS = {
    "supports": "says so",
    "coarser": "agrees, less exactly",
    "disputes": "disputes it",
    "not-published": "says what the record does not publish",
}
SETTLED = {
    "rejected": "the record stands against it",
    "open": "left open, the record contains each",
    "not-published": "the record has no place for it",
    "read-as": "read as {}",
}


def register(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("id", metavar="ID", help="an identifier, a slug or a dyad")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="default: text")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print every record with the identifier."""
    view = sound(find_root(options.root))
    for record in found(view, options.id):
        if options.format == "json":
            print(json.dumps(record.body, indent=2, ensure_ascii=False))
        else:
            print("\n".join(described(view, record)))
    return CLEAN


def found(view: View, identifier: str) -> list[Record]:
    """Return the records with an identifier; NotThereError with the nearest one where none has."""
    records = list(view.dataset.find(identifier))
    if not records:
        known = [record.id for record in view.dataset]
        hint = suggestion(
            identifier, known, "`milepost status DYAD` and the site list what there is"
        )
        message = f"there is no record {identifier!r}; {hint}"
        raise NotThereError(message)
    return records


def described(view: View, record: Record) -> Iterator[str]:
    """Yield the lines that describe a record."""
    yield f"{label_of(record)} ({record.kind} {record.id})"
    yield f"file: {record.path}"
    if "type" in record.body:
        yield f"type: {term_label(view.dataset, 'milestone-type', record.body['type'])}"
    if "summary" in record.body:
        yield text_in(record.body["summary"])
    yield from _evidence(view, record)


def _evidence(view: View, record: Record) -> Iterator[str]:
    told = statements(record, view)
    if not told:
        return
    count = independent_sources(view.dataset, record)
    yield f"independent sources: {count}"
    for weight in view.weighing(record).weights.values():
        here = [statement for statement in told if statement.address == weight.address]
        # That a member exists is attested by what is said of it, which follows anyway.
        if here:
            yield ""
            yield f"{weight.address}: {_value(view, weight.address, record)}"
            for statement in here:
                yield _statement(view, statement)
            yield from _settlements(view, here)


def _value(view: View, address: str, record: Record) -> str:
    value = next((v for v in view.facts(record) if v.address == address), None)
    if value is None:
        return "not published"
    words = value_in_words(view.dataset, value.field, value.text)
    return value.text if words == value.text else f"{value.text} ({words})"


def _statement(view: View, statement: Statement) -> str:
    by = f", {_speaker(view, statement)}" if statement.speaker else ""
    derived = f", derived by {statement.derivation['rule']}" if statement.derivation else ""
    place = _place(statement)
    standing = STANDINGS[statement.standing]
    return f"  {standing}: {statement.value} [{statement.source}{by}{place}{derived}]"


def _settlements(view: View, told: list[Statement]) -> Iterator[str]:
    """Yield each way in which claims at one address were settled, once, with the reason."""
    settlements = (statement.settlement for statement in told)
    once = {(found.address, found.position): found for found in settlements if found}
    for settlement in once.values():
        group = settlement.group
        rule = term_label(view.dataset, "resolution-rule", group["rule"])
        settled = SETTLED[settlement.outcome].format(group.get("to", ""))
        over = ", ".join(group["over"])
        yield f"    {over}: {settled}, by the rule “{rule}” ({group['by']}, {group['on']})"
        yield f"    {text_in(group['rationale'])}"


def _speaker(view: View, statement: Statement) -> str:
    speaker = statement.speaker
    name = next((label_of(r) for r in view.dataset.find(speaker["who"])), speaker["who"])
    office = speaker.get("office")
    return f"{name}, {term_label(view.dataset, 'office', office)}" if office else name


def _place(statement: Statement) -> str:
    locator = statement.entry["locator"]
    parts = (f"{name} {locator[name]}" for name in locator if name != "span")
    return "".join(f", {part}" for part in parts)
