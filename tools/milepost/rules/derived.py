"""Rules on derivations: their inputs are complete and agree, and they give what is claimed."""

from collections.abc import Iterator

from milepost import edtf, intervals
from milepost.edtf.spell import spelt
from milepost.evidence.context import is_completed
from milepost.evidence.derivations import derived_days, lost_marks
from milepost.evidence.grounding import grounded_addresses
from milepost.model import Breach, Path, Record
from milepost.rules.registry import record_rule
from milepost.rules.view import View
from milepost.suggestions import quoted


@record_rule("DRV-001", needs="derivation")
def derivation_gives_the_claim(record: Record, view: View) -> Iterator[Breach]:
    """A derivation gives exactly the value that is claimed by it.

    A derived value is no freer than a quoted one; whoever doubts it can compute it again.

    Write the value that the hint shows, or mend the inputs.
    """
    rules = view.terms.get("derivation-rule", {})
    for at, rule, given, claimed in view.derived(record):
        inputs = {name: str(each["value"]) for name, each in given}
        # A rule that the vocabulary does not have is reported by REF-002.
        if rule not in rules:
            continue
        try:
            date = edtf.parse(claimed)
            if rule == "context-year" and is_completed(inputs, claimed):
                continue
            days = derived_days(rule, inputs)
            agrees = days == date.days
        except ValueError as amiss:
            hint = "see the inputs of the rule in dataset/vocabularies/derivation-rule.json"
            yield Breach(at, f"{rule} cannot be computed: {amiss}", hint)
            continue
        if not agrees:
            right = _spelt(days)
            message = f"{rule} gives {right}, and the claim is {quoted(claimed)}"
            yield Breach(at, message, f"write {quoted(right)}, or mend the inputs")
        elif lost := lost_marks(inputs, claimed):
            message = f"an input of {rule} has {lost}, and the claim {quoted(claimed)} has not"
            yield Breach(at, message, f"write {lost} after the date")


def _spelt(days: intervals.Intervals) -> str:
    try:
        return spelt(days)
    except (ValueError, OverflowError):
        return "days beyond the years 1 to 9999"


@record_rule("DRV-002", needs="derivation")
def derivation_is_of_a_claim(record: Record, _view: View) -> Iterator[Breach]:
    """A derivation stands at an address at which its entry says something.

    A derivation of nothing explains nothing.

    Add the claim to the says of the entry, or mend the address.
    """
    for position, entry in enumerate(record.body.get("evidence", ())):
        for address in entry.get("derivation", ()):
            if address not in entry["says"]:
                yield Breach(
                    ("evidence", position, "derivation", address),
                    f"the entry derives {address} and does not say it",
                    "add it to says, or mend the address",
                    key=True,
                )


@record_rule("DRV-003", needs="derivation")
def input_has_one_origin(record: Record, view: View) -> Iterator[Breach]:
    """An input of a derivation comes from one place: a locator, a reference or a derivation.

    Without a place nobody can look it up; with two they could differ.

    Keep one of locator, ref and derivation.
    """
    for at, _, inputs, _ in view.derived(record):
        for name, given in inputs:
            origins = [origin for origin in ("locator", "ref", "derivation") if origin in given]
            if len(origins) != 1:
                shown = " and ".join(origins) or "no origin"
                message = f"the input {quoted(name)} has {shown}"
                yield Breach((*at, name), message, "give it one of locator, ref and derivation")


@record_rule("DRV-004", needs="ref")
def input_agrees_with_what_it_refers_to(record: Record, view: View) -> Iterator[Breach]:
    """An input that refers to an evidenced value agrees with it.

    When that value is corrected, whatever was derived from it has to be looked at again.

    Write the value that the reference has now, and compute the claim anew.
    """
    for at, _, inputs, _ in view.derived(record):
        source = record.body["evidence"][int(at[1])]["source"]
        for name, given in inputs:
            if "ref" not in given or _is_lost(given["ref"], record, source, view):
                continue
            found = referred(given["ref"], record, source, view)
            if found is None or not _agrees(found, given["value"]):
                shown = f"is {quoted(found)}" if found else "is no evidenced value"
                yield Breach(
                    (*at, name, "ref"),
                    f"the input is {quoted(given['value'])}, and {given['ref']} {shown}",
                    "write what it is now, and compute the claim anew",
                )


def _is_lost(reference: str, record: Record, source: str, view: View) -> bool:
    """Return whether the record that a reference leads to is absent, which REF-001 reports."""
    if reference.startswith("source/"):
        return view.dataset.get("source", source) is None
    occasion = record.body.get("occasion")
    lost = occasion is not None and view.dataset.get("occasion", occasion) is None
    return reference.startswith("occasion/") and lost


def referred(reference: str, record: Record, source: str, view: View) -> str | None:
    """Return the evidenced value that a reference names, or None where there is none.

    It is a factual value of the record or of its occasion, or the source's date of publication.
    """
    base, _, field = reference.partition("/")
    if base == "source":
        cited = view.dataset.get("source", source)
        return cited.body.get("published") if cited and field == "published" else None
    occasion = view.dataset.get("occasion", record.body.get("occasion", ""))
    there = occasion if base == "occasion" else record
    facts = view.facts(there) if there else ()
    return next((value.text for value in facts if value.address == f"/{field}"), None)


@record_rule("DRV-005", needs="ref")
def derivation_rests_on_other_evidence(record: Record, view: View) -> Iterator[Breach]:
    """A derivation rests on values that have evidence of their own, and not on itself.

    Two values that vouch for each other have no witness at all.

    Cite a source that gives one of them, or take the reference out.
    """
    references = list(_references(record, view))
    if not references:
        return
    weights = view.weighing(record).weights
    grounded = grounded_addresses(record.body, weights)
    for at, address in references:
        weight = weights.get(address)
        # What has no support at all is reported by EVD-001, and what is not there by DRV-004.
        if weight and weight.named("supports") and address not in grounded:
            message = f"{address} has no evidence but what is derived from it"
            yield Breach(at, message, "cite a source that gives one of the two")


def _references(record: Record, view: View) -> Iterator[tuple[Path, str]]:
    """Yield the place and the address of each reference to a value of the record itself."""
    for at, _, inputs, _ in view.derived(record):
        for name, given in inputs:
            base, slash, field = given.get("ref", "").partition("/")
            if base == "record":
                yield (*at, name, "ref"), slash + field


def _agrees(found: str, given: str) -> bool:
    try:
        return intervals.within(edtf.parse(found).days, edtf.parse(given).days)
    except ValueError:
        return found == given


RULES = (
    derivation_gives_the_claim,
    derivation_is_of_a_claim,
    input_has_one_origin,
    input_agrees_with_what_it_refers_to,
    derivation_rests_on_other_evidence,
)
