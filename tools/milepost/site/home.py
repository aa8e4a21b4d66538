"""The home page's own parts: how much the dataset holds."""

from milepost.site.disputes import disputes
from milepost.site.site import Site
from milepost.site.page_names import PLURALS, list_of
from milepost.site.phrase import Link, Phrase, listed

_COUNTED = ("relationship", "milestone", "source", "person")


def counts(site: Site) -> Phrase:
    """Return how many records the site holds and how many disputes, in one sentence."""
    parts: list[Phrase] = []
    for kind in _COUNTED:
        count = len(site.dataset.of(kind))
        name = PLURALS[kind].lower() if count != 1 else kind
        parts.append((f"{count} ", Link(list_of(kind), name)))
    found = [d for record in site.dataset.of("milestone").values() for d in disputes(site, record)]
    still = sum(dispute.is_open for dispute in found)
    told = f"{len(found)} {'dispute' if len(found) == 1 else 'disputes'}, {still} of them open"
    return (f"Version {site.version} holds ", *listed([*parts, (told,)]), ".")
