"""A text of a cell to the value that is meant: a slug, a date, a number, or the text itself."""

import re
from collections.abc import Mapping
from typing import Final

from milepost import intervals
from milepost.kinds import kind_to_write
from milepost.sheets.account import Refusal
from milepost.sheets.dates import edtf_of
from milepost.sheets.mapping import Leaf
from milepost.sheets.names import Named, Names
from milepost.suggestions import quoted

_NUMBER: Final = re.compile(r"[0-9]+")
OTHER: Final = "other"


def understood(leaf: Leaf, text: str, names: Names, days: intervals.Intervals) -> Named | Refusal:
    """Return what a text means at a place of a record, or why it means nothing.

    `days` are those on which the row's event may have been; empty where the row does not say.
    """
    kind, column = leaf.meaning.kind, next(iter(leaf.columns), "")
    if kind == "text" or (kind == "side" and text == OTHER):
        return Named(text)
    if kind == "date":
        return _date(leaf, text, column)
    if kind == "integer":
        if _NUMBER.fullmatch(text):
            return Named(text)
        return Refusal("SCH-003", column, f"{quoted(text)} is no whole number", "for example: 2")
    if kind == "term":
        return _term(leaf.meaning.vocabulary, text, names, column)
    return _record(leaf, text, names, days)


def _date(leaf: Leaf, text: str, column: str) -> Named | Refusal:
    try:
        return Named(edtf_of(text, leaf.forms))
    except ValueError as amiss:
        hint = "write it in EDTF, such as 2022-04-23, 2022-04 or 2022"
        if leaf.forms != ("edtf",):
            hint += ", or name its form in the mapping"
        why = str(amiss).removeprefix(f"{text}: ")
        return Refusal("IMP-004", column, f"{quoted(text)} is no date here: {why}", hint)


def _term(vocabulary: str, text: str, names: Names, column: str) -> Named | Refusal:
    found = names.of_terms(vocabulary, text)
    if len(found) == 1:
        return found[0]
    if found:
        return _shared(column, text, found)
    terms = names.terms.get(vocabulary, {})
    hint = names.hints.of(text, _slugs(terms), f"see dataset/vocabularies/{vocabulary}.json")
    message = f"the vocabulary {vocabulary} has no term {quoted(text)}"
    return Refusal("REF-002", column, message, hint)


def _record(leaf: Leaf, text: str, names: Names, days: intervals.Intervals) -> Named | Refusal:
    column = next(iter(leaf.columns), "")
    kinds = leaf.meaning.references or ("party",)
    if _NUMBER.fullmatch(text) and not leaf.codes:
        message = f"{quoted(text)} is a number, and nothing says of which list"
        return Refusal("IMP-005", column, message, 'add "codes" to the cell in the mapping')
    found = names.of_code(leaf.codes, text) if leaf.codes else ()
    found = found or names.of_kinds(kinds, text)
    if leaf.meaning.kind == "government":
        found = tuple(Named(named.government) for named in found if named.government)
    then = tuple(named for named in found if not days or intervals.overlap(named.days, days))
    if found and not then:
        message = f"{quoted(text)} was the name of {found[0].slug} {found[0].period}, and not then"
        return Refusal("IMP-005", column, message, f"mend the date, or write {found[0].slug}")
    slugs = {named.slug for named in then}
    if len(slugs) > 1:
        return _shared(column, text, then)
    return then[0] if then else _unknown(leaf, text, names, column)


def _unknown(leaf: Leaf, text: str, names: Names, column: str) -> Refusal:
    kinds = leaf.meaning.references or ("party",)
    what = "government" if leaf.meaning.kind == "government" else _either(kinds)
    known = [slug for kind in kinds for slug in _slugs(names.records.get(kind, {}))]
    spelt = [name for kind in kinds for name in names.records.get(kind, {})]
    kind = kind_to_write(kinds, text)
    otherwise = f"record it with `milepost new {kind}`, or add the name to a record's variants"
    hint = names.hints.of(text, (*known, *spelt), otherwise)
    return Refusal("REF-001", column, f"there is no {what} {quoted(text)}", hint)


def _slugs(index: Mapping[str, tuple[Named, ...]]) -> list[str]:
    return sorted({named.slug for found in index.values() for named in found})


def _shared(column: str, text: str, found: tuple[Named, ...]) -> Refusal:
    slugs = sorted({named.slug for named in found})
    message = f"{quoted(text)} is a name of {' and of '.join(slugs)}"
    return Refusal("IMP-005", column, message, f"write one of: {', '.join(slugs)}")


def _either(kinds: tuple[str, ...]) -> str:
    return " or ".join(filter(None, (", ".join(kinds[:-1]), kinds[-1])))
