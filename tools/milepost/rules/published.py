"""Rules on what has been published: no identifier is lost, and tombstones lead somewhere."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from milepost.model import Breach, Record
from milepost.rules.registry import dataset_rule
from milepost.rules.view import View
from milepost.suggestions import suggestion

# The least and greatest number of targets by fate.
_TARGETS = {"moved": (1, 1), "merged": (1, 1), "split": (2, 99), "withdrawn": (0, 0)}


@dataset_rule("LED-001")
def published_identifier_is_kept(view: View) -> Iterator[tuple[Record, Breach]]:
    """An identifier that a release has published is live, or has a tombstone.

    People have cited it, and their readers are to find it or to learn what became of it.

    Restore the record, or write its tombstone into dataset/withdrawn/.
    """
    buried = {(t.body["kind"], t.id) for t in view.dataset.of("tombstone").values()}
    told: set[tuple[str, str]] = set()
    # The newest first, so that each is reported once and with the version that had it last.
    for ledger in sorted(view.dataset.of("ledger").values(), key=_version, reverse=True):
        for position, row in enumerate(ledger.body["records"]):
            lost = (row["kind"], row["id"])
            if lost in buried | told or view.knows((row["kind"],), row["id"]):
                continue
            told.add(lost)
            message = f"the {row['kind']} {row['id']} of version {ledger.id} is gone"
            hint = f"restore it, or write {_tombstone(view, row, ledger.id)}"
            yield ledger, Breach(("records", position), message, hint)


def _version(ledger: Record) -> list[int]:
    return [int(part) for part in str(ledger.body["version"]).split(".")]


def _tombstone(view: View, row: Mapping[str, str], version: str) -> str:
    datasets = view.dataset.of("dataset").values()
    body: dict[str, Any] = {
        "$schema": "../../schema/v1/tombstone.schema.json",
        "id": row["id"],
        "kind": row["kind"],
        "fate": "withdrawn",
        "targets": [],
        "reason": {"en": "…"},
        "since": next((dataset.body["version"] for dataset in datasets), "…"),
        "last_in": version,
    }
    return f"dataset/withdrawn/{row['id']}.json: {json.dumps(body, ensure_ascii=False)}"


@dataset_rule("LED-002")
def tombstone_leads_to_the_living(view: View) -> Iterator[tuple[Record, Breach]]:
    """A tombstone names live records as its targets, and none that is itself gone.

    A reader should have to follow one step and not a chain.

    Name the final record.
    """
    for tombstone in view.dataset.of("tombstone").values():
        kind = tombstone.body["kind"]
        for position, target in enumerate(tombstone.body["targets"]):
            if not view.knows((kind,), target):
                message = f"the target {target} is no live {kind}"
                otherwise = "name the record that took its place in the end"
                hint = suggestion(target, view.dataset.of(kind), otherwise)
                yield tombstone, Breach(("targets", position), message, hint)


@dataset_rule("LED-003")
def tombstone_is_of_the_dead(view: View) -> Iterator[tuple[Record, Breach]]:
    """A live record has no tombstone, and a tombstone has the targets that its fate asks for.

    A reader cannot be told that a record is there and gone.

    Remove the tombstone or the record; name the targets.
    """
    for tombstone in view.dataset.of("tombstone").values():
        kind, fate, targets = (tombstone.body[name] for name in ("kind", "fate", "targets"))
        if tombstone.id in view.dataset.of(kind):
            live = view.dataset.of(kind)[tombstone.id].path
            message = f"the {kind} {tombstone.id} has a tombstone here, and is live in {live}"
            yield tombstone, Breach(("id",), message, "remove one of the two")
        least, most = _TARGETS[fate]
        if not least <= len(targets) <= most:
            message = f"a record that was {fate} has {len(targets)} targets"
            hint = "name one target for moved and merged, several for split, none for withdrawn"
            yield tombstone, Breach(("targets",), message, hint)


RULES = (published_identifier_is_kept, tombstone_leads_to_the_living, tombstone_is_of_the_dead)
