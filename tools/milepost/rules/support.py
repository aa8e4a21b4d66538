"""Rules on evidence: every value has a claim that supports it, and every claim a home."""

from collections.abc import Iterator

from milepost import edtf
from milepost.evidence.resolutions import is_unpublished, settled, settlements_at
from milepost.evidence.weighing import Weight
from milepost.model import Breach, Record
from milepost.rules.registry import record_rule
from milepost.rules.view import View
from milepost.suggestions import quoted, suggestion


@record_rule("EVD-001")
def value_has_evidence(record: Record, view: View) -> Iterator[Breach]:
    """Every factual value has a claim that supports it.

    A claim supports a value when all that it allows is allowed by the value; a source that is
    coarser does not, so that no day is invented because somebody wrote the year.

    Cite a source that says it, publish what the sources say, or take the value out.
    """
    weighing = view.weighing(record)
    for value in view.facts(record):
        if not weighing.is_supported(value):
            weight = weighing.weights[value.address]
            message = f"{value.address} is {quoted(value.text)}, and {_what_sources_say(weight)}"
            yield Breach(value.at, message, _mend(weight))


def _what_sources_say(weight: Weight) -> str:
    for relation, words in (("coarser", "less exactly "), ("disputes", "")):
        for weighed in weight.claims:
            if weighed.relation == relation:
                return f"{weighed.claim.entry} says {words}{quoted(weighed.claim.text)}"
    return "no source is cited for it"


def _mend(weight: Weight) -> str:
    coarser = weight.texts("coarser")
    if coarser:
        return f"publish {quoted(coarser[0])}, or cite a source that is as exact"
    if weight.claims:
        return f"publish what the source says, or cite one that says {quoted(_text(weight))}"
    return f'add "{weight.address}": {quoted(_text(weight))} to the says of an entry whose source says so'


def _text(weight: Weight) -> str:
    return weight.value.text if weight.value else ""


@record_rule("EVD-002")
def value_is_no_wider_than_its_evidence(record: Record, view: View) -> Iterator[Breach]:
    """A published value allows nothing that its supporting claims together do not allow.

    Otherwise a vague value would be safe from every rival, and disputes would hide in it.

    Publish what the sources say together, or leave the dispute open in a resolution.
    """
    for weight in view.weighing(record).weights.values():
        value, texts = weight.value, weight.texts("supports")
        if value is None or not texts or set(texts) == {value.text}:
            continue
        if settled(settlements_at(record.body, weight.address), "open"):
            continue
        if not view.comparers.of(value.field).covers(texts, value.text):
            said = ", ".join(dict.fromkeys(texts))
            message = f"{value.address} is {quoted(value.text)}, wider than its evidence: {said}"
            yield Breach(value.at, message, f"publish {said}, or resolve the dispute as open")


@record_rule("EVD-003")
def claim_has_a_home(record: Record, view: View) -> Iterator[Breach]:
    """A claim speaks to a value of the record, or is settled as not published.

    An address that leads nowhere is a slip of the pen, and what the source says would be lost.

    Mend the address, publish the value, or settle the claim as not-published with a reason.
    """
    weights = view.weighing(record).weights
    homes = [address for address, weight in weights.items() if weight.value]
    for address, weight in weights.items():
        for weighed in weight.claims:
            claim = weighed.claim
            if weight.value or is_unpublished(record.body, address, claim.entry):
                continue
            yield Breach(
                ("evidence", claim.position, "says", address),
                f"{claim.entry} says {quoted(claim.text)} of {address}, which the record does not have",
                suggestion(address, homes, "publish the value, or settle it as not-published"),
                key=True,
            )


@record_rule("EVD-004")
def claim_is_readable(record: Record, view: View) -> Iterator[Breach]:
    """What a source says is spelt as the field would spell it.

    A claim that cannot be read cannot be compared with anything.

    Write a date in EDTF, a quantity with its unit, and a term, place or actor by its slug.
    """
    for weight in view.weighing(record).weights.values():
        if weight.value is None:
            continue
        comparer = view.comparers.of(weight.value.field)
        for weighed in weight.claims:
            at = ("evidence", weighed.claim.position, "says", weight.address)
            try:
                comparer.parse(weighed.claim.text)
            except ValueError as amiss:
                yield Breach(at, str(amiss), "write the value as the field would spell it")
                continue
            yield from _unknown_name(weight, weighed.claim.text, at, view)


def _unknown_name(weight: Weight, text: str, at: tuple[str | int, ...], view: View) -> Iterator[Breach]:
    field = weight.value.field if weight.value else None
    if field is None or (weight.value and text == weight.value.text):
        return
    if field.vocabulary and text not in view.terms.get(field.vocabulary, {}):
        known, what = list(view.terms.get(field.vocabulary, {})), f"term of {field.vocabulary}"
    elif field.references and not view.knows(field.references, text):
        known = [name for kind in field.references for name in view.dataset.of(kind)]
        what = " or ".join(field.references)
    else:
        return
    yield Breach(at, f"there is no {what} {quoted(text)}", suggestion(text, known, "write it first"))


@record_rule("EVD-005")
def qualified_date_stays_qualified(record: Record, view: View) -> Iterator[Breach]:
    """A date is published as certain only where a supporting claim is certain too.

    To drop the ~ or ? of the sources would be to invent precision.

    Write the mark that the sources have.
    """
    for weight in view.weighing(record).weights.values():
        value, texts = weight.value, weight.texts("supports")
        if value is None or value.field.compare != "date" or not texts or value.text in texts:
            continue
        date, claims = edtf.parse(value.text), [edtf.parse(text) for text in texts]
        if not date.approximate and all(claim.approximate for claim in claims):
            yield Breach(value.at, f"every source gives {value.address} as approximate", "write ~ after the date")
        if not date.uncertain and all(claim.uncertain for claim in claims):
            yield Breach(value.at, f"every source gives {value.address} as uncertain", "write ? after the date")


RULES = (
    value_has_evidence,
    value_is_no_wider_than_its_evidence,
    claim_has_a_home,
    claim_is_readable,
    qualified_date_stays_qualified,
)
