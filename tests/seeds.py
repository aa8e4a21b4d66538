"""The fourteen facts of the two seed articles, and the dataset with one thing in it changed."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from milepost.canonical import encode
from milepost.identifiers import entry_id
from milepost.loading import checked_tree, schemas_of
from milepost.model import Finding, Record
from milepost.reading.tree import Folder, Memory

ROOT = Path(__file__).parents[1]
SCHEMAS = schemas_of(ROOT)
FILES = {path: raw for path, raw in Folder(ROOT).files() if isinstance(raw, bytes)}


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim of a fact: what one source says at one pointer of one record."""

    fact: int
    what: str
    record: str
    source: str
    speaker: str
    paragraph: int
    pointer: str
    value: str

    def __str__(self) -> str:
        """Name the claim in the list of tests."""
        return f"{self.fact}-{self.record}-{self.source}-{self.paragraph}-{self.pointer}"


def claims() -> Iterator[Claim]:
    """Yield every claim of the fourteen facts."""
    for fact in json.loads((ROOT / "tests/seed_facts.json").read_text("utf-8")):
        says = fact.pop("says")
        for pointer, value in says.items():
            yield Claim(**fact, pointer=pointer, value=value)


def entry_of(claim: Claim, record: Record) -> dict[str, Any] | None:
    """Return the evidence entry that makes a claim, as the record has it."""
    for entry in record.body["evidence"]:
        speaker = entry.get("speaker", {}).get("who", "")
        place = (entry["source"], speaker, entry["locator"].get("paragraph"))
        wanted = (claim.source, claim.speaker, claim.paragraph)
        if place == wanted and entry["says"].get(claim.pointer) == claim.value:
            return dict(entry)
    return None


@cache
def near_files() -> dict[str, bytes]:
    """Return the files of the real dataset that the facts have to do with.

    Of milestones and sources those of the facts alone: each of hundreds of tests checks them anew.
    """
    ids = {claim.record for claim in claims()}
    bodies = {path: json.loads(raw) for path, raw in FILES.items()}
    told = [body for body in bodies.values() if body.get("id") in ids]
    cited = {entry["source"] for body in told for entry in body["evidence"]}
    far = ("dataset/milestones/", "dataset/sources/")
    return {
        path: raw
        for path, raw in FILES.items()
        if not path.startswith(far) or bodies[path]["id"] in ids | cited
    }


def findings_with(path: str, body: Any) -> tuple[Finding, ...]:
    """Return the findings of the files near the facts, with one record replaced."""
    tree = Memory({**near_files(), path: encode(body)})
    return checked_tree(ROOT, tree, SCHEMAS).findings


def silent_at(pointer: str, body: Any) -> Any:
    """Return a record without the entries that say anything at a pointer."""
    kept = [entry for entry in body["evidence"] if pointer not in entry["says"]]
    gone = {entry_id(entry) for entry in body["evidence"]} - {entry_id(entry) for entry in kept}
    resolutions = {
        address: groups
        for address, groups in body.get("resolutions", {}).items()
        if not any(gone & set(group["over"]) for group in groups)
    }
    rest = {name: part for name, part in body.items() if name != "resolutions"}
    return {**rest, "evidence": kept, **({"resolutions": resolutions} if resolutions else {})}


def names(pointer: str, findings: tuple[Finding, ...]) -> bool:
    """Return whether a finding stands at a pointer or speaks of it."""
    return any(
        pointer in (f.pointer, *f.message.rstrip(",.").replace(",", "").split()) for f in findings
    )
