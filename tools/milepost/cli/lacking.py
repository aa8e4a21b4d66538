"""What a record still lacks, in words: the values without a source, and how to add one."""

from collections.abc import Iterable

from milepost.evidence.weighing import member_of
from milepost.model import Finding, Record
from milepost.rules.view import View
from milepost.schema.plan import Value, values_of


def lacking(view: View, record: Record, unsupported: Iterable[Finding]) -> list[str]:
    """Return the lines that tell which values no source supports; none where all are supported."""
    values = unsupported_values(view, record, unsupported)
    if not values:
        return []
    address = values[0].address
    command = f"milepost evidence add {record.id} --source S --paragraph N --says {address}=…"
    return [
        "Still missing, since you alone have it: a source for each of these values.",
        *(f"  {value.address}: {value.text}" for value in values),
        "Tell what a source S says, and where, with",
        f"  {command}",
    ]


def unsupported_values(view: View, record: Record, unsupported: Iterable[Finding]) -> list[Value]:
    """Return the values that no source supports.

    That a stage or an actor exists is left out where a value of it is missing too: whatever is
    said of the one attests the other.
    """
    pointers = {finding.pointer for finding in unsupported if finding.path == record.path}
    values = values_of(view.schemas.facts[record.kind], record.body)
    missing = [value for value in values if value.address in pointers]
    told = {member_of(value.address) for value in missing if not value.field.identity}
    return [v for v in missing if not (v.field.identity and member_of(v.address) in told)]
