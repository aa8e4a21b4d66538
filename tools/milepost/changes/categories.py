"""A difference in a record to its category in the policy."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from milepost.addresses import tokens
from milepost.changes.differences import Difference
from milepost.derive.headline import headline_of, stage_key
from milepost.evidence.comparers import Comparers
from milepost.model import Record
from milepost.schema.plan import Value

# Words for people, whatever else the record says.
_LABELS = frozenset(
    (
        *("$schema", "title", "name", "names", "label", "summary", "note", "description"),
        *("translated", "unreviewed", "variants"),
        *("keywords", "creator", "base_url", "repository", "least"),
    )
)
_SUPPORTING = {"evidence": "evidence", "resolutions": "resolution", "coverage": "coverage"}
_OF_KIND = {"source": "source", "editors": "editors", "tombstone": "tombstone"}
_TERMS_OF_USE = frozenset(("licence", "id"))
# What explains a term; all else of it is computed with.
_TERM_WORDS = frozenset(("label", "scope_note", "examples", "unreviewed", "mappings", "since"))
_IN_TERM = 3
Facts = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Before:
    """A record before and after: its two states, and the factual values of each by address."""

    old: Record
    new: Record
    facts: tuple[Facts, Facts]
    comparers: Comparers


def category_of(pair: Before, found: Difference) -> str:
    """Return the name of the category of a difference between two states of a record."""
    names = tokens(found.address)
    kind = pair.new.kind
    if isinstance(found.old, list) and isinstance(found.new, list):
        return "order"
    if kind in _OF_KIND:
        return _OF_KIND[kind]
    if kind == "vocabulary":
        return _of_vocabulary(names, found)
    if kind == "dataset" and names[0] in _TERMS_OF_USE:
        return "terms of use"
    if names[0] in _SUPPORTING:
        return _SUPPORTING[names[0]]
    return _of_value(pair, found) or _of_words(names)


def _of_words(names: tuple[str, ...]) -> str:
    return "label" if _LABELS.intersection(names) else "classification"


def _of_value(pair: Before, found: Difference) -> str:
    """Return the category where factual values differ, else an empty text."""
    before, after = (facts.get(found.address) for facts in pair.facts)
    if before and after:
        return _compared(pair, before, after)
    below = f"{found.address}/"
    if any(a == found.address or a.startswith(below) for facts in pair.facts for a in facts):
        return "value added" if found.old is None else "value removed"
    return ""


def _compared(pair: Before, before: Value, after: Value) -> str:
    if agree(pair.comparers, before, after):
        return "precision"
    headlines = (headline_address(record) for record in (pair.old, pair.new))
    return "headline value" if after.address in headlines else "value"


def agree(comparers: Comparers, before: Value, after: Value) -> bool:
    """Return whether one of two values lies within the other, by the comparer of its field."""
    comparer = comparers.of(after.field)
    one, other = before.text, after.text
    try:
        return comparer.within(one, other) or comparer.within(other, one)
    except ValueError:
        return False


def headline_address(record: Record) -> str:
    """Return the address of the date that stands for a milestone; empty where there is none."""
    stage = headline_of(record.body) if record.kind == "milestone" else None
    return f"/stages/{stage_key(stage)}/date" if stage and "date" in stage else ""


def _of_vocabulary(names: tuple[str, ...], found: Difference) -> str:
    if names[:1] == ("definition",):
        return _of_definition(names, found)
    if names[:1] != ("terms",):
        return "label"
    if len(names) < _IN_TERM:
        return "term added" if found.old is None else "term removed"
    if names[2] == "definition":
        return _of_definition(names[2:], found)
    if names[2] == "replaced_by":
        return "term replaced"
    return "label" if names[2] in _TERM_WORDS else "term redefined"


def _of_definition(names: tuple[str, ...], found: Difference) -> str:
    """Return whether a definition means something else; only the English one defines."""
    is_english = names == ("definition", "en")
    return "term redefined" if is_english and _words(found.old) != _words(found.new) else "label"


def _words(text: Any) -> list[str]:
    return re.findall(r"\w+", str(text).casefold())
