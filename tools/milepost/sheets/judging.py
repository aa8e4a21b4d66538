"""Whether a record passes the check as it is, with each breach at the column that it is about."""

from collections.abc import Iterator, Mapping

from milepost.addresses import address_of
from milepost.canonical import encode
from milepost.check import breaches
from milepost.model import Breach, Path, Record
from milepost.reading.flaw import Flaw
from milepost.reading.strict import parse
from milepost.reading.tree import LIMIT
from milepost.rules.catalogue import BY_ID
from milepost.rules.view import View
from milepost.schema.breaches import schema_breaches
from milepost.sheets.account import Refusal


def amiss(record: Record, view: View, origins: Mapping[str, str]) -> tuple[Refusal, ...]:
    """Return why a record would not pass the check; nothing where it would.

    `origins` has the column of each value by part and address.
    """
    found: list[Refusal] = []
    for rule, where in _broken(record, view):
        if BY_ID[rule].severity == "error":
            column = "" if isinstance(where, Flaw) else _column(record, where.at, origins)
            found.append(Refusal(rule, column, where.message, where.hint))
    view.forget(record)
    return tuple(dict.fromkeys(found))


def _broken(record: Record, view: View) -> Iterator[tuple[str, Breach | Flaw]]:
    if not view.schemas.is_valid(record.kind, record.body):
        yield from schema_breaches(view.schemas, record.kind, dict(record.body))
        return
    raw = encode(record.body)
    if len(raw) > LIMIT:
        yield "FIL-003", Flaw("FIL-003", 1, 1, f"the record is larger than {LIMIT:,} bytes", "")
    yield from ((flaw.rule, flaw) for flaw in parse(raw)[1])
    yield from ((rule, breach) for rule, _, breach in breaches(record, view))


def _column(record: Record, at: Path, origins: Mapping[str, str]) -> str:
    """Return the column from which the value at a place came, or from which one near it did."""
    address = _origin(record, at)
    while address:
        if address in origins:
            return origins[address]
        below = (column for name, column in origins.items() if name.startswith(f"{address}/"))
        found = next(below, "")
        if found:
            return found
        address = address.rpartition("/")[0]
    return ""


def _origin(record: Record, at: Path) -> str:
    """Return a place of a record as origins name it: by the part of the mapping, and the address.

    A claim stands where the value stands that it is about.
    """
    if at[:1] != ("evidence",):
        return record.kind + address_of(record.body, at)
    if at[2:3] == ("says",) and len(at) > 3:  # noqa: PLR2004 -- evidence, position, says, address
        return f"milestone{at[3]}"
    within = address_of(record.body["evidence"], at[1:]).split("/")[2:]
    return "/".join(("entry", *within))
