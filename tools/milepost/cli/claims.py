"""What a source says of a record, address by address: from flags, or asked for in a terminal."""

from collections.abc import Iterable, Sequence
from functools import partial

from milepost.cli.asking import ask, is_terminal
from milepost.cli.lacking import unsupported_values
from milepost.drafting.blanks import Blank, choices_of, part_at
from milepost.drafting.trial import UNSUPPORTED
from milepost.errors import UnansweredError
from milepost.loading import Checked
from milepost.model import Record
from milepost.rules.support import illegible
from milepost.rules.view import View
from milepost.schema.plan import Value


def claims_of(before: Checked, record: Record, flags: Sequence[str]) -> dict[str, str]:
    """Return the claims by address; UnansweredError where there is none and nobody to ask."""
    if flags:
        return _given(flags)
    unsupported = (f for f in before.findings if f.rule == UNSUPPORTED)
    missing = unsupported_values(before.view, record, unsupported)
    claims = dict(_asked_for(before.view, record, missing)) if is_terminal() else {}
    if not claims:
        example = missing[0].address if missing else "/stages/signed/date"
        message = f"nothing was written: tell what the source says, as --says {example}=…"
        raise UnansweredError(message)
    return claims


def _given(flags: Sequence[str]) -> dict[str, str]:
    claims: dict[str, str] = {}
    for flag in flags:
        address, _, value = (part.strip() for part in flag.partition("="))
        if not address.startswith("/") or not value:
            message = (
                f"--says {flag}: write an address and what the source itself says there, "
                "such as --says /stages/signed/date=1953-01-09"
            )
            raise UnansweredError(message)
        if claims.setdefault(address, value) != value:
            message = f"--says {address} is given twice; two readings are two entries"
            raise UnansweredError(message)
    return claims


def _asked_for(view: View, record: Record, missing: Iterable[Value]) -> Iterable[tuple[str, str]]:
    for value in missing:
        schema = {**part_at(view.schemas.documents, record.kind, value.at), "title": value.address}
        advice = f"the record has {value.text}; type what the source says, if anything"
        blank = Blank(value.at, schema, choices_of(view, schema))
        answer = ask(blank, partial(_amiss, view, value), required=False, advice=advice)
        if answer:
            yield value.address, answer


def _amiss(view: View, value: Value, text: str) -> str:
    return "; ".join(part for part in illegible(value.field, text, view) if part)
