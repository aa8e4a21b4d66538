"""The account as lines for people: one a row, with the rule where it is rejected, and the sum."""

from collections.abc import Iterator, Sequence

from milepost.reading.sheets.sheet import column_letter
from milepost.sheets.account import STATES, Account, Fate, Refusal
from milepost.suggestions import quoted

_WORDS = {"there": "recorded already", "empty": "empty"}


def as_text(account: Account, sheet: str, header: Sequence[str]) -> str:
    """Return a line for each row, with what to mend beneath it, and a last line that counts."""
    return "".join(_of_row(fate, sheet, header) for fate in account.fates) + summary(account)


def summary(account: Account) -> str:
    """Return how many rows came to what, and how many files they make."""
    counts = account.counts
    parts = [f"{counts[state]:,} {_WORDS.get(state, state)}" for state in STATES]
    total = len(account.fates)
    return f"{total:,} {'row' if total == 1 else 'rows'}: {', '.join(parts)}\n"


def _of_row(fate: Fate, sheet: str, header: Sequence[str]) -> str:
    if fate.state != "rejected":
        path = f" {fate.path}" if fate.path else ""
        note = f" ({fate.note})" if fate.note else ""
        return f"{sheet}:{fate.row} {_WORDS.get(fate.state, fate.state)}{path}{note}\n"
    return "".join(_refused(fate, sheet, header))


def _refused(fate: Fate, sheet: str, header: Sequence[str]) -> Iterator[str]:
    note = f" ({fate.note})" if fate.note else ""
    yield f"{sheet}:{fate.row} rejected{note}\n"
    for refusal in fate.refusals:
        hint = f"        hint: {refusal.hint}\n" if refusal.hint else ""
        yield f"    {_place(refusal, fate.row, header)}{refusal.rule} {refusal.message}\n{hint}"


def _place(refusal: Refusal, row: int, header: Sequence[str]) -> str:
    """Return the cell as a spreadsheet names it, with the name of its column."""
    if refusal.column not in header:
        return ""
    name = refusal.column if refusal.column.isprintable() else quoted(refusal.column)
    return f"{column_letter(header.index(refusal.column))}{row} {name}: "
