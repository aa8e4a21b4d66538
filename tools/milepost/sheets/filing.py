"""Rows into records, one after the other: placed, joined, judged, and accounted for."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from milepost import identifiers
from milepost.model import Body, Record
from milepost.rules.view import View
from milepost.sheets.account import Fate, Refusal, State
from milepost.sheets.composing import blank, claims_of, record_with
from milepost.sheets.joining import told_already
from milepost.sheets.judging import amiss
from milepost.sheets.mapping import SheetMapping
from milepost.sheets.placing import IDENTIFIER, NEW, Places
from milepost.sheets.sourcing import Sources, told_otherwise
from milepost.sheets.told import Told
from milepost.suggestions import quoted

MOST_ROWS_OF_AN_EVENT = 200
_NEEDED = (("type",), ("title", "en"), ("summary", "en"), ("stages",))
_LIKELY = "likely the same event: same type, same dyad, same time"
Choice = Callable[[Sequence[str]], str]


class Filing:
    """One pass over the rows of a sheet: what it has made of the milestones so far."""

    def __init__(
        self,
        view: View,
        mapping: SheetMapping,
        sources: Sources,
        before: Sequence[Record],
        choice: Choice,
    ) -> None:
        """Begin with the milestones as they were before; `choice` draws new identifiers."""
        self.places = Places(before)
        self.changed: dict[str, Record] = {}
        self._view = view
        self._mapping = mapping
        self._sources = sources
        self._choice = choice
        self._rows: Counter[str] = Counter()
        self._first: dict[str, int] = {}

    def file(self, told: Told) -> Fate:
        """Return what became of a row; its record is in `changed` where it has become more."""
        source = self._sources.found(told)
        if not isinstance(source, Record):
            return Fate(told.row, "rejected", refusals=source)
        return self._placed(told, source)

    def _placed(self, told: Told, source: Record) -> Fate:
        record = self.places.named(told.event)
        if record:
            return self._told(told, source, record, "mapped")
        if told.event.startswith(IDENTIFIER):
            hint = "copy the identifier from the page of the milestone, or take another key"
            message = f"there is no milestone {quoted(told.event)}"
            return self._rejected(told, "REF-001", "event", message=message, hint=hint)
        likely = self.places.likely(told)
        holding = (
            r
            for r in likely
            if told_already(r.body, source.id, claims_of(self._view, told, r.body))
        )
        record = next(holding, None)
        if record:
            return self._told(told, source, record, "there")
        if told.event.startswith(NEW) or not likely:
            return self._new(told, source)
        if len(likely) > 1:
            return self._unclear(told, likely)
        return self._told(told, source, likely[0], "merged")

    def _new(self, told: Told, source: Record) -> Fate:
        lacking = [path for path in _NEEDED if not _at(told.milestone, path)]
        if not told.dyads or lacking:
            return self._lacking(told, lacking)
        if not told.days:
            message = "a new milestone has no date, by which it could be found again"
            return self._rejected(told, "IMP-003", "milestone", "stages", "date", message=message)
        identifier = identifiers.minted(self.places.milestones, self._choice)
        return self._told(told, source, blank(told, identifier), "mapped")

    def _told(self, told: Told, source: Record, record: Record, state: State) -> Fate:
        unlike = self._unlike(told, record.body)
        if unlike:
            return self._rejected(told, "IMP-006", *unlike[0], message=unlike[1])
        says = claims_of(self._view, told, record.body)
        if not says:
            message = "the row tells of no act: no stage, no actor, nothing that a source could say"
            return self._rejected(told, "IMP-003", "milestone", "stages", message=message)
        if told_already(record.body, source.id, says):
            return self._accepted(told, source, record, "there")
        if self._rows[record.id] >= MOST_ROWS_OF_AN_EVENT:
            message = f"more than {MOST_ROWS_OF_AN_EVENT} rows are of this event"
            return self._rejected(told, "IMP-009", "event", message=message)
        entry = {"source": source.id, **told.entry, "says": says}
        after = record_with(self._view, told, entry, record, self.places.is_taken)
        refusals = amiss(after, self._view, told.origins)
        if refusals:
            about = f"with {record.path}" if record.path else ""
            return Fate(told.row, "rejected", note=about, refusals=refusals)
        self.places.put(after)
        self.changed[after.id] = after
        return self._accepted(told, source, after, state)

    def _unlike(self, told: Told, body: Body) -> tuple[tuple[str, ...], str] | None:
        kind, dyads = told.milestone.get("type", body["type"]), set(told.dyads)
        if kind != body["type"]:
            message = f"the event is a {body['type']}, and the row has {quoted(kind)}"
            return ("milestone", "type"), message
        strange = sorted(dyads - set(body["relationships"]))
        if strange:
            known = ", ".join(body["relationships"])
            return ("dyad",), f"the event is of {known}, and the row has {quoted(strange[0])}"
        return None

    def _unclear(self, told: Told, likely: Sequence[Record]) -> Fate:
        shown = ", ".join(record.path for record in likely[:3])
        message = f"the row may be of {len(likely)} milestones, such as {shown}"
        hint = f"write the id of one in the event column, or a key that begins with {NEW}"
        return self._rejected(told, "IMP-006", "event", message=message, hint=hint)

    def _lacking(self, told: Told, lacking: Sequence[tuple[str, ...]]) -> Fate:
        places = [*([] if told.dyads else [("dyad",)]), *(("milestone", *path) for path in lacking)]
        hint = "fill it in, or name in the event column the milestone to which the row belongs"
        names = [next(name for name in reversed(place) if name != "en") for place in places]
        refusals = [
            Refusal("IMP-003", self._column(*place), f"the {name} of the event is empty", hint)
            for place, name in zip(places, names, strict=True)
        ]
        return Fate(told.row, "rejected", refusals=tuple(refusals))

    def _column(self, *place: str) -> str:
        return self._mapping.column_of(*place) or (
            self._mapping.column_of("parties") if place == ("dyad",) else ""
        )

    def _rejected(self, told: Told, rule: str, *place: str, message: str, hint: str = "") -> Fate:
        refusal = Refusal(rule, self._column(*place), message, hint)
        return Fate(told.row, "rejected", refusals=(refusal,))

    def _accepted(self, told: Told, source: Record, record: Record, state: State) -> Fate:
        self.places.claim(told.event, record.id)
        self._rows[record.id] += 1
        notes = [_LIKELY] if state == "merged" else []
        first = self._first.setdefault(record.id, told.row)
        if first != told.row:
            notes.append(f"with row {first}")
        passed_over = told_otherwise(source, told.source)
        if passed_over:
            notes.append(f"{source.id} keeps the {', '.join(passed_over)} that it has")
        return Fate(told.row, state, record.path, "; ".join(notes))


def _at(body: Body, path: Sequence[str]) -> Any:
    value: Any = body
    for name in path:
        value = value.get(name) if isinstance(value, Mapping) else None
    return value
