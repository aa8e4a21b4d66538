"""Rules on evidence: every value has a claim that supports it, and every claim a home."""

from collections.abc import Collection, Iterable, Iterator

from milepost import edtf
from milepost.addresses import leads_somewhere, ways_to
from milepost.evidence.misaddressed import Slip, misaddressed, nearest
from milepost.evidence.resolutions import is_unpublished, settled, settlements_at
from milepost.evidence.weighing import Claim, Weighing, Weight
from milepost.kinds import kind_to_write
from milepost.model import Breach, Record
from milepost.rules.misnamed import misnamed
from milepost.rules.registry import record_rule
from milepost.rules.view import UNEVEN, View
from milepost.schema.plan import Field, Value
from milepost.suggestions import quoted, suggestion

_MOST_HINTS = 20


@record_rule("EVD-001", needs=UNEVEN)
def value_has_evidence(record: Record, view: View) -> Iterator[Breach]:
    """Every factual value has a claim that supports it.

    A claim supports a value when all that it allows is allowed by the value; a source that is
    coarser does not, so that no day is invented because somebody wrote the year.

    Cite a source that says it, publish what the sources say, or take the value out.
    """
    weighing = view.weighing(record)
    # What cannot be compared is reported as that, and may well be the support that is missing.
    bare = [
        (weight.value, weight)
        for weight in weighing.uneven
        if weight.value and not weighing.is_supported(weight.value)
        if not weight.named("unreadable")
    ]
    if bare:
        yield from _unsupported(bare, record, view)


def _unsupported(
    bare: Iterable[tuple[Value, Weight]], record: Record, view: View
) -> Iterator[Breach]:
    weighing, wrong = view.weighing(record), misnamed(record, view)
    slips = list(misaddressed(weighing, record.body).values())
    apart = {slip.member: slip for slip in reversed(slips) if not slip.is_misspelt}
    # A claim with a slip in its address is told of by EVD-003.
    told = {slip.value.address for slip in slips if slip.is_misspelt}
    for value, weight in bare:
        ways = list(ways_to(value.address))
        renamed = next((apart[way] for way in ways if way in apart), None)
        if not (wrong | told).isdisjoint(ways):
            continue
        if renamed:
            told.add(renamed.member)
            message = f"no entry speaks of {renamed.member}, and {_speaker(renamed, weighing)}"
            yield Breach(value.at, message, _rename(renamed))
        else:
            message = f"{value.address} is {quoted(value.text)}, and {_what_sources_say(weight)}"
            yield Breach(value.at, message, _mend(weight))


def _speaker(slip: Slip, weighing: Weighing) -> str:
    claim = weighing.weights[slip.claimed].claims[0].claim
    return f"{claim.entry} says {quoted(claim.text)} of {slip.claimed}"


def _rename(slip: Slip) -> str:
    return f"write {quoted(slip.written)} again, or {quoted(slip.meant)} wherever it is named"


def _what_sources_say(weight: Weight) -> str:
    for relation, words in (("disputes", ""), ("coarser", "less exactly ")):
        for weighed in weight.claims:
            if weighed.relation == relation:
                return f"{weighed.claim.entry} says {words}{quoted(weighed.claim.text)}"
    return "no source is cited for it"


def _mend(weight: Weight) -> str:
    coarser = weight.texts("coarser")
    if coarser and not weight.named("disputes"):
        return f"publish {quoted(coarser[0])}, or cite a source that is as exact"
    if weight.claims:
        return f"publish what the source says, or cite one that says {quoted(_text(weight))}"
    pair = f'"{weight.address}": {quoted(_text(weight))}'
    return f"add {pair} to the says of an entry whose source says so"


def _text(weight: Weight) -> str:
    return weight.value.text if weight.value else ""


@record_rule("EVD-002", needs=UNEVEN)
def value_is_no_wider_than_its_evidence(record: Record, view: View) -> Iterator[Breach]:
    """A published value allows nothing that its supporting claims together do not allow.

    Otherwise a vague value would be safe from every rival, and disputes would hide in it.

    Publish what the sources say together, or leave the dispute open in a resolution.
    """
    for weight in view.weighing(record).uneven:
        value, texts = weight.value, weight.texts("supports")
        if value is None or not texts or set(texts) == {value.text}:
            continue
        if settled(settlements_at(record.body, weight.address), "open"):
            continue
        if not view.comparers.of(value.field).covers(texts, value.text):
            said = ", ".join(dict.fromkeys(texts))
            message = f"{value.address} is {quoted(value.text)}, wider than its evidence: {said}"
            yield Breach(value.at, message, f"publish {said}, or resolve the dispute as open")


@record_rule("EVD-003", needs=UNEVEN)
def claim_has_a_home(record: Record, view: View) -> Iterator[Breach]:
    """A claim speaks to a value of the record, or is settled as not published.

    An address that leads nowhere is a slip of the pen, and what the source says would be lost.

    Mend the address, publish the value, or settle the claim as not-published with a reason.
    """
    homeless = view.weighing(record).homeless
    if not homeless:
        return
    slips = misaddressed(view.weighing(record), record.body)
    wrong = misnamed(record, view) if slips else frozenset()
    for number, weight in enumerate(homeless):
        slip = slips.get(weight.address)
        # EVD-001 tells of a member under another name, another rule of a name that is not there.
        if slip and (not slip.is_misspelt or wrong & set(ways_to(slip.value.address))):
            continue
        claims = [weighed.claim for weighed in weight.claims]
        lost = [c for c in claims if not is_unpublished(record.body, c.address, c.entry)]
        if lost:
            meant = slip.value.address if slip else _nearest(weight, view.weighing(record), number)
            yield from (_without_home(claim, record, meant) for claim in lost)


def _nearest(weight: Weight, weighing: Weighing, number: int) -> str:
    """Return what the first claims may have meant; a record with many more is no slip."""
    return nearest(weight.address, weighing) if number < _MOST_HINTS else ""


def _without_home(claim: Claim, record: Record, meant: str) -> Breach:
    at = ("evidence", claim.position, "says", claim.address)
    said = f"{claim.entry} says {quoted(claim.text)} of {claim.address}"
    if leads_somewhere(record.body, claim.address):
        message = f"{said}, which is the editors' own and takes no evidence"
        return Breach(at, message, "take it out of says", key=True)
    hint = f"did you mean {quoted(meant)}? If not, " if meant else ""
    hint += "publish the value, or settle it as not-published"
    return Breach(at, f"{said}, which the record has not", hint, key=True)


@record_rule("EVD-004", needs=UNEVEN)
def claim_is_readable(record: Record, view: View) -> Iterator[Breach]:
    """What a source says is spelt as the field would spell it.

    A claim that cannot be read cannot be compared with anything.

    Write a date in EDTF, a quantity with its unit, and a term, place or actor by its slug.
    """
    for weight in view.weighing(record).uneven:
        for weighed in weight.claims:
            text, value = weighed.claim.text, weight.value
            # A claim that is spelt as the value is stands or falls with it.
            if value is None or text == value.text:
                continue
            amiss, hint = illegible(value.field, text, view)
            if amiss:
                yield Breach(
                    ("evidence", weighed.claim.position, "says", weight.address),
                    f"{weighed.claim.entry} says {quoted(text)} of {weight.address}: {amiss}",
                    hint,
                )


def illegible(field: Field, text: str, view: View) -> tuple[str, str]:
    """Return why a text is no value of a field, and a hint; both empty where it is one."""
    try:
        view.comparers.of(field).parse(text)
    except ValueError as amiss:
        return str(amiss), "write the value as the field would spell it"
    if view.names(field, text):
        return "", ""
    if field.vocabulary:
        terms = view.terms.get(field.vocabulary, {})
        return f"{field.vocabulary} has no such term", suggestion(text, terms, "define it first")
    known = [name for kind in field.references for name in view.dataset.of(kind)]
    kind = kind_to_write(field.references, text)
    hint = suggestion(text, known, f"write its record with `milepost new {kind}`")
    return f"there is no such {' or '.join(field.references)}", hint


@record_rule("EVD-005", needs=UNEVEN)
def qualified_date_stays_qualified(record: Record, view: View) -> Iterator[Breach]:
    """A date is published as certain where a supporting claim is certain, and only there.

    To drop the ~ or ? of the sources would be to invent precision; to add one, to invent a doubt.

    Write the mark that the sources have.
    """
    for weight in view.weighing(record).uneven:
        value, texts = weight.value, weight.texts("supports")
        if value is None or value.field.compare != "date" or not texts or value.text in texts:
            continue
        date, claims = edtf.parse(value.text), [edtf.parse(text) for text in texts]
        approximate = [claim.approximate for claim in claims]
        uncertain = [claim.uncertain for claim in claims]
        yield from _mark(value, "~", date.approximate, approximate)
        yield from _mark(value, "?", date.uncertain, uncertain)


def _mark(value: Value, mark: str, published: bool, said: Collection[bool]) -> Iterator[Breach]:  # noqa: FBT001 -- one of the two things compared
    shown = quoted(value.text)
    if not published and all(said):
        message = f"every source gives {value.address} with {mark}, and {shown} has none"
        yield Breach(value.at, message, f"write {mark} after the date")
    if published and not any(said):
        message = f"no source gives {value.address} with {mark}, and {shown} has one"
        yield Breach(value.at, message, f"take the {mark} away")


RULES = (
    value_has_evidence,
    value_is_no_wider_than_its_evidence,
    claim_has_a_home,
    claim_is_readable,
    qualified_date_stays_qualified,
)
