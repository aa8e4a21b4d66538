"""The home page's own parts: how much the dataset holds."""

from milepost.site.all_disputes import all_disputes
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
    return (f"Version {site.version} holds ", *listed([*parts, (_told(site),)]), ".")


def _told(site: Site) -> str:
    gathered = all_disputes(site)
    still = sum(len(one.open) for one in gathered)
    count = still + sum(len(one.settled) for one in gathered)
    number = f"{count} {'dispute' if count == 1 else 'disputes'} between sources"
    if not still:
        return f"{number}, settled"
    return f"{number}, {still} of them open"
