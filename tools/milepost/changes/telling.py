"""Changes as JSON to sentences for people, in sections that Markdown and a terminal lay out."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from milepost.derive.labels import text_in

Changes = Mapping[str, Any]


class Code(NamedTuple):
    """A value or an address, as it stands in a record."""

    text: str


Line = tuple[str | Code, ...]


class Section(NamedTuple):
    """A heading, and lines with the lines below each."""

    heading: str
    lines: Sequence[tuple[Line, Sequence[Line]]]


_FATES = {
    "lost": "Records lost without a tombstone",
    "withdrawn": "Records withdrawn",
    "moved": "Records moved",
    "merged": "Records merged",
    "split": "Records split",
    "added": "Records added",
    "changed": "Records changed",
}
_ASKED = {
    "none": "Nothing changed.",
    "patch": "A patch: no value was added, removed or contradicted.",
    "minor": "A minor change: values or records came, went or were contradicted.",
    "major": "A major change: something breaks, or a meaning is another.",
}
_EARLY = " Before 1.0.0 each part of the number stands one place lower."
_SHOWN = 60


def introduction(changes: Changes) -> Iterator[str]:
    """Yield what is compared with what, and which number the changes ask for."""
    if "since" not in changes:
        yield f"Version {changes['version']} is the first: there is none to compare it with."
        return
    since = changes["since"]
    yield _compared(changes)
    if changes["by"] == "identifiers":
        yield (
            f"The content of version {since} was not at hand: its ledger tells which records came, "
            "went or changed, and nothing of what changed in them."
        )
    yield _ASKED[changes["bump"]]
    if changes["bump"] != "none":
        early = _EARLY if since.startswith("0.") else ""
        yield f"The number has to be {changes['least_version']} at least.{early}"


def _compared(changes: Changes) -> str:
    version, since = changes["version"], changes["since"]
    if "old" in changes:
        return f"From {changes['old']} (version {since}) to {changes['new']} (version {version})."
    return f"Version {version}, compared with version {since}."


def sections(changes: Changes) -> Iterator[Section]:
    """Yield the sections that have anything to tell."""
    told = (
        Section("Withdrawn releases", list(map(_alone, _withdrawn(changes)))),
        Section("Analytic impact: headlines", list(map(_alone, _headlines(changes)))),
        Section("Analytic impact: levels of status", list(map(_alone, _levels(changes)))),
        Section("Analytic impact: yearly tables", list(map(_alone, _cells(changes)))),
        *(Section(heading, list(_records(changes, fate))) for fate, heading in _FATES.items()),
        Section("Columns of tables", [_alone(_value(c)) for c in changes["columns"]]),
        Section("Schemas", [_alone(_value(c)) for c in changes["schemas"]]),
    )
    yield from (section for section in told if section.lines)


def _alone(line: Line) -> tuple[Line, Sequence[Line]]:
    return line, ()


def _withdrawn(changes: Changes) -> Iterator[Line]:
    for release in changes["withdrawn"]:
        yield (withdrawal(release["version"], release["reason"]),)


def withdrawal(version: str, reason: Mapping[str, str]) -> str:
    """Return that a release was withdrawn, and why, as a sentence."""
    return f"Version {version} was withdrawn: {text_in(reason)}"


def _headlines(changes: Changes) -> Iterator[Line]:
    for row in changes["headlines"]:
        agreement = f", {row['relation']}"
        yield (f"{row['label']} (", Code(row["milestone"]), "): ", *_turn(row), agreement)


def _levels(changes: Changes) -> Iterator[Line]:
    for row in changes["levels"]:
        whose = (row[name] for name in ("of", "government") if name in row)
        ladder = " ".join((row["relationship"], row["track"], *whose, row["level"]))
        yield (f"{ladder} (", Code(row["milestone"]), "): ", *_turn(row))


def _cells(changes: Changes) -> Iterator[Line]:
    """Yield the first cells that changed and the number of the rest; changes.json has them all."""
    cells = changes["cells"]
    for row in cells[:_SHOWN]:
        key = " ".join(row[name] for name in ("dyad", "iso3c1", "iso3c2", "year") if name in row)
        if "row" in row:
            yield (f"{row['table']} {key}: row {row['row']}",)
        else:
            yield (f"{row['table']} {key} ", Code(row["column"]), ": ", *_turn(row))
    if len(cells) > _SHOWN:
        yield (f"and {len(cells) - _SHOWN:,} more; the JSON has them all",)


def _records(changes: Changes, fate: str) -> Iterator[tuple[Line, Sequence[Line]]]:
    for record in changes["records"]:
        if record["fate"] == fate:
            yield _record(record), [_value(value) for value in record.get("values", ())]


def _record(record: Mapping[str, Any]) -> Line:
    to = ", ".join(record.get("targets", ()))
    reason = record.get("reason", "")
    return (
        f"{record['label']} ({record['kind']} ",
        Code(record["id"]),
        ")",
        *((f" to {to}",) if to else ()),
        *((f": {reason}",) if reason else ()),
    )


def _value(change: Mapping[str, str]) -> Line:
    reason = change.get("reason", "")
    return (
        Code(change["address"]),
        ": ",
        *((*_turn(change), ". ") if {"old", "new"} & change.keys() else ()),
        f"{change['category'].capitalize()} ({change['bump']}: {change['why']})",
        *((f". {reason}",) if reason else ()),
    )


def _turn(change: Mapping[str, str]) -> Line:
    """Return what was and what is; a value that was not there has no words for it."""
    was, now = (_short(change[n]) if n in change else None for n in ("old", "new"))
    return (was or "nothing", " became ", now or "nothing")


def _short(text: str) -> Code:
    return Code(text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…")
