"""The home page's own parts: how much the dataset holds."""

from milepost.site.disputes import Dispute, disputes
from milepost.site.page_names import PLURALS, list_of
from milepost.site.phrase import Link, Phrase, listed
from milepost.site.site import Site

_COUNTED = ("relationship", "milestone", "source", "person")


def counts(site: Site) -> Phrase:
    """Return how many records the site holds and how many disputes, in one sentence."""
    parts: list[Phrase] = []
    for kind in _COUNTED:
        count = len(site.dataset.of(kind))
        name = PLURALS[kind].lower() if count != 1 else kind
        parts.append((f"{count} ", Link(list_of(kind), name)))
    found = [d for record in site.dataset.of("milestone").values() for d in disputes(site, record)]
    return (f"Version {site.version} holds ", *listed([*parts, (_told(found),)]), ".")


def _told(found: list[Dispute]) -> str:
    still = sum(dispute.is_open for dispute in found)
    number = f"{len(found)} {'dispute' if len(found) == 1 else 'disputes'} between sources"
    if not still:
        return f"{number}, settled"
    return f"{number}, {still} of them open"
