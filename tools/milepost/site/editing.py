"""An edit: a site in, the site in which one record says something else out, and whom it touches."""

from milepost.derive.graph import graph_with
from milepost.model import Dataset, Record
from milepost.rules.view import View
from milepost.site.site import Site

_MOST_NAMING = 200


def edited(site: Site, old: Record, new: Record) -> Site:
    """Return a site with a record in the place of an older state of it.

    The graph is carried over, since it takes longer to make than a page; all else that is computed
    of a site is computed again once somebody asks.
    """
    kind = {**site.dataset.of(old.kind), old.id: new}
    view = View(Dataset({**site.dataset.records, old.kind: kind}), site.view.schemas)
    graph = graph_with(site.graph, view, old, new)
    return Site(view, site.edition, site.as_of, known_graph=graph)


def touched(site: Site, record: Record) -> list[Record]:
    """Return the records that a record is tied to: their pages are the first to show an edit.

    Those that very many name are left out, since their pages take long to make.
    """
    naming = [edge.origin for edge in site.graph.naming(record)]
    named = [edge.target for edge in site.graph.named_by(record)]
    near = {other.path: other for other in (*naming, *named, *_around(site, record))}
    near.pop(record.path, None)
    return [other for other in near.values() if len(site.graph.naming(other)) <= _MOST_NAMING]


def _around(site: Site, record: Record) -> list[Record]:
    """Return the milestones before and after a milestone, which lead to it."""
    if record.kind != "milestone":
        return []
    dyad = record.body["relationships"][0]
    line, place = site.chronology(dyad), site.order(dyad)[record.id]
    return line[max(place - 1, 0) : place + 2]
