"""A release loses nothing: from its files come the records, the claims and the values again."""

import json
from collections import defaultdict

import pytest

from milepost.canonical import encode
from milepost.kinds import KINDS
from releases import ROOT, rows_of, the_files, the_release

FOLDERS = {kind.folder: kind.name for kind in KINDS if kind.folder}
SINGLES = {kind.name for kind in KINDS if kind.file}


def records_of_the_bundle() -> dict[tuple[str, str], dict[str, object]]:
    """Return the records that the bundle holds, by kind and identifier."""
    read = json.loads(the_files()["milepost.json"])
    listed = {(f["kind"], f["id"]) for f in read["files"]}
    found = {
        (kind, body.get("id") or body.get("version")): body
        for folder, kind in FOLDERS.items()
        for body in read[folder]
    }
    singles = {(kind, identifier): read[kind] for kind, identifier in listed if kind in SINGLES}
    return {**found, **singles}


def test_the_bundle_gives_every_file_of_the_dataset_again_byte_for_byte() -> None:
    bodies = records_of_the_bundle()
    files = {
        f["path"]: (f["kind"], f["id"]) for f in json.loads(the_files()["milepost.json"])["files"]
    }
    on_disk = {
        path.relative_to(ROOT).as_posix(): path.read_bytes()
        for path in (ROOT / "dataset").rglob("*.json")
    }
    assert on_disk == {path: encode(bodies[key]) for path, key in files.items()}


def test_json_lines_and_the_bundle_hold_the_same_records() -> None:
    read = json.loads(the_files()["milepost.json"])
    for folder in FOLDERS:
        lines = the_files()[f"jsonl/{folder}.jsonl"].decode().splitlines()
        assert read[folder] == [json.loads(line) for line in lines]


def test_the_statements_give_every_claim_of_every_record_again() -> None:
    expected = {
        (record.kind, record.id, entry.get("id", ""), entry["source"], pointer, value)
        for record in the_release().view.with_evidence()
        for entry in record.body.get("evidence", ())
        for pointer, value in entry["says"].items()
    }
    named = {
        (record.kind, record.id, entry["id"])
        for record in the_release().view.with_evidence()
        for entry in record.body.get("evidence", ())
        if "id" in entry
    }
    found = {
        (
            *(row["record_kind"], row["record"]),
            row["entry"] if (row["record_kind"], row["record"], row["entry"]) in named else "",
            *(row["source"], row["pointer"], row["value"]),
        )
        for row in rows_of("statements", the_release())
        # A claim that is read as another stage stands in two rows; the other has what it says.
        if not row["read_as"]
    }
    assert expected == found


def test_the_statements_give_every_value_that_a_claim_can_be_about() -> None:
    view = the_release().view
    published: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for row in rows_of("statements", the_release()):
        if row["published"]:
            published[row["record_kind"], row["record"]][row["pointer"]] = row["published"]
    for record in view.with_evidence():
        facts = {value.address: value for value in view.facts(record)}
        found = published[record.kind, record.id]
        assert found == {address: facts[address].text for address in found}
        unsaid = [value for address, value in facts.items() if address not in found]
        assert [] == [value.address for value in unsaid if not value.field.identity]


@pytest.mark.parametrize("kind", sorted(FOLDERS.values()))
def test_the_bundle_has_every_record_of_a_kind(kind: str) -> None:
    expected = set(the_release().dataset.of(kind))
    assert expected == {name for found, name in records_of_the_bundle() if found == kind}
