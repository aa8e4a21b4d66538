"""The pages of a relationship: its sources, and its own where nobody has written one."""

from milepost.model import Record
from milepost.site.at_a_glance import glance
from milepost.site.citing import cited
from milepost.site.naming import label, link_to, titles
from milepost.site.page import Page, Section, record_page
from milepost.site.page_names import sources_page
from milepost.site.parts import of_downloads, of_milestones, of_sources, of_status
from milepost.site.phrase import Text
from milepost.site.relationship import coverage, summary
from milepost.site.relationship_sources import sources_by_kind
from milepost.site.site import Site

_SECTIONS = (
    Section("glance", "At a glance"),
    Section("status", "Status through time"),
    Section("milestones", "Milestones"),
    Section("sources", "Sources"),
    Section("coverage", "Coverage"),
    Section("downloads", "Downloads"),
    Section("cite", "How to cite"),
)


def relationship_page(site: Site, record: Record) -> Page:
    """Return the page of a relationship, made from its record alone."""
    dyad = record.id
    values = {
        "id": dyad,
        "titles": titles(record.body),
        "summary": summary(site, dyad),
        "glance": glance(site, dyad),
        "coverage": tuple(coverage(site, dyad)),
        "cited": cited(site, record),
        **of_status(site, dyad),
        **of_milestones(site, dyad),
        **of_sources(site, dyad),
        **of_downloads(site, dyad),
    }
    return record_page(record, "relationship.html", values, _SECTIONS, summary(site, dyad).text)


def relationship_sources_page(site: Site, record: Record) -> Page:
    """Return the page of a relationship's sources, kind by kind."""
    kinds = sources_by_kind(site, record.id)
    lead = (
        f"{sum(kind.count for kind in kinds):,} sources are cited by the milestones of ",
        link_to(record),
        ". The number beside each is that of the milestones that cite it.",
    )
    title = Text(f"Sources: {label(record).text}")
    sections = tuple(Section(kind.anchor, kind.name) for kind in kinds)
    values = {"lead": lead, "kinds": kinds}
    return Page(sources_page(record.id), title, "sources.html", values, sections)
