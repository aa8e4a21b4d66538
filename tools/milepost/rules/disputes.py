"""Rules on disputes: each is resolved, exactly, and no resolution outlives its dispute."""

from collections.abc import Iterator

from milepost.addresses import parent
from milepost.evidence.misaddressed import misaddressed
from milepost.evidence.resolutions import (
    Settlement,
    left_to_settle,
    settlements,
    settlements_at,
)
from milepost.evidence.weighing import Claim, Weighing, Weight, member_of
from milepost.identifiers import entry_id
from milepost.model import Breach, Path, Record
from milepost.rules.registry import record_rule
from milepost.rules.view import UNEVEN, View
from milepost.suggestions import quoted, suggestion


@record_rule("DSP-001", needs=UNEVEN)
def dispute_is_resolved(record: Record, view: View) -> Iterator[Breach]:
    """Every dispute between claims at one address is resolved, or openly left open.

    A reader is to see that sources differ, and why the record says what it says.

    Add a resolution at the address: over, rule, rationale, by and on.
    """
    weighing = view.weighing(record)
    for weight in weighing.uneven:
        address, value = weight.address, weight.value
        # Without support the value itself is amiss, and EVD-001 says so.
        if value is None or not weight.is_disputed or not weighing.is_supported(value):
            continue
        missing = left_to_settle(weight, settlements_at(record.body, address))
        for weighed in weight.claims:
            if weighed.claim.entry in missing:
                yield _unresolved(weighed.claim, value.text)


def _unresolved(claim: Claim, published: str) -> Breach:
    said = quoted(claim.text)
    group = (
        f'{{"over": ["{claim.entry}"], "rule": "…", "rationale": {{"en": "…"}}, '
        '"by": "editors", "on": "…"}'
    )
    return Breach(
        ("evidence", claim.position, "says", claim.address),
        f"{claim.entry} says {said} of {claim.address}; published is {quoted(published)}",
        f'resolve it: "resolutions": {{"{claim.address}": [{group}]}}',
    )


@record_rule("DSP-002", needs="resolutions")
def resolution_is_needed(record: Record, view: View) -> Iterator[Breach]:
    """A resolution settles entries that do dispute, each once, and no others.

    Exceptions may only shrink; one that nothing needs hides the next dispute.

    Take the entry out of "over", or the whole group where it is left empty.
    """
    weighing, names = view.weighing(record), _names(record)
    before: set[tuple[str, str, str]] = set()
    for group in settlements(record.body):
        needed = _needed(group, weighing)
        for position, name in enumerate(group.group["over"]):
            settlement = (group.address, group.outcome, name)
            again = settlement in before
            before.add(settlement)
            if name in names and (again or (needed is not None and name not in needed)):
                why = "was so already" if again else "does not need to be"
                yield Breach(
                    (*_at(group), "over", position),
                    f"{name} is settled here as {group.outcome}, and {why}",
                    'take it out of "over", or remove the group',
                )


def _needed(group: Settlement, weighing: Weighing) -> frozenset[str] | None:
    """Return the entries that such a group may name, or None where another rule judges it."""
    weight = weighing.at(group.address)
    if group.outcome == "read-as":
        return None
    published = weight is not None and weight.value is not None
    if group.outcome == "not-published":
        return None if published else _homeless(group.address, weighing)
    if weight is None or not published:
        return frozenset()
    if group.outcome == "open":
        return frozenset(name for pair in weight.pairs for name in pair)
    return frozenset(weight.named("disputes"))


def _homeless(address: str, weighing: Weighing) -> frozenset[str]:
    """Return the entries with a claim at or just below an address that is not published."""
    near = (w for w in weighing.homeless if address in (w.address, parent(w.address)))
    return frozenset(weighed.claim.entry for weight in near for weighed in weight.claims)


@record_rule("DSP-003", needs="resolutions")
def open_value_covers_its_claims(record: Record, view: View) -> Iterator[Breach]:
    """Where a dispute is left open, the published value contains what each of its entries says.

    Open means that the record takes no side; a value that leaves one out has taken it.

    Publish all the values, such as [1963,1966,1967], or reject the entry with a reason.
    """
    weighing = view.weighing(record)
    for group in settlements(record.body):
        weight = weighing.at(group.address)
        if group.outcome != "open" or weight is None or weight.value is None:
            continue
        outside = set(weight.named("disputes")) | set(weight.named("coarser"))
        for position, name in enumerate(group.group["over"]):
            if name in outside:
                yield Breach(
                    (*_at(group), "over", position),
                    f"{name} is left open, and lies outside of {quoted(weight.value.text)}",
                    "publish a value that contains each claim, or reject this one",
                )


@record_rule("DSP-004", needs="resolutions")
def entry_is_named(record: Record, view: View) -> Iterator[Breach]:
    """A resolution names entries of its record.

    A name that no entry has settles nothing.

    Write the id of the entry, which is the slug of its source where it has no id of its own.
    """
    names = _names(record)
    for group in settlements(record.body):
        for position, name in enumerate(group.group["over"]):
            if name not in names and not _is_misspelt(name, record, view):
                yield Breach(
                    (*_at(group), "over", position),
                    f"no entry of this record is named {quoted(name)}",
                    suggestion(name, names, f"its entries are {', '.join(names)}"),
                )


def _is_misspelt(name: str, record: Record, view: View) -> bool:
    """Return whether the slip is in an entry, whose source is not there, as REF-001 tells."""
    sources = {entry["source"] for entry in record.body.get("evidence", ())}
    is_source = view.knows(("source",), name)
    return is_source and not all(view.knows(("source",), source) for source in sources)


@record_rule("DSP-005", needs="resolutions")
def entry_speaks_at_the_other_stage(record: Record, view: View) -> Iterator[Breach]:
    """An entry that is read as another stage speaks there, and what it says does not fit here.

    If it fitted here as well, there would be nothing to settle.

    Put the address of the other stage at which the entry speaks into "to", without an outcome, or
    remove the group.
    """
    weighing = view.weighing(record)
    for group in settlements(record.body):
        if group.outcome != "read-as" or group.address in misaddressed(weighing, record.body):
            continue
        if group.group.get("outcome", "rejected") != "rejected":
            yield _two_outcomes(group)
        to = group.group["to"]
        here, there = weighing.at(group.address), weighing.at(to)
        for position, name in enumerate(group.group["over"]):
            if name in _names(record) and not _speaks_apart(name, here, there, view):
                yield Breach(
                    (*_at(group), "over", position),
                    f"{name} does not say at {to} what would dispute {group.address}",
                    'mend "to", or remove the group',
                )


def _two_outcomes(group: Settlement) -> Breach:
    message = f"an entry that is read as another stage is not {group.group['outcome']} as well"
    return Breach((*_at(group), "outcome"), message, 'remove the outcome, or "to"')


def _speaks_apart(name: str, here: Weight | None, there: Weight | None, view: View) -> bool:
    if here is None or there is None or here.value is None or there.value is None:
        return False
    same_stage = member_of(here.address) == member_of(there.address)
    if same_stage or here.value.field.compare != there.value.field.compare:
        return False
    comparer, published = view.comparers.of(here.value.field), here.value.text
    texts = [weighed.claim.text for weighed in there.claims if weighed.claim.entry == name]
    try:
        return any(not comparer.overlap(text, published) for text in texts)
    except ValueError:
        # EVD-004 or the rule of the published value says what cannot be read.
        return True


@record_rule("DSP-006", needs="resolutions")
def unpublished_claim_has_no_home(record: Record, view: View) -> Iterator[Breach]:
    """A claim is settled as not published only where the record does not have its address.

    Beside a published value a rival is rejected or left open, so that readers see both.

    Use outcome rejected or open, or leave the outcome out.
    """
    weighing = view.weighing(record)
    for group in settlements(record.body):
        weight = weighing.at(group.address)
        if group.outcome == "not-published" and weight and weight.value:
            yield Breach(
                (*_at(group), "outcome"),
                f"{group.address} is published, and {_listed(group)} settled as not published",
                "settle what disputes the value as rejected or open",
            )


def _listed(group: Settlement) -> str:
    names = sorted(group.over)
    return f"{' and '.join(names)} {'is' if len(names) == 1 else 'are'}"


def _names(record: Record) -> list[str]:
    return [entry_id(entry) for entry in record.body.get("evidence", ())]


def _at(group: Settlement) -> Path:
    return ("resolutions", group.address, group.position)


RULES = (
    dispute_is_resolved,
    resolution_is_needed,
    open_value_covers_its_claims,
    entry_is_named,
    entry_speaks_at_the_other_stage,
    unpublished_claim_has_no_home,
)
