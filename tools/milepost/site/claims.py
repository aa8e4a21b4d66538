"""Who says what: the factual values of a record in, groups of rows of values and claims out."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import NamedTuple

from milepost.derive.labels import text_in
from milepost.evidence.statements import Statement
from milepost.evidence.witnesses import speak_for_one, stakes_of_entry
from milepost.model import Record
from milepost.schema.plan import Value, field_at
from milepost.site.addressing import (
    anchor_of,
    field_label,
    member_address,
    member_phrase,
)
from milepost.site.deriving import derivation_phrase
from milepost.site.naming import record_link, term_link
from milepost.site.phrase import Phrase, capitalized, listed, text_of
from milepost.site.site import Site
from milepost.site.wording import locator_words, source_phrase, speaker_phrase, value_phrase

STANDINGS = {
    "supports": "supports",
    "coarser": "agrees, less exact",
    "disputes": "disputes",
    "not-published": "not published here",
}
READ = {"first-hand": "read first-hand", "relayed": "relayed: known from notes of others"}


class Claim(NamedTuple):
    """One statement as a page shows it; `says` is in words what `value` is in the record."""

    entry: str
    source: str
    value: str
    says: Phrase
    standing: str
    stands: str
    by: Phrase
    place: str
    read: str
    derived: Phrase
    note: str = ""


class _Voice(NamedTuple):
    """What all claims of an entry share: who speaks, for whom, where it stands, how it was read."""

    by: Phrase
    stakes: frozenset[str]
    place: str
    read: str
    is_relayed: bool


class _About(NamedTuple):
    """A record with its factual values, and the voices of its entries as far as they are met."""

    site: Site
    record: Record
    facts: Mapping[str, Value]
    voices: dict[str, _Voice]


class Line(NamedTuple):
    """A published value at its address; `value` is empty where the record publishes none."""

    address: str
    anchor: str
    name: str
    text: str
    value: Phrase
    is_identity: bool = False


class Row(NamedTuple):
    """Lines that the very same claims speak of, those claims, and what to know about them."""

    lines: tuple[Line, ...]
    claims: tuple[Claim, ...]
    remarks: tuple[Phrase, ...] = ()
    is_disputed: bool = False


class Group(NamedTuple):
    """A member of the record, such as a stage, with the rows of its values.

    `line` is that the member exists at all, where no claim says just that and the rows show it.
    """

    heading: Phrase
    line: Line | None
    rows: tuple[Row, ...]


def groups(site: Site, record: Record) -> tuple[Group, ...]:
    """Return who says what of every factual value of a record, member by member."""
    rows = list(_rows(site, record))
    members = groupby(rows, key=lambda row: member_address(row.lines[0].address))
    return tuple(_group(site, record, list(of_member)) for _, of_member in members)


def _group(site: Site, record: Record, rows: list[Row]) -> Group:
    heading = member_phrase(site, record, rows[0].lines[0].address)
    implied = None
    if len(rows) > 1 and not rows[0].claims and rows[0].lines[0].is_identity:
        implied, rows = rows[0].lines[0], rows[1:]
    return Group(capitalized(heading), implied, tuple(_merged(rows)))


def _rows(site: Site, record: Record) -> Iterator[Row]:
    by_address: dict[str, list[Statement]] = {}
    for statement in site.statements(record):
        by_address.setdefault(statement.address, []).append(statement)
    about = _About(site, record, site.facts(record), {})
    addresses = dict.fromkeys((*about.facts, *by_address))
    order = {member: place for place, member in enumerate(map(member_address, addresses))}
    for address in sorted(addresses, key=lambda a: order[member_address(a)]):
        yield _row(about, address, by_address.get(address, []))


def _row(about: _About, address: str, told: list[Statement]) -> Row:
    line = _line(about, address)
    claims = tuple([_claim(about, line, statement) for statement in told])
    remarks = tuple(_remarks(about, told))
    return Row((line,), claims, remarks, "disputes" in [s.standing for s in told])


def _line(about: _About, address: str) -> Line:
    fact, anchor, name = about.facts.get(address), anchor_of(address), field_label(address)
    if fact is None:
        return Line(address, anchor, name, "", ("not published",))
    value = value_phrase(about.site, fact.field, fact.text)
    return Line(address, anchor, name, fact.text, value, fact.field.identity)


def _claim(about: _About, line: Line, statement: Statement) -> Claim:
    """Return a claim; the note of its entry stands at the first one alone."""
    name, derivation = statement.entry_name, statement.derivation
    is_same = bool(line.text) and statement.value == line.text
    note = ""
    if name not in about.voices:
        about.voices[name] = _voice(about.site, statement)
        note = text_in(statement.entry.get("note", {}))
    voice = about.voices[name]
    return Claim(
        name,
        statement.source,
        statement.value,
        line.value if is_same else said(about.site, about.record, statement),
        statement.standing,
        STANDINGS[statement.standing],
        voice.by,
        voice.place,
        voice.read,
        derivation_phrase(about.site, about.record, derivation) if derivation else (),
        note,
    )


def _voice(site: Site, statement: Statement) -> _Voice:
    entry = statement.entry
    stakes = stakes_of_entry(site.dataset, entry)
    place, read = locator_words(entry["locator"]), entry["read"]
    return _Voice(by_phrase(site, statement), stakes, place, READ[read], read == "relayed")


def by_phrase(site: Site, statement: Statement) -> Phrase:
    """Return who says it: the speaker, if any, and the source."""
    speaker = speaker_phrase(site, statement.speaker)
    source = source_phrase(site, statement.source)
    return (*speaker, " in ", *source) if speaker else source


def said(site: Site, record: Record, statement: Statement) -> Phrase:
    """Return the value of a statement in words."""
    if statement.published:
        field = field_at(site.view.schemas.facts[record.kind], statement.address)
        return value_phrase(site, field, statement.value)
    settled = statement.settlement
    there = site.facts(record).get(settled.group.get("to", "")) if settled else None
    return value_phrase(site, there.field, statement.value) if there else (statement.value,)


def _remarks(about: _About, told: list[Statement]) -> Iterator[Phrase]:
    if not told:
        yield ("Shown by what is said of its other values.",)
        return
    support = [about.voices[each.entry_name] for each in told if each.standing == "supports"]
    if support and all(voice.is_relayed for voice in support):
        yield ("Nobody has read the source of this value first-hand: unwitnessed.",)
    if speak_for_one([voice.stakes for voice in support]):
        sides = [(record_link(about.site, "party", stake),) for stake in sorted(support[0].stakes)]
        yield ("One-sided: said on the side of ", *listed(sides), " alone.")
    if len(support) < len(told):
        yield from _why_not_published(about.site, told)


def _why_not_published(site: Site, told: list[Statement]) -> Iterator[Phrase]:
    """Yield the rule and the reason by which claims were left unpublished, each once."""
    unpublished = (s for s in told if s.standing == "not-published" and s.settlement)
    groups = {id(s.settlement.group): s.settlement.group for s in unpublished if s.settlement}
    for group in groups.values():
        rule = term_link(site, "resolution-rule", group["rule"])
        yield (rule, ": ", text_of(group["rationale"]))


def _merged(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield rows, those that the same entries support word for word put together."""
    for signature, alike in groupby(rows, _signature):
        if signature is None:
            yield from alike
        else:
            first, *others = alike
            lines = (line for row in others for line in row.lines)
            yield first._replace(lines=(*first.lines, *lines)) if others else first


def _signature(row: Row) -> tuple[object, ...] | None:
    """Return what rows have alike that are put together; None of a row that stands alone."""
    text = row.lines[0].text
    for claim in row.claims:
        if claim.standing != "supports" or claim.derived or claim.value != text:
            return None
    return (row.remarks, *[claim.entry for claim in row.claims]) if row.claims else None
