"""Rules on what has been published: no identifier is lost, and tombstones lead somewhere."""

from collections.abc import Iterator

from milepost.model import Breach, Record
from milepost.rules.registry import dataset_rule
from milepost.rules.view import View


@dataset_rule("LED-001")
def published_identifier_is_kept(view: View) -> Iterator[tuple[Record, Breach]]:
    """An identifier that a release has published is live, or has a tombstone.

    People have cited it, and their readers are to find it or to learn what became of it.

    Restore the record, or write its tombstone into dataset/withdrawn/.
    """
    buried = {(t.body["kind"], t.id) for t in view.dataset.of("tombstone").values()}
    for ledger in view.dataset.of("ledger").values():
        for position, row in enumerate(ledger.body["records"]):
            kind, identifier = row["kind"], row["id"]
            if (kind, identifier) not in buried and not view.knows((kind,), identifier):
                version = ledger.body["version"]
                yield ledger, Breach(
                    ("records", position),
                    f"the {kind} {identifier} of version {version} is gone without a tombstone",
                    f'write dataset/withdrawn/{identifier}.json with "last_in": "{version}"',
                )


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
                yield tombstone, Breach(
                    ("targets", position),
                    f"the target {target} is no live {kind}",
                    "name the record that took its place in the end",
                )


@dataset_rule("LED-003")
def tombstone_is_of_the_dead(view: View) -> Iterator[tuple[Record, Breach]]:
    """A live record has no tombstone, and a fate of moved, merged or split has targets.

    A reader cannot be told that a record is there and gone.

    Remove the tombstone or the record; name the targets.
    """
    for tombstone in view.dataset.of("tombstone").values():
        body = tombstone.body
        if view.knows((body["kind"],), tombstone.id):
            yield tombstone, Breach(
                ("id",), f"the {body['kind']} {tombstone.id} is live", "remove one of the two"
            )
        if (body["fate"] == "withdrawn") == bool(body["targets"]):
            message = f"a record that was {body['fate']} has {len(body['targets'])} targets"
            hint = "name targets for moved, merged and split, and none for withdrawn"
            yield tombstone, Breach(("targets",), message, hint)


RULES = (published_identifier_is_kept, tombstone_leads_to_the_living, tombstone_is_of_the_dead)
