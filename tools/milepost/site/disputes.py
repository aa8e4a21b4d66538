"""Disputes in words: what the sources differ on, who says which, and how it was settled."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from milepost.evidence.resolutions import Settlement, settlements_at
from milepost.evidence.statements import Statement
from milepost.model import Record
from milepost.site.addressing import anchor_of, what_phrase
from milepost.site.claims import STANDINGS, by_phrase, said
from milepost.site.naming import editor_name, term_link
from milepost.site.phrase import Part, Phrase, Text, listed, plain, text_of
from milepost.site.site import Site
from milepost.site.wording import date_phrase, locator_words, value_phrase

# How a claim stands in a dispute that is left open, whether or not the published value holds it.
OPEN = "in dispute"
_ORDER = ("supports", "agrees, less exact", OPEN, "disputes", "not published here")


class Position(NamedTuple):
    """A value, how it stands to the published one, and everybody who says it."""

    value: Phrase
    stands: str
    by: tuple[Phrase, ...]


class Settled(NamedTuple):
    """How some claims were settled: their values, what follows, the rule, the reason, by whom."""

    heading: Phrase
    outcome: Phrase
    rule: Part
    rationale: Text
    signed: Phrase


class Dispute(NamedTuple):
    """Values at one address that cannot all be true."""

    address: str
    anchor: str
    what: Phrase
    published: Phrase
    positions: tuple[Position, ...]
    settled: tuple[Settled, ...]
    is_open: bool


def disputes(site: Site, record: Record) -> tuple[Dispute, ...]:
    """Return the disputes of a record, settled and open, in the order of its fields."""
    # The check has found that every dispute has a resolution (DSP-001), and most records have none.
    if "resolutions" not in record.body:
        return ()
    if record.path not in site.found_disputes:
        site.found_disputes[record.path] = tuple(_disputes(site, record))
    return site.found_disputes[record.path]


def _disputes(site: Site, record: Record) -> Iterator[Dispute]:
    by_address: dict[str, list[Statement]] = {}
    for statement in site.statements(record):
        by_address.setdefault(statement.address, []).append(statement)
    for address, told in by_address.items():
        if is_disputed(told):
            yield _dispute(site, record, address, told)


def is_disputed(told: list[Statement]) -> bool:
    """Return whether statements at one address dispute the value, or each other openly."""
    return any(s.standing == "disputes" or s.outcome == "open" for s in told)


def _dispute(site: Site, record: Record, address: str, told: list[Statement]) -> Dispute:
    groups = settlements_at(record.body, address)
    fact = site.facts(record).get(address)
    return Dispute(
        address,
        anchor_of(address),
        what_phrase(site, record, address),
        value_phrase(site, fact.field, fact.text) if fact else ("nothing",),
        tuple(_positions(site, record, told)),
        tuple(settled(site, record, group, told) for group in groups),
        any(group.outcome == "open" for group in groups),
    )


def _positions(site: Site, record: Record, told: list[Statement]) -> Iterator[Position]:
    """Yield the values that sources give, those that agree with the published one first."""
    by_value: dict[tuple[str, str], list[Statement]] = {}
    for statement in sorted(told, key=lambda s: _ORDER.index(_stands(s))):
        by_value.setdefault((_stands(statement), statement.value), []).append(statement)
    for (stands, _), statements in by_value.items():
        value = said(site, record, statements[0])
        yield Position(value, stands, tuple(_who(site, statement) for statement in statements))


def _stands(statement: Statement) -> str:
    return OPEN if statement.outcome == "open" else STANDINGS[statement.standing]


def _who(site: Site, statement: Statement) -> Phrase:
    place = locator_words(statement.entry["locator"])
    return (*by_phrase(site, statement), f", {place}" if place else "")


def settled(site: Site, record: Record, group: Settlement, told: list[Statement]) -> Settled:
    """Return how a group of claims was settled, in words; `told` is all that is said there."""
    over = [statement for statement in told if statement.settlement == group]
    values = list(dict.fromkeys(said(site, record, statement) for statement in over))
    return Settled(
        _heading(group, values),
        _outcome(site, record, group, is_one=len(over) == 1),
        term_link(site, "resolution-rule", group.group["rule"]),
        text_of(group.group["rationale"]),
        (editor_name(site, group.group["by"]), ", ", *date_phrase(group.group["on"])),
    )


def _heading(group: Settlement, values: list[Phrase]) -> Phrase:
    """Return of which values a settlement speaks, since a dispute may have been settled in parts.

    No value is named where the claim stands at an address within the one that was settled.
    """
    if group.outcome == "open":
        return ("Left open between ", *listed(values)) if values else ("Left open",)
    if not values:
        return ("Settled",)
    return ("On the claim of ", *listed(values))


def _outcome(site: Site, record: Record, settlement: Settlement, *, is_one: bool) -> Phrase:
    """Return what follows for the claims that the group names, which it names by their sources."""
    kept = "The claim is kept" if is_one else "The claims are kept"
    if settlement.outcome == "read-as":
        there = what_phrase(site, record, settlement.group["to"])
        return (f"{kept}: the editors read {'it' if is_one else 'them'} as ", *there, ".")
    if settlement.outcome == "rejected":
        return (f"The published value stands. {kept} on record.",)
    if settlement.outcome == "open":
        return ("The published value leaves room for each of them.",)
    return ("It has no place in this record, so nothing is published for it.",)


def sentences(dispute: Dispute) -> tuple[str, ...]:
    """Return a dispute as plain sentences, for readers without the page and for tests."""
    positions = (
        f"{plain(position.value)} ({position.stands}): {plain(listed(position.by, '; ', '; '))}."
        for position in dispute.positions
    )
    return (
        f"Sources differ on {plain(dispute.what)}. Published here: {plain(dispute.published)}.",
        *positions,
        *map(settled_sentence, dispute.settled),
    )


def settled_sentence(part: Settled) -> str:
    """Return how a group of claims was settled: the rule, what follows, the reason, by whom."""
    words = f"{plain(part.outcome)} {part.rationale.text} ({plain(part.signed)})"
    return f"{plain(part.heading)}: {plain((part.rule,))}. {words}"


def notice(found: tuple[Dispute, ...]) -> Phrase:
    """Return one sentence that tells a reader of the disputes of a page; empty without any."""
    if not found:
        return ()
    return ("Sources differ on ", *listed([dispute.what for dispute in found]), ".")


def answered(found: Sequence[Dispute]) -> str:
    """Return what a link to the disputes of a page promises: whether they are settled or open."""
    still = sum(dispute.is_open for dispute in found)
    it, was, is_ = ("it", "was", "is") if len(found) == 1 else ("they", "were", "are")
    if still == len(found):
        return f"Why {it} {is_} left open"
    return f"How {it} {was} settled{' or left open' if still else ''}"
