"""Directives about one relationship, and those that a page lays out by a template."""

from docutils import nodes

from milepost.site.at_a_glance import glance
from milepost.site.chronology_table import chronology_table
from milepost.site.citing import citation
from milepost.site.correcting import correction_phrase
from milepost.site.directive import SiteDirective
from milepost.site.figures.ladder import ladder
from milepost.site.figures.timeline import timeline_figure
from milepost.site.laid_out import laid_out, laid_out_node
from milepost.site.nodes_of import (
    copied_node,
    facts_node,
    list_node,
    paragraph_node,
    table_node,
)
from milepost.site.phrase import Code
from milepost.site.relationship import coverage, status_table
from milepost.site.relationship_downloads import downloads
from milepost.site.relationship_sources import sources_by_kind


class Glance(SiteDirective):
    """A relationship at a glance."""

    def run(self) -> list[nodes.Node]:
        """Return a list of facts."""
        return [facts_node(glance(self.site, self.dyad()))]


class StatusTable(SiteDirective):
    """The levels of a relationship through time."""

    def run(self) -> list[nodes.Node]:
        """Return a table."""
        return [table_node(status_table(self.site, self.dyad()))]


class Ladder(SiteDirective):
    """The status ladder of a relationship, with the table of its levels."""

    def run(self) -> list[nodes.Node]:
        """Return the figure; other builders than that of web pages write the table."""
        dyad = self.dyad()
        words = paragraph_node((ladder(self.site, dyad).words,))
        return [laid_out_node("ladder", dyad, [words, table_node(status_table(self.site, dyad))])]


class MilestoneTable(SiteDirective):
    """The milestones of a relationship in their order, to filter by type, topic and period."""

    def run(self) -> list[nodes.Node]:
        """Return the table with its filter; other builders write the table."""
        dyad = self.dyad()
        return [laid_out_node("chronology", dyad, [table_node(chronology_table(self.site, dyad))])]


class Timeline(SiteDirective):
    """The timeline of a relationship, with the table of its milestones."""

    def run(self) -> list[nodes.Node]:
        """Return the figure; other builders than that of web pages write the table."""
        dyad = self.dyad()
        words = paragraph_node((timeline_figure(self.site, dyad).words,))
        table = table_node(chronology_table(self.site, dyad))
        return [laid_out_node("timeline", dyad, [words, table])]


class Sources(SiteDirective):
    """The sources of a relationship by kind."""

    def run(self) -> list[nodes.Node]:
        """Return how many there are of each kind; other builders write them all."""
        dyad = self.dyad()
        told: list[nodes.Node] = []
        for kind in sources_by_kind(self.site, dyad):
            told += [paragraph_node((f"{kind.name}: {kind.count}",)), table_node(kind.table)]
        return [laid_out_node("sources", dyad, told)]


class Coverage(SiteDirective):
    """The coverage statements of a relationship in words."""

    def run(self) -> list[nodes.Node]:
        """Return a list."""
        return [list_node(coverage(self.site, self.dyad()))]


class Downloads(SiteDirective):
    """The files of a relationship."""

    def run(self) -> list[nodes.Node]:
        """Return links to them; other builders write their names."""
        dyad = self.dyad()
        told = list_node((Code(it.file), f": {it.holds}") for it in downloads(self.site, dyad))
        return [laid_out_node("downloads", dyad, [told])]


class Cite(SiteDirective):
    """How to cite a record, named by kind and identifier, or the dataset."""

    optional_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return citations to copy; other builders write the plain one."""
        kind = self.arguments[0]
        if kind == "dataset":
            return [laid_out_node("citations", "", [copied_node(citation(self.site))])]
        record = self.site.dataset.get(kind, self.arguments[1])
        if record is None:
            raise self.error(f"there is no {kind} {self.arguments[1]!r} in the dataset")
        correction = correction_phrase(self.site, record, self.env.found_docs)
        told = copied_node(citation(self.site, record))
        cited = laid_out_node("citations", f"{kind}/{record.id}", [told])
        return [cited, paragraph_node(correction)]


class Search(SiteDirective):
    """A box to search the records; its argument is the page that shows what was found."""

    def run(self) -> list[nodes.Node]:
        """Return the box; other builders have no search."""
        return [laid_out("", part="search", subject=self.arguments[0])]


DIRECTIVES = {
    "milepost-glance": Glance,
    "milepost-status": StatusTable,
    "milepost-ladder": Ladder,
    "milepost-milestones": MilestoneTable,
    "milepost-timeline": Timeline,
    "milepost-sources": Sources,
    "milepost-coverage": Coverage,
    "milepost-downloads": Downloads,
    "milepost-cite": Cite,
    "milepost-search": Search,
}
