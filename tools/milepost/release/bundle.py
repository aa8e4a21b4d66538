"""The bundle: the whole release as one JSON object, which follows schema/v1/release.schema.json."""

from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from itertools import chain, islice
from typing import Any, Final

import orjson

from milepost.canonical import encode
from milepost.derive.status import Opening
from milepost.evidence.statements import Statement
from milepost.kinds import KINDS, Kind
from milepost.model import Dataset, Record
from milepost.release.changes import changes_of
from milepost.release.json_members import Members, member
from milepost.release.release import Release
from milepost.release.share import Files, Pieces, Share
from milepost.release.status import LevelHeld
from milepost.release.tables import TABLES

FILE = "milepost.json"
SCHEMA = "schema/v1/release.schema.json"
# So many records are spelt at once.
_SOME: Final = 256


def bundle_files(release: Release, shares: Iterable[Share]) -> Files:
    """Yield the pieces of the bundle, in UTF-8 and indented as records are.

    First come metadata and every record in full, then statements by share, then the rest that is
    computed from the records.
    """
    yield _named(_before(release))
    statements = Members("statements")
    for share in shares:
        objects = [statement_object(statement) for statement in share.statements]
        yield _named(statements.add(objects))
    yield _named(chain(statements.end(), _after(release)))


def _named(pieces: Iterable[bytes]) -> Pieces:
    return ((FILE, piece) for piece in pieces)


def _before(release: Release) -> Iterator[bytes]:
    edition = release.edition
    about = {
        "$schema": SCHEMA,
        "version": edition.version,
        "time": edition.time,
        **_filled(commit=edition.commit, doi=edition.doi),
        "swhid": release.swhid,
        **_single(release),
    }
    yield b"{\n"
    yield from (member(name, value) for name, value in about.items())
    for kind in KINDS:
        if kind.folder:
            yield from _records(release, kind)


def _records(release: Release, kind: Kind) -> Iterator[bytes]:
    records = iter(release.dataset.of(kind.name).values())
    members = Members(kind.folder)
    while some := [record.body for record in islice(records, _SOME)]:
        yield from members.add(some)
    yield from members.end()


def _after(release: Release) -> Iterator[bytes]:
    yield member("status", [level_object(level) for level in release.levels])
    yield member("files", [file_object(r, release) for r in in_order(release.dataset)])
    yield member("tables", tables())
    yield member("changes", changes_of(release)).removesuffix(b",\n")
    yield b"\n}\n"


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
    # Hundreds of thousands are made, and to ask for each part by its name takes longer.
    record, address, published, value, entry, name, standing, rank, settled = statement
    found: dict[str, Any] = {"record_kind": record.kind, "record": record.id, "pointer": address}
    if published:
        found["published"] = published
    found["value"] = value
    found["entry"] = name
    found["source"] = entry["source"]
    if entry.get("speaker"):
        found["speaker"] = statement.speaker
    found["locator"] = entry["locator"]
    found["read"] = entry["read"]
    if "derivation" in entry and (derivation := statement.derivation):
        found["derivation"] = derivation
    found["standing"] = standing
    found["rank"] = rank
    return found | _settlement(settled.group, settled.outcome) if settled else found


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


def file_object(record: Record, release: Release) -> dict[str, str]:
    """Return where a record stands in the repository, and the hash of its file."""
    return {
        "path": record.path,
        "kind": record.kind,
        "id": record.id,
        "sha256": release.hashes[record.path].sha256,
    }


def as_json_lines(records: list[Record]) -> bytes:
    """Return records as JSON Lines: one a line, each exactly as in the bundle."""
    return b"".join(orjson.dumps(r.body, option=orjson.OPT_APPEND_NEWLINE) for r in records)


def _filled(**members: Any) -> dict[str, Any]:
    return {name: value for name, value in members.items() if value}
