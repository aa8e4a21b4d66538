"""`milepost show`: a record in words, with what each source says of each of its values."""

import argparse
import json
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from milepost.cli import CLEAN
from milepost.cli.facts import facts, naming
from milepost.cli.sound import sound
from milepost.derive.labels import label_of, term_label, text_in
from milepost.derive.withdrawn import fate
from milepost.errors import NotThereError
from milepost.evidence.statements import Statement
from milepost.evidence.witnesses import independent_sources
from milepost.model import Record
from milepost.provenance.edition import Edition
from milepost.root import find_root, root_to_read
from milepost.rules.view import View
from milepost.site.addressing import what_phrase
from milepost.site.claims import by_phrase, said
from milepost.site.deriving import derivation_phrase
from milepost.site.disputes import disputes, notice, settled, settled_sentence
from milepost.site.phrase import capitalized, plain
from milepost.site.site import Site
from milepost.site.wording import locator_words, value_phrase
from milepost.suggestions import suggestion

STANDINGS = {
    "supports": "says {}",
    "coarser": "says less exactly {}",
    "disputes": "disputes it with {}",
    "not-published": "says {}, which the record does not publish",
}


def register(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("id", metavar="ID", help="an identifier, a slug or a dyad")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="default: text")
    parser.add_argument("--known-in", metavar="VERSION", help="as an earlier release had it")
    parser.add_argument(
        "--releases", metavar="DIR", help="where releases lie (default: dist in the root)"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print every record with the identifier."""
    view = _view(options)
    for record in found(view, options.id):
        if options.format == "json":
            print(json.dumps(record.body, indent=2, ensure_ascii=False))
        else:
            print("\n".join(described(view, record)))
    return CLEAN


def _view(options: argparse.Namespace) -> View:
    if options.known_in is None:
        return sound(root_to_read(options.root))
    from milepost.cli.known_in import view_known_in

    releases = options.releases or find_root(options.root) / "dist"
    return view_known_in(options.known_in, Path(releases), options.root)


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
    if record.kind == "tombstone":
        yield from _gone(record)
        return
    yield f"{label_of(record)} ({record.kind} {record.id})"
    yield f"file: {record.path}"
    if "type" in record.body:
        yield f"type: {term_label(view.dataset, 'milestone-type', record.body['type'])}"
    if "summary" in record.body:
        yield text_in(record.body["summary"])
    # What sources say depends neither on the edition nor on the day.
    site = Site(view, Edition("", 0), "")
    yield from facts(site, record)
    yield from _evidence(site, record)
    yield from naming(site, record)


def _gone(tombstone: Record) -> Iterator[str]:
    yield f"{tombstone.body['kind']} {tombstone.id} {fate(tombstone)}."
    yield f"file: {tombstone.path}"
    for target in tombstone.body["targets"]:
        yield f"see: {target}"
    yield f"what it said: milepost show {tombstone.id} --known-in {tombstone.body['last_in']}"


def _evidence(site: Site, record: Record) -> Iterator[str]:
    told = site.statements(record)
    if not told:
        return
    yield f"independent sources: {independent_sources(site.dataset, record)}"
    if found := notice(disputes(site, record)):
        yield plain(found)
    for address, here in groupby(told, key=lambda statement: statement.address):
        yield ""
        yield from _at(site, record, address, list(here))


def _at(site: Site, record: Record, address: str, told: list[Statement]) -> Iterator[str]:
    """Yield what a record publishes at an address, who says what, and how that was settled."""
    fact = site.facts(record).get(address)
    what = plain(capitalized(what_phrase(site, record, address)))
    value = plain(value_phrase(site, fact.field, fact.text)) if fact else "not published"
    yield f"{what}: {value} [{address}{f': {fact.text}' if fact else ''}]"
    for statement in told:
        yield from _statement(site, record, statement)
    found = (statement.settlement for statement in told)
    once = {(s.address, s.position): s for s in found if s}
    for settlement in once.values():
        yield f"  {settled_sentence(settled(site, record, settlement, told))}"


def _statement(site: Site, record: Record, statement: Statement) -> Iterator[str]:
    says = STANDINGS[statement.standing].format(plain(said(site, record, statement)))
    place = locator_words(statement.entry["locator"])
    yield f"  {says}: {plain(by_phrase(site, statement))}{f', {place}' if place else ''}"
    if statement.derivation:
        derived = plain(derivation_phrase(site, record, statement.derivation))
        yield f"    derived: {derived}"
