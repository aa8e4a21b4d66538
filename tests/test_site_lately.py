"""What changed lately: what the home page says before and after a version was published."""

from typing import Any

from milepost.kinds import KINDS
from milepost.model import Dataset, Record
from milepost.release.bundle import content_hash
from milepost.rules.view import View
from milepost.site.lately import FEW, lately
from milepost.site.page_names import PAGED
from milepost.site.phrase import plain
from milepost.site.site import Site
from sites import the_small_site

OTHER = "0" * 64


def since(version: str, records: list[dict[str, Any]]) -> Site:
    """Return the small site after a version with these records was published."""
    site = the_small_site()
    body = {"version": version, "records": records}
    ledger = Record("ledger", version, f"dataset/releases/{version}.json", body)
    kinds = {kind.name: site.dataset.of(kind.name) for kind in KINDS}
    dataset = Dataset({**kinds, "ledger": {version: ledger}})
    return Site(View(dataset, site.view.schemas), site.edition, site.as_of)


def rows() -> list[dict[str, Any]]:
    records = (r for kind in PAGED for r in the_small_site().dataset.of(kind).values())
    return [{"kind": r.kind, "id": r.id, "sha256": content_hash(r)} for r in records]


def test_before_a_first_version_the_latest_events_are_named() -> None:
    told = lately(the_small_site())

    assert "No version was published before this one." in plain(told.lead)
    assert FEW == len(told.milestones)
    assert (
        "19 November 2023: Fireworks for seventy years of diplomatic relations, Cambodia–Japan"
    ) == plain(told.milestones[0])


def test_what_is_as_it_was_published_is_no_news() -> None:
    told = lately(since("0.0.9", rows()))

    assert "Since version 0.0.9: no record changed. All versions stand under Versions." == plain(
        told.lead
    )
    assert () == told.milestones


def test_what_is_new_changed_and_gone_is_counted_and_its_milestones_named() -> None:
    published = rows()
    taken = next(row for row in published if row["kind"] == "milestone")
    altered = next(row for row in published if row["id"] == "mp-bqdztmr")
    altered["sha256"] = OTHER
    published = [row for row in published if row is not taken]
    published.append({"kind": "person", "id": "nobody", "sha256": OTHER})
    told = lately(since("0.0.9", published))

    assert plain(told.lead).startswith("Since version 0.0.9: 1 new, 1 changed and 1 gone.")
    fates = {plain(milestone).rpartition(" ")[2] for milestone in told.milestones}
    assert {"(new)", "(changed)"} == fates
    assert 2 == len(told.milestones)
