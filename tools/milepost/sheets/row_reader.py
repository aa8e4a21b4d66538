"""One row read by a mapping: the tree of the mapping with values in place of its cells."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from milepost import edtf, intervals
from milepost.addresses import NATURAL_KEYS, escaped
from milepost.reading.sheets.sheet import Cell
from milepost.sheets.account import Refusal
from milepost.sheets.dates import edtf_of_parts
from milepost.sheets.mapping import Leaf, Node, composed
from milepost.sheets.names import Named, Names
from milepost.sheets.understanding import understood

_SPACES: Final = re.compile(r"[ \t\r\n]+")
_AMISS: Final = {
    "formula": ("IMP-001", "holds a formula", "paste its value, or put an apostrophe in front"),
    "error": ("IMP-001", "holds an error", "mend the formula, and paste its value"),
    "merged": ("IMP-002", "is part of a merged area", "unmerge it and fill in each cell"),
}
_NOTHING: Final = Named("")


class RowReader:
    """The cells of one row by column; what cannot be read is kept in `refusals`.

    `origins` has the column of each value by part and address, such as milestone/type.
    """

    def __init__(self, cells: Mapping[str, Cell], names: Names) -> None:
        """Begin with the cells of a row, and the days of its event not known."""
        self.texts = {column: plain(cell.text) for column, cell in cells.items()}
        self.states = {c: cell.state for c, cell in cells.items() if cell.state != "plain"}
        self.names = names
        self.days: intervals.Intervals = ()
        self.refusals: list[Refusal] = []
        self.origins: dict[str, str] = {}

    def take_days(self, stages: Node | None) -> None:
        """Learn from the cells of stages when the event may have been, as names depend on it."""
        members = stages if isinstance(stages, list) else ()
        dates = [m["date"] for m in members if isinstance(m, dict) and "date" in m]
        found = [named for leaf in dates for named in self.all(leaf) if named.slug]
        self.days = intervals.union(*(edtf.parse(named.slug).days for named in found), ())
        # Each cell is read again for its own place in the record, and refused there.
        self.refusals.clear()

    def read(self, node: Node, at: str) -> Any:
        """Return the value of a node at an address, or None where all its cells are empty."""
        if isinstance(node, Leaf):
            found = self.all(node)
            return self._noted(node, at, found[0]) if found and found[0].slug else None
        if isinstance(node, list):
            if node and isinstance(node[0], dict):
                return [m for shape in node for m in self._members(shape, at)] or None
            return [value for leaf in node for value in self._listed(leaf, at)] or None
        read = {}
        for name, inner in node.items():
            value = self.read(inner, f"{at}/{name}")
            if value is not None:
                read[name] = value
        return read or None

    def all(self, leaf: Node) -> list[Named]:
        """Return every value of a cell; of a split one also its empty places."""
        assert isinstance(leaf, Leaf)  # noqa: S101 -- the schema of mappings has a cell here
        found = []
        for text in self._texts(leaf):
            named = self._understood(leaf, text)
            if isinstance(named, Refusal):
                self.refusals.append(named)
            found.append(_NOTHING if isinstance(named, Refusal) else named)
        return found

    def _understood(self, leaf: Leaf, text: str) -> Named | Refusal:
        kind = leaf.meaning.kind
        if kind == "text" or not text or leaf.dated_by_parts:
            return Named(text)
        if kind == "date" and leaf.columns and self.states.get(leaf.columns[0]) == "date":
            # What the file stores as a date is EDTF already, in whatever form the rest is.
            leaf = replace(leaf, forms=("edtf",))
        return understood(leaf, text, self.names, self.days)

    def _texts(self, leaf: Leaf) -> list[str]:
        if leaf.value:
            return [leaf.value]
        texts = [self._text(leaf, column) for column in leaf.columns]
        if not any(texts):
            return []
        if leaf.dated_by_parts:
            return self._dated(leaf, texts)
        cells = dict(zip(leaf.columns, texts, strict=True))
        whole = composed(leaf.text, cells) if leaf.text else texts[0]
        parts = [part.strip() for part in whole.split(leaf.split)] if leaf.split else [whole]
        if leaf.terms:
            parts = [leaf.terms.get(part, part) for part in parts]
        return parts if any(parts) else []

    def _text(self, leaf: Leaf, column: str) -> str:
        state = self.states.get(column, "")
        if state in _AMISS:
            rule, message, hint = _AMISS[state]
            self.refusals.append(Refusal(rule, column, f"the cell {message}", hint))
            return ""
        text = self.texts.get(column, "")
        return "" if text in leaf.missing else text

    def _dated(self, leaf: Leaf, parts: list[str]) -> list[str]:
        try:
            return [edtf_of_parts(parts)]
        except ValueError as amiss:
            shown = " ".join(f"{c}={p}" for c, p in zip(leaf.columns, parts, strict=True))
            hint = "empty the parts that are not known, or list their signs in missing"
            refusal = Refusal("IMP-004", leaf.columns[0], f"{shown}: {amiss}", hint)
            self.refusals.append(refusal)
            return []

    def _noted(self, leaf: Leaf, at: str, named: Named) -> str | int:
        self.origins[at] = leaf.columns[0] if leaf.columns else ""
        return int(named.slug) if leaf.meaning.kind == "integer" else named.slug

    def _listed(self, leaf: Node, at: str) -> Iterator[str | int]:
        for named in self.all(leaf):
            if named.slug and isinstance(leaf, Leaf):
                yield self._noted(leaf, f"{at}/{escaped(named.slug)}", named)

    def _members(self, shape: Node, at: str) -> Iterator[dict[str, Any]]:
        """Yield the members that one shape gives: several where its cells are split."""
        inside = shape.items() if isinstance(shape, dict) else ()
        leaves = {name: leaf for name, leaf in inside if isinstance(leaf, Leaf)}
        found = {name: self.all(leaf) for name, leaf in leaves.items()}
        filled = {name: values for name, values in found.items() if values}
        # What is the same in each row makes no member in a row that tells nothing else of it.
        told = any(leaves[name].columns for name in filled)
        if not told and any(leaf.columns for leaf in leaves.values()):
            return
        most = max(map(len, filled.values()), default=0)
        uneven = [name for name, values in filled.items() if len(values) not in {1, most}]
        if uneven:
            self._refuse_lengths(leaves, filled, uneven[0])
            return
        for position in range(most):
            chosen = {n: v[position if len(v) > 1 else 0] for n, v in filled.items()}
            yield self._member(leaves, chosen, at, position)

    def _member(
        self, leaves: Mapping[str, Leaf], chosen: Mapping[str, Named], at: str, position: int
    ) -> dict[str, Any]:
        name = next((chosen[n].slug for n in NATURAL_KEYS if n in chosen), "") or str(position)
        member: dict[str, Any] = {
            field: self._noted(leaves[field], f"{at}/{escaped(name)}/{field}", named)
            for field, named in chosen.items()
            if named.slug
        }
        government = chosen["actor"].government if "actor" in chosen else ""
        if government and "as" not in member:
            member["as"] = government
        return member if "end" in member else member | _lasting(str(member.get("date", "")))

    def _refuse_lengths(
        self, leaves: Mapping[str, Leaf], filled: Mapping[str, list[Named]], uneven: str
    ) -> None:
        shown = {name: next(iter(leaves[name].columns), name) for name in filled}
        lengths = ", ".join(f"{len(filled[name])} in {column}" for name, column in shown.items())
        hint = "write as many in each, or a single value that is so for all"
        message = f"the lists differ in length: {lengths}"
        self.refusals.append(Refusal("IMP-007", shown[uneven], message, hint))


def _lasting(date: str) -> dict[str, str]:
    """Return date and end of what lasted from one day to another, written a/b as EDTF has it."""
    first, slash, last = date.partition("/")
    is_closed = slash and not {first, last} & {"", ".."}
    return {"date": first, "end": last} if is_closed else {}


def plain(text: str) -> str:
    """Return the text of a cell composed (NFC), on one line and without space at either end."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    return _SPACES.sub(" ", text).strip()
