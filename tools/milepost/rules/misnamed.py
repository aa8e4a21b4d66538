"""Values whose name is wrong in itself: another rule says so, and evidence waits for the mend."""

from collections.abc import Iterator

from milepost.addresses import address, tokens
from milepost.derive.headline import stage_key
from milepost.evidence.misaddressed import misaddressed
from milepost.model import Record
from milepost.rules.view import View


def misnamed(record: Record, view: View) -> frozenset[str]:
    """Return the addresses of values and members that name what is not there.

    REF-001 and REF-002 report an unknown name, and DAT-005 a stage that the type does not have.
    """
    return frozenset((*_unknown(record, view), *_stages_amiss(record, view)))


def _unknown(record: Record, view: View) -> Iterator[str]:
    for value in view.facts(record):
        if not view.names(value.field, value.text):
            names = tokens(value.address)
            whole = value.field.identity and value.text in names
            yield address(names[: names.index(value.text) + 1] if whole else names)


def _stages_amiss(record: Record, view: View) -> Iterator[str]:
    allowed = stages_of(record, view) if record.kind == "milestone" else ()
    for stage in record.body["stages"] if allowed else ():
        if stage["stage"] not in allowed:
            yield address(("stages", stage_key(stage)))


def stages_of(record: Record, view: View) -> tuple[str, ...]:
    """Return the stages that the type of a milestone allows; none where it allows any."""
    term = view.terms.get("milestone-type", {}).get(record.body["type"], {})
    return tuple(term.get("stages", ()))


def renamed(record: Record, view: View) -> frozenset[str]:
    """Return the names by which claims speak of members that have another name in the record."""
    slips = misaddressed(view.weighing(record), record.body).values()
    return frozenset(slip.written for slip in slips if not slip.is_misspelt)
