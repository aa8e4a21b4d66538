"""The table of statements: one row for each claim of a source, with what became of it."""

import json

from milepost.evidence.statements import Statement
from milepost.model import Body
from milepost.release.tables.cells import cell
from milepost.release.tables.columns import refers
from milepost.release.tables.table import Column, Datatype, Table

_PLACES = ("page", "section", "article", "paragraph", "record", "field")


def place_in_words(locator: Body) -> str:
    """Return what a locator tells of the place in its source, such as "page 12, paragraph 2"."""
    return ", ".join(f"{name} {locator[name]}" for name in _PLACES if name in locator)


def _place(statement: Statement) -> str:
    return place_in_words(statement.entry["locator"])


def _rationale(statement: Statement) -> str:
    settled = statement.settlement
    return str(settled.group["rationale"]["en"]) if settled else ""


def _derivation(statement: Statement) -> str:
    derivation = statement.derivation
    return json.dumps(derivation, ensure_ascii=False) if derivation else ""


def _settled(name: str, description: str, field: str, datatype: Datatype = "string") -> Column:
    def text(statement: Statement) -> str:
        return cell(statement.settlement.group.get(field)) if statement.settlement else ""

    return Column(name, description, text, datatype)


def _located(name: str, description: str, field: str) -> Column:
    return Column(name, description, lambda s: cell(s.entry["locator"].get(field)))


def _span(name: str, description: str, field: str, datatype: Datatype = "string") -> Column:
    def text(statement: Statement) -> str:
        return cell(statement.entry["locator"].get("span", {}).get(field))

    return Column(name, description, text, datatype)


def _spoken(name: str, description: str, field: str) -> Column:
    return Column(name, description, lambda s: cell(s.entry.get("speaker", {}).get(field)))


def _entry(name: str, description: str) -> Column:
    return Column(name, description, lambda s: cell(s.entry.get(name)))


STATEMENTS = Table(
    "statements",
    "What each source says of each value: source, speaker, place, and how it was settled",
    lambda release: release.statements,
    (
        Column("record_kind", "The kind of the record.", lambda s: s.record.kind),
        Column("record", "The id of the record.", lambda s: s.record.id),
        Column(
            "pointer", "Which value of the record: a JSON Pointer with keys.", lambda s: s.address
        ),
        Column("published", "The value that the record publishes there.", lambda s: s.published),
        Column("value", "The value that the source gives.", lambda s: s.value),
        Column(
            "entry",
            "The evidence entry of the record that holds the claim.",
            lambda s: s.entry_name,
        ),
        _entry("source", "The source (sources.id)."),
        _spoken("speaker", "Who says it in the source; empty for its own voice.", "who"),
        _spoken("speaker_office", "In what office: a term of the vocabulary office.", "office"),
        _spoken("speaker_for", "On whose behalf (parties.id).", "for"),
        Column("locator", "Where in the source it stands, in words.", _place),
        _located("page", "The page.", "page"),
        _located("section", "The section.", "section"),
        _located("article", "The article of a legal text.", "article"),
        _located("paragraph", "The block of text, counted from 1.", "paragraph"),
        _located("source_record", "The entry of a table or database.", "record"),
        _located("source_field", "The field of that entry.", "field"),
        _entry("read", "first-hand, or relayed where the editors rest on another’s notes."),
        Column(
            "standing",
            "supports, coarser (agrees, less exactly), disputes, or not-published.",
            lambda s: s.standing,
        ),
        Column("rank", "preferred, normal, or deprecated where it was rejected.", lambda s: s.rank),
        Column(
            "rule",
            "How it was settled: a term of the vocabulary resolution-rule.",
            lambda s: s.rule,
        ),
        Column("outcome", "rejected, open, read-as or not-published.", lambda s: s.outcome),
        _settled("read_as", "The pointer of the stage that the claim is read as.", "to"),
        _settled("settled_by", "Who settled it.", "by"),
        _settled("settled_on", "On which day.", "on", "date"),
        Column("rationale_en", "Why it was settled so.", _rationale),
        Column(
            "derivation_rule",
            "By which rule the value follows: a term of the vocabulary derivation-rule.",
            lambda s: cell(s.derivation.get("rule")),
        ),
        Column("derivation", "The rule with all its inputs, as JSON.", _derivation, "json"),
        _span("span_profile", "How the text is normalised before it is counted.", "profile"),
        _span(
            "span_start", "The first code point of the passage, counted from 0.", "start", "integer"
        ),
        _span("span_length", "The number of its code points.", "length", "integer"),
        _span("span_sha256", "The SHA-256 of the passage in UTF-8.", "sha256"),
        Column(
            "note_en", "A note of the editors.", lambda s: cell(s.entry.get("note", {}).get("en"))
        ),
    ),
    key=("record_kind", "record", "pointer", "entry"),
    references=(refers("source", "sources"), refers("speaker_for", "parties")),
)
