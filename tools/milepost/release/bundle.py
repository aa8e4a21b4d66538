"""The bundle: the whole release as one JSON object, which follows schema/v1/release.schema.json."""

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

import orjson

from milepost.canonical import encode
from milepost.derive.status import Opening
from milepost.evidence.statements import Statement
from milepost.kinds import KINDS
from milepost.model import Dataset, Record
from milepost.release.changes import changes_of
from milepost.release.release import Release
from milepost.release.status import LevelHeld
from milepost.release.tables import TABLES

FILE = "milepost.json"
SCHEMA = "schema/v1/release.schema.json"


def as_bundle(release: Release) -> bytes:
    """Return the bundle in UTF-8, indented as records are."""
    return orjson.dumps(bundle(release), option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def bundle(release: Release) -> dict[str, Any]:
    """Return the bundle: metadata, every record in full, and what is computed from them."""
    edition = release.edition
    return {
        "$schema": SCHEMA,
        "version": edition.version,
        "time": edition.time,
        **_filled(commit=edition.commit, doi=edition.doi),
        "swhid": release.swhid,
        **_single(release),
        **{
            kind.folder: [record.body for record in release.dataset.of(kind.name).values()]
            for kind in KINDS
            if kind.folder
        },
        "statements": [statement_object(statement) for statement in release.statements],
        "status": [level_object(level) for level in release.levels],
        "files": [file_object(record) for record in in_order(release.dataset)],
        "tables": tables(),
        "changes": changes_of(release),
    }


def tables() -> list[dict[str, Any]]:
    """Return the tables of a release with their columns, by which another release is compared."""
    return [
        {"name": t.name, "columns": [{"name": c.name, "datatype": c.datatype} for c in t.columns]}
        for t in TABLES
    ]


def in_order(dataset: Dataset) -> list[Record]:
    """Return every record, in the order of kinds and files."""
    return [r for kind in KINDS for r in dataset.of(kind.name).values()]


def content_hash(record: Record) -> str:
    """Return the SHA-256 of a record's canonical bytes, which are those of its file."""
    return sha256(encode(record.body)).hexdigest()


def _single(release: Release) -> dict[str, Any]:
    """Return the records that are one of their kind: dataset.json, and editors.json if any."""
    singles = [kind for kind in KINDS if kind.file]
    return {r.kind: r.body for kind in singles for r in release.dataset.of(kind.name).values()}


def statement_object(statement: Statement) -> dict[str, Any]:
    """Return a statement as JSON; what does not apply is left out."""
    settled = statement.settlement
    return {
        "record_kind": statement.record.kind,
        "record": statement.record.id,
        "pointer": statement.address,
        **_filled(published=statement.published),
        "value": statement.value,
        "entry": statement.entry_name,
        "source": statement.source,
        **_filled(speaker=statement.speaker),
        "locator": statement.entry["locator"],
        "read": statement.entry["read"],
        **_filled(derivation=statement.derivation),
        "standing": statement.standing,
        "rank": statement.rank,
        **(_settlement(settled.group, settled.outcome) if settled else {}),
    }


def _settlement(group: Mapping[str, Any], outcome: str) -> dict[str, Any]:
    return {
        "outcome": outcome,
        "rule": group["rule"],
        **_filled(read_as=group.get("to")),
        "rationale": group["rationale"],
        "settled_by": group["by"],
        "settled_on": group["on"],
    }


def level_object(level: LevelHeld) -> dict[str, Any]:
    """Return a level held as JSON; one that is still open has no `closed`."""
    return {
        "relationship": level.relationship,
        "track": level.opening.track,
        **_filled(of=level.opening.of, government=level.opening.government),
        "level": level.opening.level,
        "opened": _turn(level.opening),
        **({"closed": _turn(level.closing)} if level.closing else {}),
        "entries": list(level.entries),
    }


def _turn(opening: Opening) -> dict[str, str]:
    return {"milestone": opening.milestone.id, "stage": opening.stage, "date": opening.date}


def file_object(record: Record) -> dict[str, str]:
    """Return where a record stands in the repository, and the hash of its file."""
    return {
        "path": record.path,
        "kind": record.kind,
        "id": record.id,
        "sha256": content_hash(record),
    }


def as_json_lines(records: list[Record]) -> bytes:
    """Return records as JSON Lines: one a line, each exactly as in the bundle."""
    return b"".join(orjson.dumps(r.body, option=orjson.OPT_APPEND_NEWLINE) for r in records)


def _filled(**members: Any) -> dict[str, Any]:
    return {name: value for name, value in members.items() if value}
