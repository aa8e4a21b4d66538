"""What changed lately: the records of the site beside the ledger that was published before them."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from milepost.derive.chronology import headline_date, in_order
from milepost.model import Record
from milepost.site.naming import link_to
from milepost.site.page_names import PAGED
from milepost.site.phrase import Link, Part, Phrase, listed
from milepost.site.site import Site
from milepost.site.wording import headline_phrase

# How many milestones are named.
FEW = 8
_VERSIONS = Link("versions", "Versions")
# What is neither has moved, was merged, split, withdrawn or lost.
_FATES = {"added": "new", "changed": "changed"}

Address = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Lately:
    """A sentence that counts what changed, and the milestones that did, the latest event first."""

    lead: Phrase
    milestones: tuple[Phrase, ...]


def lately(site: Site) -> Lately:
    """Return what changed since the last published version, or the latest events before any was."""
    from milepost.changes.published import (  # noqa: PLC0415 -- all that compares versions
        changed_records,
        last_published,
    )

    ledger = last_published(site.dataset, site.edition)
    if ledger is None:
        first = ("No version was published before this one. The latest events on record:",)
        return Lately(first, _milestones(site, {}))
    changes = [c for c in changed_records(ledger, site.dataset) if c.kind in PAGED]
    fates = {(c.kind, c.id): _FATES.get(c.fate, "gone") for c in changes}
    counts = Counter(fates.values())
    told: list[Phrase] = [
        (f"{counts[fate]:,} {fate}",) for fate in ("new", "changed", "gone") if counts[fate]
    ]
    what = listed(told or [("no record changed",)])
    lead = (f"Since version {ledger.id}: ", *what, ". All versions stand under ", _VERSIONS, ".")
    return Lately(lead, _milestones(site, fates) if told else ())


def _milestones(site: Site, fates: Mapping[Address, str]) -> tuple[Phrase, ...]:
    """Return the latest few of the dated milestones, of those that have a fate where any has."""
    known = [m for m in site.dataset.of("milestone").values() if headline_date(m)]
    found = [m for m in known if not fates or ("milestone", m.id) in fates]
    latest = reversed(in_order(found)[-FEW:])
    return tuple(_told(site, m, fates.get(("milestone", m.id), "")) for m in latest)


def _told(site: Site, milestone: Record, fate: str) -> Phrase:
    dyads = [site.dataset.of("relationship")[dyad] for dyad in milestone.body["relationships"]]
    where = listed([(link_to(dyad),) for dyad in dyads])
    mark: tuple[Part, ...] = (f" ({fate})",) if fate else ()
    return (*headline_phrase(milestone), ": ", link_to(milestone), ", ", *where, *mark)
