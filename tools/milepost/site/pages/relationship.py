"""The page of a relationship for which nobody has written one: the same parts, no prose."""

from milepost.model import Record
from milepost.site.citing import citation
from milepost.site.naming import titles
from milepost.site.page import Page, Section, record_page
from milepost.site.relationship import (
    coverage,
    glance,
    sources_table,
    status_table,
    summary,
    timeline,
)
from milepost.site.site import Site

_SECTIONS = (
    Section("glance", "At a glance"),
    Section("status", "Status through time"),
    Section("milestones", "Milestones"),
    Section("sources", "Sources"),
    Section("coverage", "Coverage"),
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
        "status": status_table(site, dyad),
        "timeline": timeline(site, dyad),
        "sources": sources_table(site, dyad),
        "coverage": tuple(coverage(site, dyad)),
        "citation": citation(site, record),
    }
    return record_page(record, "relationship.html", values, _SECTIONS, summary(site, dyad).text)
