"""The table of statements: one row for each claim of a source, with what became of it."""

import json
from collections.abc import Callable, Iterable
from operator import attrgetter, itemgetter
from types import MappingProxyType
from typing import Any, Final

from milepost.evidence.resolutions import Settlement
from milepost.evidence.statements import Statement
from milepost.model import Body
from milepost.release.release import Release
from milepost.release.share import Share
from milepost.release.tables.cells import cell
from milepost.release.tables.columns import refers
from milepost.release.tables.table import Column, Datatype, Table, in_turn

_NOTHING: Final[Body] = MappingProxyType[str, Any]({})
_PLACES = ("page", "section", "article", "paragraph", "record", "field")


def place_in_words(locator: Body) -> str:
    """Return what a locator tells of the place in its source, such as "page 12, paragraph 2"."""
    return ", ".join(f"{name} {locator[name]}" for name in _PLACES if name in locator)


def _place(entry: Body) -> str:
    return place_in_words(entry["locator"])


def _derivation(statement: Statement) -> Body | None:
    """Return how a claim was derived, if it was: the same object whenever it is asked for."""
    of_entry: Body = statement.entry.get("derivation", _NOTHING)
    return of_entry.get(statement.address)


_of_entry = attrgetter("entry")
_of_settlement = attrgetter("settlement")


def _settled(
    name: str, description: str, text: Callable[[Settlement], object], datatype: Datatype = "string"
) -> Column:
    def told(settlement: Settlement | None) -> str:
        return cell(text(settlement)) if settlement else ""

    return Column(name, description, told, datatype, _of_settlement)


def _entry(
    name: str, description: str, text: Callable[[Body], str], datatype: Datatype = "string"
) -> Column:
    return Column(name, description, text, datatype, _of_entry)


def _inside(name: str, description: str, group: str, field: str) -> Column:
    def text(entry: Body) -> str:
        value = entry.get(group, _NOTHING).get(field)
        return "" if value is None else str(value)

    return _entry(name, description, text)


def _span(name: str, description: str, field: str, datatype: Datatype = "string") -> Column:
    def text(entry: Body) -> str:
        value = entry["locator"].get("span", _NOTHING).get(field)
        return "" if value is None else str(value)

    return _entry(name, description, text, datatype)


def _derived(
    name: str, description: str, text: Callable[[Body], str], datatype: Datatype = "string"
) -> Column:
    return Column(name, description, lambda d: text(d) if d else "", datatype, _derivation)


def _statements(share: Share, _: Release) -> Iterable[Statement]:
    return share.statements


STATEMENTS = Table(
    "statements",
    "What each source says of each value: source, speaker, place, and how it was settled",
    in_turn(_statements),
    (
        Column("record_kind", "The kind of the record.", attrgetter("record.kind")),
        Column("record", "The id of the record.", attrgetter("record.id")),
        Column(
            "pointer", "Which value of the record: a JSON Pointer with keys.", lambda s: s.address
        ),
        Column("published", "The value that the record publishes there.", attrgetter("published")),
        Column("value", "The value that the source gives.", attrgetter("value")),
        Column(
            "entry",
            "The evidence entry of the record that holds the claim.",
            attrgetter("entry_name"),
        ),
        _entry("source", "The source (sources.id).", itemgetter("source")),
        _inside("speaker", "Who says it in the source; empty for its own voice.", "speaker", "who"),
        _inside(
            "speaker_office",
            "In what office: a term of the vocabulary office.",
            "speaker",
            "office",
        ),
        _inside("speaker_for", "On whose behalf (parties.id).", "speaker", "for"),
        _entry("locator", "Where in the source it stands, in words.", _place),
        _inside("page", "The page.", "locator", "page"),
        _inside("section", "The section.", "locator", "section"),
        _inside("article", "The article of a legal text.", "locator", "article"),
        _inside("paragraph", "The block of text, counted from 1.", "locator", "paragraph"),
        _inside("source_record", "The entry of a table or database.", "locator", "record"),
        _inside("source_field", "The field of that entry.", "locator", "field"),
        _entry(
            "read",
            "first-hand, or relayed where the editors rest on another’s notes.",
            itemgetter("read"),
        ),
        Column(
            "standing",
            "supports, coarser (agrees, less exactly), disputes, or not-published.",
            attrgetter("standing"),
        ),
        Column(
            "rank", "preferred, normal, or deprecated where it was rejected.", attrgetter("rank")
        ),
        _settled(
            "rule",
            "How it was settled: a term of the vocabulary resolution-rule.",
            lambda s: s.group["rule"],
        ),
        _settled("outcome", "rejected, open, read-as or not-published.", lambda s: s.outcome),
        _settled(
            "read_as",
            "The pointer of the stage that the claim is read as.",
            lambda s: s.group.get("to"),
        ),
        _settled("settled_by", "Who settled it.", lambda s: s.group["by"]),
        _settled("settled_on", "On which day.", lambda s: s.group["on"], "date"),
        _settled("rationale_en", "Why it was settled so.", lambda s: s.group["rationale"]["en"]),
        _derived(
            "derivation_rule",
            "By which rule the value follows: a term of the vocabulary derivation-rule.",
            itemgetter("rule"),
        ),
        _derived(
            "derivation",
            "The rule with all its inputs, as JSON.",
            lambda derivation: json.dumps(derivation, ensure_ascii=False),
            "json",
        ),
        _span("span_profile", "How the text is normalised before it is counted.", "profile"),
        _span(
            "span_start", "The first code point of the passage, counted from 0.", "start", "integer"
        ),
        _span("span_length", "The number of its code points.", "length", "integer"),
        _span("span_sha256", "The SHA-256 of the passage in UTF-8.", "sha256"),
        _inside("note_en", "A note of the editors.", "note", "en"),
    ),
    key=("record_kind", "record", "pointer", "entry"),
    references=(refers("source", "sources"), refers("speaker_for", "parties")),
    by_share=_statements,
)
