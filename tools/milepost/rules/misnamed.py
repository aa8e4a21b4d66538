"""Values whose name is wrong in itself: another rule says so, and evidence waits for the mend."""

from collections.abc import Iterator

from milepost.addresses import tokens
from milepost.derive.headline import stage_key
from milepost.evidence.misaddressed import misaddressed
from milepost.model import Record
from milepost.rules.view import View
from milepost.schema.plan import Value


def is_misnamed(value: Value, record: Record, view: View) -> bool:
    """Return whether a value, or the member that it is in, names what is not there.

    REF-001 and REF-002 report an unknown name, and DAT-005 a stage that the type does not have.
    """
    above = tokens(value.address)
    return any(above[: len(each)] == each for each in _misnamed(record, view))


def _misnamed(record: Record, view: View) -> Iterator[tuple[str, ...]]:
    """Yield the address, in tokens, of each value or member with a wrong name."""
    for value in view.facts(record):
        names = tokens(value.address)
        if not view.names(value.field, value.text):
            whole = value.field.identity and value.text in names
            yield names[: names.index(value.text) + 1] if whole else names
    if record.kind == "milestone":
        allowed = stages_of(record, view)
        for stage in record.body["stages"]:
            if allowed and stage["stage"] not in allowed:
                yield ("stages", stage_key(stage))


def stages_of(record: Record, view: View) -> tuple[str, ...]:
    """Return the stages that the type of a milestone allows; none where it allows any."""
    term = view.terms.get("milestone-type", {}).get(record.body["type"], {})
    return tuple(term.get("stages", ()))


def renamed(record: Record, view: View) -> frozenset[str]:
    """Return the names by which claims speak of members that have another name in the record."""
    slips = misaddressed(view.weighing(record)).values()
    return frozenset(slip.written for slip in slips if not slip.is_misspelt)
