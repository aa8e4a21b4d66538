"""Disputes in words: what the sources differ on, who says which, and how it was settled."""

from collections.abc import Iterator
from dataclasses import dataclass

from milepost.evidence.resolutions import Settlement, settlements_at
from milepost.evidence.statements import Statement
from milepost.model import Record
from milepost.site.addressing import anchor_of, what_phrase
from milepost.site.claims import by_phrase, said
from milepost.site.naming import editor_name, term_link
from milepost.site.phrase import Part, Phrase, Text, listed, plain, text_of
from milepost.site.site import Site
from milepost.site.wording import date_phrase, locator_words, value_phrase


@dataclass(frozen=True, slots=True)
class Position:
    """A value, and everybody who says it."""

    value: Phrase
    by: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class Settled:
    """How a group of claims was settled: what follows, the rule, the reason, by whom and when."""

    outcome: Phrase
    rule: Part
    rationale: Text
    signed: Phrase


@dataclass(frozen=True, slots=True)
class Dispute:
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
    by_address: dict[str, list[Statement]] = {}
    for statement in site.statements(record):
        by_address.setdefault(statement.address, []).append(statement)
    return tuple(
        _dispute(site, record, address, told)
        for address, told in by_address.items()
        if is_disputed(told)
    )


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
        tuple(settled(site, record, group) for group in groups),
        any(group.outcome == "open" for group in groups),
    )


def _positions(site: Site, record: Record, told: list[Statement]) -> Iterator[Position]:
    by_value: dict[str, list[Statement]] = {}
    for statement in told:
        by_value.setdefault(statement.value, []).append(statement)
    for statements in by_value.values():
        value = said(site, record, statements[0])
        yield Position(value, tuple(_who(site, statement) for statement in statements))


def _who(site: Site, statement: Statement) -> Phrase:
    place = locator_words(statement.entry["locator"])
    return (*by_phrase(site, statement), f", {place}" if place else "")


def settled(site: Site, record: Record, settlement: Settlement) -> Settled:
    """Return how a group of claims was settled, in words."""
    group = settlement.group
    return Settled(
        _outcome(site, record, settlement),
        term_link(site, "resolution-rule", group["rule"]),
        text_of(group["rationale"]),
        (editor_name(site, group["by"]), ", ", *date_phrase(group["on"])),
    )


def _outcome(site: Site, record: Record, settlement: Settlement) -> Phrase:
    """Return what follows for the claims that the group names, which it names by their sources."""
    if settlement.outcome == "read-as":
        there = what_phrase(site, record, settlement.group["to"])
        return ("The other claim is kept: the editors read it as ", *there, ".")
    return (_OUTCOMES[settlement.outcome],)


_OUTCOMES = {
    "rejected": "The published value stands; the other claim is kept on record.",
    "open": "The dispute is left open: the published value leaves room for each claim.",
    "not-published": "The claim has no place in this record, so nothing is published for it.",
}


def sentences(dispute: Dispute) -> tuple[str, ...]:
    """Return a dispute as plain sentences, for readers without the page and for tests."""
    positions = (
        f"{plain(position.value)}: {plain(listed(position.by, '; ', '; '))}."
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
    return f"{plain((part.rule,))}: {words}"


def notice(found: tuple[Dispute, ...]) -> Phrase:
    """Return one sentence that tells a reader of the disputes of a page; empty without any."""
    if not found:
        return ()
    return ("Sources differ on ", *listed([dispute.what for dispute in found]), ".")
