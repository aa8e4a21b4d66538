"""Mentions: every record that names another, and in which part of it, in words."""

from collections.abc import Iterator

from milepost.addresses import tokens
from milepost.derive.chronology import in_order
from milepost.derive.graph import Edge
from milepost.model import Record
from milepost.site.addressing import member_of, stage_link
from milepost.site.naming import record_link, term_link
from milepost.site.page_names import PAGED, SINGULARS
from milepost.site.phrase import Part, Phrase, capitalized, listed
from milepost.site.site import Site
from milepost.site.tables import Table
from milepost.site.wording import headline_phrase

_ELSEWHERE = {
    "within": "lies within it",
    "point": "its point on the map",
    "names": "a name by this authority",
    "variants": "a spelling seen there",
    "derived_from": "copied from it",
    "stake": "has a stake",
    "party": "belongs to it",
    "parties": "is between it and another",
    "place": "is there",
    "occasion": "in its frame",
    "affiliations": "held an office there",
    "relationships": "belongs to it",
    "links": "linked",
}


def mentions(site: Site, record: Record, *, evidence: bool = True) -> Table:
    """Return the records that name a record, each once, and how; evidence only if wanted.

    Milestones come first, in the order of their dates.
    """
    by_origin: dict[str, list[Edge]] = {}
    for edge in site.graph.naming(record):
        if edge.origin.kind in PAGED and (evidence or tokens(edge.address)[0] != "evidence"):
            by_origin.setdefault(edge.origin.path, []).append(edge)
    origins = _in_order([edges[0].origin for edges in by_origin.values()])
    rows = tuple(_row(site, by_origin[origin.path]) for origin in origins)
    return Table("Appears in", ("Record", "Date or kind", "How"), rows)


def _in_order(origins: list[Record]) -> list[Record]:
    """Return milestones by their dates, of whichever relationship, and then the other records."""
    others = [origin for origin in origins if origin.kind != "milestone"]
    return [*in_order(o for o in origins if o.kind == "milestone"), *others]


def _row(site: Site, edges: list[Edge]) -> tuple[Phrase, ...]:
    origin = edges[0].origin
    found = (phrase for edge in edges for phrase in _how(site, edge))
    how = list(dict.fromkeys((*found, *_on_the_agenda(site, edges))))
    date = headline_phrase(origin) if origin.kind == "milestone" else (SINGULARS[origin.kind],)
    return (
        (record_link(site, origin.kind, origin.id),),
        date,
        capitalized(listed(how, "; ", "; ")),
    )


def _how(site: Site, edge: Edge) -> Iterator[Phrase]:
    steps = tokens(edge.address)
    member = member_of(edge.origin, edge.address) or {}
    if steps[0] == "actors" and member:
        office: Phrase = ()
        if "office" in member:
            office = (", ", term_link(site, "office", member["office"]))
        yield (term_link(site, "actor-role", member["role"]), *office)
    elif steps[0] == "stages" and member:
        yield ("place of the stage ", stage_link(site, member["stage"]))
    elif steps[0] == "evidence":
        yield _in_evidence(steps)
    elif steps[0] in _ELSEWHERE:
        yield (_ELSEWHERE[steps[0]],)


def _on_the_agenda(site: Site, edges: list[Edge]) -> Iterator[Phrase]:
    """Yield each act with all the topics that it was about."""
    by_act: dict[Part, list[Phrase]] = {}
    for edge in edges:
        steps = tokens(edge.address)
        member = member_of(edge.origin, edge.address) if steps[0] == "agenda" else None
        if member:
            act = term_link(site, "agenda-act", member["act"])
            heading = act if "by" in steps else "addressed on"
            topic = term_link(site, "topic", member["topic"])
            by_act.setdefault(heading, []).append((topic,))
    for heading, topics in by_act.items():
        yield (heading, ": ", *listed(list(dict.fromkeys(topics))))


def _in_evidence(steps: tuple[str, ...]) -> Phrase:
    if steps[-1] == "who":
        return ("speaks in its evidence",)
    return ("spoken for in its evidence",) if steps[-1] == "for" else ("its evidence",)
